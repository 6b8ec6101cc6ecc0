package org.broadsheet.store;

import java.util.Collection;
import java.util.List;

/** Ids for {@code = any(:ids)}. */
final class Ids {
    private static final List<Long> OF_NOTHING = List.of(0L);

    private Ids() {}

    /**
     * The same ids, or one that no row has where there are none: H2 keeps the plan that it made for an empty array, and with
     * it reads the whole table when the same statement comes with ids.
     */
    static List<Long> notEmpty(Collection<Long> ids) {
        return ids.isEmpty() ? OF_NOTHING : List.copyOf(ids);
    }
}
