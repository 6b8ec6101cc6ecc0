package org.broadsheet.store;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/** Connections to a database server that is away, for a restart perhaps. */
final class Lost {
    private static final int ANSWERS_WITHIN_S = 5;

    private Lost() {}

    /** Throws StoreUnavailable where the server does not answer by this connection any more. */
    static void check(Handle handle) {
        boolean answers;
        try {
            answers = handle.getConnection().isValid(ANSWERS_WITHIN_S);
        } catch (SQLException e) {
            throw because(e);
        }
        if (!answers) {
            throw because(new SQLException("its connection was closed"));
        }
    }

    static StoreUnavailable because(Throwable error) {
        return error instanceof StoreUnavailable known
                ? known
                : new StoreUnavailable(
                        "The database does not answer and is tried again; nothing can be stored meanwhile: "
                                + Troubles.reason(error),
                        error);
    }
}
