package org.broadsheet.store;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Ids for {@code = any(:ids)}. */
final class Ids {
    private static final List<Long> OF_NOTHING = List.of(0L);

    /** H2 refuses arrays of more than 65,536 values. */
    private static final int MOST = 50_000;

    private static final int FEW = 256;

    private Ids() {}

    /**
     * The same ids, or one that no row has where there are none: H2 keeps the plan that it made for an empty array, and with
     * it reads the whole table when the same statement comes with ids.
     */
    static List<Long> notEmpty(Collection<Long> ids) {
        return ids.isEmpty() ? OF_NOTHING : List.copyOf(ids);
    }

    /** The same ids, or other values, in as few parts as can be bound. */
    static <T> List<List<T>> inParts(Collection<T> ids) {
        return inParts(ids, MOST);
    }

    /** The same in parts that are short for H2, which looks at the whole array for each row that it finds. */
    static List<List<Long>> inShortParts(Collection<Long> ids) {
        return inParts(ids, FEW);
    }

    private static <T> List<List<T>> inParts(Collection<T> ids, int most) {
        List<T> all = List.copyOf(ids);
        return IntStream.iterate(0, from -> from < all.size(), from -> from + most)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + most)))
                .toList();
    }
}
