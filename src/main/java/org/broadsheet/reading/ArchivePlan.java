package org.broadsheet.reading;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.broadsheet.model.Logged;
import org.broadsheet.store.ArchiveTable.State;

/** Decides what of a stream goes into its archive. Pure (docs/decisions/0014-archives.md). */
final class ArchivePlan {
    /** As many entries as a part has at most: so many, less one, a stream's own document has to hold besides its newest. */
    static final int PART = 50;

    /** After so many changes in the whole store, what is open is closed: to find it again would take too long. */
    static final long LONGEST_OPEN = 20_000;

    private ArchivePlan() {}

    /**
     * Up to which change everything goes into the archive now; empty for nothing yet.
     *
     * @param open what is in no part, the latest change first, {@link #PART} at most
     * @param newest the store's newest change when that was read
     */
    static Optional<Long> closing(State state, List<Logged> open, long newest) {
        if (open.size() >= PART) {
            return Optional.of(open.get(0).change());
        }
        if (newest - state.upto() > LONGEST_OPEN) {
            return Optional.of(open.isEmpty() ? newest : open.get(0).change());
        }
        return endOfMonth(open);
    }

    // A month is over for sure when there is an entry of a later one.
    private static Optional<Long> endOfMonth(List<Logged> open) {
        return open.stream()
                .filter(entry -> entry.month().compareTo(open.get(0).month()) < 0)
                .map(Logged::change)
                .findFirst();
    }

    /** How many of these, the latest change first, make a part: those of the first one's month. */
    static List<Logged> together(List<Logged> entries) {
        return entries.stream()
                .limit(PART)
                .takeWhile(entry -> entry.month().equals(entries.get(0).month()))
                .toList();
    }

    /** Feeds that the stream draws from and the archive knows nothing of: all that they have goes in. */
    static SortedSet<Long> gained(State state, SortedSet<Long> now) {
        SortedSet<Long> gained = new TreeSet<>(now);
        gained.removeAll(state.feeds());
        return gained;
    }
}
