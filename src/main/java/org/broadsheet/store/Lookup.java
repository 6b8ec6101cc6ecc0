package org.broadsheet.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** A question to the database that is asked with every poll. */
final class Lookup extends Bound<Lookup> {
    /** Reads the row that the result stands at. */
    interface Row<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private final Handle handle;

    private Lookup(Handle handle, String sql) {
        super(sql);
        this.handle = handle;
    }

    static Lookup of(Handle handle, String sql) {
        return new Lookup(handle, sql);
    }

    @Override
    Lookup self() {
        return this;
    }

    /** All rows of the answer, in its order. Throws JDBI's exceptions. */
    <T> List<T> list(Row<T> row) {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql.jdbc())) {
            set(statement, values);
            List<T> all = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(row.read(rows));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e.getMessage() + " in " + sql.jdbc(), e, null);
        }
    }
}
