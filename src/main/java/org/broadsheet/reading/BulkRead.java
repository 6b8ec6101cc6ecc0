package org.broadsheet.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.broadsheet.model.ReadPlan;
import org.broadsheet.model.UnreadEntry;

/** Which entries a bulk mark marks, and with how few rows. Pure. */
final class BulkRead {
    private BulkRead() {}

    /** The covered entries and all that repeat them: read once is read everywhere. */
    static IdSet ids(UnreadEntries unread, Predicate<UnreadEntry> covered) {
        Set<Long> repeated = new HashSet<>();
        unread.stream().filter(entry -> entry.group() != entry.id()).forEach(entry -> repeated.add(entry.group()));
        Set<Long> read = new HashSet<>();
        if (!repeated.isEmpty()) {
            unread.stream()
                    .filter(entry -> repeated.contains(entry.group()) && covered.test(entry))
                    .forEach(entry -> read.add(entry.group()));
        }
        return IdSet.of(unread.stream()
                .filter(entry -> covered.test(entry) || (!read.isEmpty() && read.contains(entry.group())))
                .mapToLong(UnreadEntry::id));
    }

    /** What of one feed is to be marked and what is to stay. */
    private static final class OfFeed {
        private long firstToStay = Long.MAX_VALUE;
        private long firstToMark = Long.MAX_VALUE;

        void take(long id, boolean marked) {
            if (marked) {
                firstToMark = Math.min(firstToMark, id);
            } else {
                firstToStay = Math.min(firstToStay, id);
            }
        }

        /**
         * Up to which change the feed can be raised; 0 where that would not help. Raising reaches down to the feed's first
         * entry, and so over any that was set unread again below the mark.
         */
        long passed(long already, long upTo) {
            long passed = firstToStay > already ? Math.max(already, Math.min(upTo, firstToStay - 1)) : 0;
            return firstToMark <= passed ? passed : 0;
        }
    }

    /**
     * How to mark them.
     *
     * @param readUpTo up to which change each feed is read so far, by the feed's id
     * @param upTo the newest change that the unread entries take into account, or an earlier one that the reader saw
     */
    static ReadPlan plan(UnreadEntries unread, IdSet ids, Map<Long, Long> readUpTo, long upTo) {
        Map<Long, OfFeed> feeds = new HashMap<>();
        unread.stream()
                .forEach(entry -> feeds.computeIfAbsent(entry.feed(), any -> new OfFeed())
                        .take(entry.id(), ids.contains(entry.id())));
        Map<Long, Long> passed = new HashMap<>();
        SortedMap<Long, List<Long>> raised = new TreeMap<>();
        feeds.forEach((feed, its) -> {
            long to = its.passed(readUpTo.getOrDefault(feed, 0L), upTo);
            passed.put(feed, to);
            if (to > 0) {
                raised.computeIfAbsent(to, any -> new ArrayList<>()).add(feed);
            }
        });
        List<Long> alone = unread.stream()
                .filter(entry -> entry.id() > passed.getOrDefault(entry.feed(), 0L) && ids.contains(entry.id()))
                .map(UnreadEntry::id)
                .toList();
        return new ReadPlan(raised, alone, ids.size());
    }
}
