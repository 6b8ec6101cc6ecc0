package org.broadsheet.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** The same change for many rows: bound and added one after the other, sent together. */
final class Batch extends Bound<Batch> {
    private final Handle handle;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    private Batch(Handle handle, String sql) {
        super(sql);
        this.handle = handle;
    }

    static Batch of(Handle handle, String sql) {
        return new Batch(handle, sql);
    }

    @Override
    Batch self() {
        return this;
    }

    /** Ends a row; the next is bound anew. */
    Batch add() {
        rows.add(values);
        values = unbound(sql);
        return this;
    }

    /** How many rows each of the added changed; nothing is sent when none was added. Throws JDBI's exceptions. */
    int[] execute() {
        if (rows.isEmpty()) {
            return new int[0];
        }
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql.jdbc())) {
            for (@Nullable Object[] row : rows) {
                set(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e.getMessage() + " in " + sql.jdbc(), e, null);
        }
    }
}
