package org.broadsheet.reading;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.UnreadEntry;

/** What one account has not read as of one change of the store, newest first. Immutable. */
final class UnreadEntries {
    private final long change;
    private final UnreadEntry[] entries;
    private final Map<FeedId, Long> counts;

    private UnreadEntries(long change, UnreadEntry[] sorted, Map<FeedId, Long> counts) {
        this.change = change;
        this.entries = sorted;
        this.counts = counts;
    }

    static UnreadEntries of(long change, Stream<UnreadEntry> entries) {
        UnreadEntry[] sorted = entries.sorted().toArray(UnreadEntry[]::new);
        return new UnreadEntries(change, sorted, count(sorted));
    }

    private static Map<FeedId, Long> count(UnreadEntry[] entries) {
        Map<Long, long[]> byFeed = new HashMap<>();
        for (UnreadEntry entry : entries) {
            if (entry.shown()) {
                byFeed.computeIfAbsent(entry.feed(), any -> new long[1])[0]++;
            }
        }
        return byFeed.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        count -> new FeedId(count.getKey()), count -> count.getValue()[0]));
    }

    /** The newest change that it takes into account. */
    long change() {
        return change;
    }

    int size() {
        return entries.length;
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

    /** Those that sort before a place, oldest first. */
    Stream<UnreadEntry> before(UnreadEntry place) {
        int at = Arrays.binarySearch(entries, place);
        return backwards(at < 0 ? -at - 1 : at);
    }

    /** All of them, oldest first. */
    Stream<UnreadEntry> oldestFirst() {
        return backwards(entries.length);
    }

    private Stream<UnreadEntry> backwards(int end) {
        return IntStream.range(0, end).mapToObj(i -> entries[end - 1 - i]);
    }

    /** With others as of a later change or the same; those that are there already are replaced. */
    UnreadEntries with(long newChange, Collection<UnreadEntry> others) {
        if (others.isEmpty()) {
            return newChange == change ? this : new UnreadEntries(newChange, entries, counts);
        }
        IdSet ids = IdSet.of(others.stream().mapToLong(UnreadEntry::id));
        return of(newChange, Stream.concat(stream().filter(entry -> !ids.contains(entry.id())), others.stream()));
    }

    UnreadEntries without(Predicate<UnreadEntry> read) {
        return of(change, stream().filter(read.negate()));
    }
}
