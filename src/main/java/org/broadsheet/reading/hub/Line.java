package org.broadsheet.reading.hub;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** A line of which only the beginning is read, and more of it where those at the beginning cannot move. Pure. */
final class Line {
    private static final int GROWTH = 4;

    private Line() {}

    /**
     * Goes along it, to each once, until it ends or there is no use in reading on.
     *
     * @param beginning the first so many
     * @param most how many are read at first
     * @param id tells them apart, because the line moves while it is read
     * @param visit false where none of those behind this one can be served
     */
    static <T> void walk(IntFunction<List<T>> beginning, int most, ToLongFunction<T> id, Predicate<T> visit) {
        Set<Long> visited = new HashSet<>();
        boolean useful = true;
        boolean more = true;
        for (int read = most; useful && more && read > 0; read *= GROWTH) {
            List<T> line = beginning.apply(read);
            for (T one : line) {
                if (visited.add(id.applyAsLong(one))) {
                    useful = visit.test(one);
                }
            }
            more = line.size() >= read;
        }
    }
}
