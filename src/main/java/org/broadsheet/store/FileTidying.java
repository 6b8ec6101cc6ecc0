package org.broadsheet.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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
    /** Percent of all pages in use, below which it is worth copying what is used out of the emptiest pieces. */
    private static final int WORTHWHILE = 85;

    /** Percent of the file in use, below which pieces are moved from its end to its gaps. */
    private static final int DENSE = 90;

    private static final int BYTES_COPIED = 4 << 20;
    private static final int BYTES_MOVED = 16 << 20;

    private FileTidying() {}

    /** Copies or moves a few megabytes at most; whether that did something. */
    static boolean step(Jdbi jdbi) {
        return jdbi.withHandle(handle -> step(store(handle.getConnection())));
    }

    /**
     * Tidies until nothing is left to gain, or for so long, when nobody uses the database any more. What becomes free is
     * written over at once, but only when the disk has been told to keep what took its place.
     */
    static void finish(Connection connection, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        MVStore store = store(connection);
        store.sync();
        store.setRetentionTime(0);
        while (step(store) && System.nanoTime() - end < 0) {
            store.sync();
        }
        store.sync();
    }

    private static boolean step(MVStore store) {
        boolean copied = store.compact(WORTHWHILE, BYTES_COPIED);
        // Each write begins with freeing what died before it, so what took its place has to be on the disk by then.
        store.sync();
        // Only when H2 writes does it see what the copying has freed.
        store.commit();
        store.sync();
        return copied || move(store);
    }

    private static MVStore store(Connection connection) {
        try {
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            return session.getDatabase().getStore().getMvStore();
        } catch (SQLException e) {
            throw new StoreUnavailable("The database does not let its file be tidied.", e);
        }
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
