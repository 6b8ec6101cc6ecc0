package org.broadsheet.store;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Ids for {@code = any(:ids)}. */
final class Ids {
    private static final List<Long> OF_NOTHING = List.of(0L);

    private static final int MOST = 256;

    private Ids() {}

    /**
     * The same ids, or one that no row has where there are none: H2 keeps the plan that it made for an empty array, and with
     * it reads the whole table when the same statement comes with ids.
     */
    static List<Long> notEmpty(Collection<Long> ids) {
        return ids.isEmpty() ? OF_NOTHING : List.copyOf(ids);
    }

    /** The same ids in lists that are short enough for H2, which looks at the whole array for each row that it finds. */
    static List<List<Long>> inParts(List<Long> ids) {
        return IntStream.range(0, (ids.size() + MOST - 1) / MOST)
                .mapToObj(part -> ids.subList(part * MOST, Math.min(ids.size(), (part + 1) * MOST)))
                .toList();
    }
}
