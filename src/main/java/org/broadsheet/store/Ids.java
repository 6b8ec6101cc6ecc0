package org.broadsheet.store;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Ids for {@code = any(:ids)}. */
final class Ids {
    private static final List<Long> OF_NOTHING = List.of(0L);

    /** For each row that it finds otherwise than by the ids, H2 looks at the whole array; it refuses those above 65,536. */
    private static final int MOST = 256;

    private Ids() {}

    /**
     * The same ids, or one that no row has where there are none: H2 keeps the plan that it made for an empty array, and with
     * it reads the whole table when the same statement comes with ids.
     */
    static List<Long> notEmpty(Collection<Long> ids) {
        return ids.isEmpty() ? OF_NOTHING : List.copyOf(ids);
    }

    /** The same ids, or other values, in parts as short as H2 wants them. */
    static <T> List<List<T>> inParts(Collection<T> ids) {
        List<T> all = List.copyOf(ids);
        return IntStream.iterate(0, from -> from < all.size(), from -> from + MOST)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + MOST)))
                .toList();
    }
}
