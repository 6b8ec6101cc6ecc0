package org.broadsheet.store;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ids for {@code = any(:ids)} where there may be any number of them. */
final class IdParts {
    /** H2 refuses arrays of more than 65,536 values. */
    private static final int MOST = 50_000;

    private IdParts() {}

    /** The same ids, in as few parts as can be bound. */
    static Stream<List<Long>> of(Collection<Long> ids) {
        List<Long> all = List.copyOf(ids);
        return IntStream.iterate(0, from -> from < all.size(), from -> from + MOST)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + MOST)));
    }
}
