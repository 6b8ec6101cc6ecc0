package org.broadsheet.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads of columns that may be null. */
final class Rows {
    private Rows() {}

    static @Nullable Instant instant(ResultSet rows, String column) throws SQLException {
        return Times.toInstant(rows.getObject(column, OffsetDateTime.class));
    }

    /** A time in a column that is never null. */
    static Instant time(ResultSet rows, String column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Integer number(ResultSet rows, String column) throws SQLException {
        int value = rows.getInt(column);
        return rows.wasNull() ? null : value;
    }
}
