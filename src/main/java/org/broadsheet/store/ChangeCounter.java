package org.broadsheet.store;

import org.jdbi.v3.core.Handle;

/** The one change number: it grows in commit order, because its row stays locked until the taking transaction ends. */
final class ChangeCounter {
    private ChangeCounter() {}

    /** Takes the next {@code count} numbers and returns the first of them. */
    static long take(Handle handle, int count) {
        handle.createUpdate("update change_counter set newest = newest + :count where id = 1")
                .bind("count", count)
                .execute();
        return newest(handle) - count + 1;
    }

    static long newest(Handle handle) {
        return handle.select("select newest from change_counter where id = 1")
                .mapTo(Long.class)
                .one();
    }
}
