package org.broadsheet.reading;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.UnreadEntry;

/** What one account has not read as of one change of the store, newest first. Immutable. */
final class UnreadEntries {
    private final long change;
    private final UnreadEntry[] entries;
    private final Map<FeedId, Long> counts;

    private UnreadEntries(long change, UnreadEntry[] sorted) {
        this.change = change;
        this.entries = sorted;
        this.counts = count(sorted);
    }

    static UnreadEntries of(long change, Collection<UnreadEntry> entries) {
        return new UnreadEntries(change, entries.stream().sorted().toArray(UnreadEntry[]::new));
    }

    private static Map<FeedId, Long> count(UnreadEntry[] entries) {
        Map<Long, Long> byFeed = new HashMap<>();
        for (UnreadEntry entry : entries) {
            if (entry.shown()) {
                byFeed.merge(entry.feed(), 1L, Long::sum);
            }
        }
        return byFeed.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(count -> new FeedId(count.getKey()), Map.Entry::getValue));
    }

    /** The newest change that it takes into account. */
    long change() {
        return change;
    }

    /** How many of each feed are shown in a stream of all subscriptions; feeds without any are missing. */
    Map<FeedId, Long> counts() {
        return counts;
    }

    Stream<UnreadEntry> stream() {
        return Arrays.stream(entries);
    }

    /** Those that sort after a place, newest first. */
    Stream<UnreadEntry> after(UnreadEntry place) {
        int at = Arrays.binarySearch(entries, place);
        return Arrays.stream(entries, at < 0 ? -at - 1 : at + 1, entries.length);
    }

    /** With others as of a later change or the same; those that are there already are replaced. */
    UnreadEntries with(long newChange, Collection<UnreadEntry> others) {
        if (others.isEmpty()) {
            return newChange == change ? this : new UnreadEntries(newChange, entries);
        }
        Set<Long> ids = others.stream().map(UnreadEntry::id).collect(Collectors.toSet());
        Stream<UnreadEntry> kept = stream().filter(entry -> !ids.contains(entry.id()));
        return new UnreadEntries(
                newChange,
                Stream.concat(kept, others.stream())
                        .sorted(Comparator.naturalOrder())
                        .toArray(UnreadEntry[]::new));
    }

    UnreadEntries without(Predicate<UnreadEntry> read) {
        return new UnreadEntries(change, stream().filter(read.negate()).toArray(UnreadEntry[]::new));
    }

    List<UnreadEntry> list() {
        return List.of(entries);
    }
}
