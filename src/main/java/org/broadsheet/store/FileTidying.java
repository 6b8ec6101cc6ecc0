package org.broadsheet.store;

import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jdbi.v3.core.Jdbi;

/**
 * Reclaims room in H2's file while it is open (docs/decisions/0009-tidying-the-file.md).
 *
 * <p>Each commit writes whole pages again. The pieces that hold the old ones become free only when nothing in them is in
 * use any more, and some article mostly is.
 */
final class FileTidying {
    /** Percent of a piece's pages in use, below which it is worth copying them. */
    private static final int WORTHWHILE = 70;

    private static final int BYTES_A_STEP = 4 << 20;

    private FileTidying() {}

    /** Copies a few megabytes at most; whether that did something. */
    static boolean step(Jdbi jdbi) {
        return jdbi.withHandle(handle -> {
            try {
                SessionLocal session = (SessionLocal)
                        handle.getConnection().unwrap(JdbcConnection.class).getSession();
                MVStore file = session.getDatabase().getStore().getMvStore();
                return file.compact(WORTHWHILE, BYTES_A_STEP);
            } catch (SQLException e) {
                throw new StoreUnavailable("The database does not let its file be tidied.", e);
            }
        });
    }
}
