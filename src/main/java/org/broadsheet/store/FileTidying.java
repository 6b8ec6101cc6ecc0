package org.broadsheet.store;

import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;
import org.jdbi.v3.core.Jdbi;

/**
 * Reclaims room in H2's file while it is open (docs/decisions/0009-tidying-the-file.md).
 *
 * <p>Each commit writes whole pages again. The pieces that hold the old ones become free only when nothing in them is in
 * use any more, and some article mostly is; and the file only becomes shorter when its end is free.
 */
final class FileTidying {
    /** Percent of a piece's pages in use, below which it is worth copying them. */
    private static final int WORTHWHILE = 80;

    /** Percent of the file in use, below which pieces are moved from its end to its gaps. */
    private static final int DENSE = 90;

    private static final int BYTES_COPIED = 4 << 20;
    private static final int BYTES_MOVED = 16 << 20;

    private FileTidying() {}

    /** Copies or moves a few megabytes at most; whether that did something. */
    static boolean step(Jdbi jdbi) {
        return jdbi.withHandle(handle -> {
            try {
                SessionLocal session = (SessionLocal)
                        handle.getConnection().unwrap(JdbcConnection.class).getSession();
                MVStore store = session.getDatabase().getStore().getMvStore();
                return store.compact(WORTHWHILE, BYTES_COPIED) || move(store);
            } catch (SQLException e) {
                throw new StoreUnavailable("The database does not let its file be tidied.", e);
            }
        });
    }

    private static boolean move(MVStore store) {
        if (!(store.getFileStore() instanceof RandomAccessStore file) || file.getFillRate() >= DENSE) {
            return false;
        }
        long written = file.getWriteCount();
        file.compactMoveChunks(DENSE, BYTES_MOVED, store);
        return file.getWriteCount() > written;
    }
}
