package org.broadsheet.store;

import org.jdbi.v3.core.Handle;

/** The one change number: it grows in commit order, because its row stays locked until the taking transaction ends. */
final class ChangeCounter {
    private ChangeCounter() {}

    /** Takes the next {@code count} numbers and returns the first of them. */
    static long take(Handle handle, int count) {
        Batch.of(handle, "update change_counter set newest = newest + :count where id = 1")
                .bind("count", count)
                .add()
                .execute();
        return newest(handle) - count + 1;
    }

    static long newest(Handle handle) {
        return Lookup.of(handle, "select newest from change_counter where id = 1")
                .list(rows -> rows.getLong(1))
                .get(0);
    }
}
