package org.broadsheet.reading;

import java.util.Arrays;
import java.util.stream.LongStream;

/** A set of ids in eight bytes each, for when there are hundreds of thousands. Immutable. */
final class IdSet {
    private final long[] sorted;

    private IdSet(long[] sorted) {
        this.sorted = sorted;
    }

    static IdSet of(LongStream ids) {
        return new IdSet(ids.sorted().toArray());
    }

    boolean contains(long id) {
        return Arrays.binarySearch(sorted, id) >= 0;
    }

    int size() {
        return sorted.length;
    }
}
