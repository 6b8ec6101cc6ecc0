package org.broadsheet.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.broadsheet.model.ReadPlan;
import org.broadsheet.model.UnreadEntry;

/** Which entries a bulk mark marks, and with how few rows. Pure. */
final class BulkRead {
    private BulkRead() {}

    /** The ids of the covered entries and of all that repeat them: read once is read everywhere. */
    static Set<Long> ids(List<UnreadEntry> unread, Predicate<UnreadEntry> covered) {
        Set<Long> groups =
                unread.stream().filter(covered).map(UnreadEntry::group).collect(Collectors.toSet());
        return unread.stream()
                .filter(entry -> groups.contains(entry.group()))
                .map(UnreadEntry::id)
                .collect(Collectors.toSet());
    }

    /**
     * How to mark them.
     *
     * @param readUpTo up to which change each feed is read so far, by the feed's id
     * @param upTo the newest change that the unread entries take into account, or an earlier one that the reader saw
     */
    static ReadPlan plan(List<UnreadEntry> unread, Set<Long> ids, Map<Long, Long> readUpTo, long upTo) {
        SortedMap<Long, List<Long>> raised = new TreeMap<>();
        List<Long> alone = new ArrayList<>();
        unread.stream().collect(Collectors.groupingBy(UnreadEntry::feed)).forEach((feed, entries) -> {
            List<Long> marked =
                    entries.stream().map(UnreadEntry::id).filter(ids::contains).toList();
            long stays = firstToStay(entries, ids);
            long already = readUpTo.getOrDefault(feed, 0L);
            // Raising reaches down to the feed's first entry, and so over any that was set unread again below the mark.
            long passed = stays > already ? Math.max(already, Math.min(upTo, stays - 1)) : 0;
            if (marked.stream().anyMatch(id -> id <= passed)) {
                raised.computeIfAbsent(passed, any -> new ArrayList<>()).add(feed);
            }
            marked.stream().filter(id -> id > passed).forEach(alone::add);
        });
        return new ReadPlan(raised, alone, ids.size());
    }

    private static long firstToStay(List<UnreadEntry> entries, Set<Long> ids) {
        return entries.stream()
                .map(UnreadEntry::id)
                .filter(id -> !ids.contains(id))
                .reduce(Long.MAX_VALUE, Math::min);
    }
}
