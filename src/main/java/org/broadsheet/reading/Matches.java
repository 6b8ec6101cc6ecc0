package org.broadsheet.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.broadsheet.model.HeldSubscription;
import org.broadsheet.model.ListedFeed;
import org.broadsheet.text.FeedAddress;

/**
 * Which subscription each listed feed is: the one of the same address, else of the same without its name and password, else
 * the one that a list named by this address before it moved. Pure.
 */
final class Matches {
    private final Map<ListedFeed, HeldSubscription> found = new LinkedHashMap<>();
    private final Set<HeldSubscription> taken = new HashSet<>();

    private Matches() {}

    /** Each subscription at most once; feeds that nobody follows are not in it. */
    static Map<ListedFeed, HeldSubscription> of(List<HeldSubscription> held, List<ListedFeed> feeds) {
        Matches matches = new Matches();
        matches.look(held, HeldSubscription::address, feeds, ListedFeed::url);
        matches.look(held, HeldSubscription::url, feeds, Matches::bare);
        matches.look(held, there -> String.valueOf(there.kept().url()), feeds, Matches::bare);
        return matches.found;
    }

    private static String bare(ListedFeed feed) {
        return FeedAddress.withoutCredentials(feed.url());
    }

    private void look(
            List<HeldSubscription> held,
            Function<HeldSubscription, String> name,
            List<ListedFeed> feeds,
            Function<ListedFeed, String> wanted) {
        Map<String, Deque<HeldSubscription>> byName = new HashMap<>();
        for (HeldSubscription there : held) {
            if (!taken.contains(there)) {
                byName.computeIfAbsent(name.apply(there), any -> new ArrayDeque<>())
                        .add(there);
            }
        }
        for (ListedFeed feed : feeds) {
            Deque<HeldSubscription> candidates = byName.get(wanted.apply(feed));
            if (candidates != null && !candidates.isEmpty() && !found.containsKey(feed)) {
                HeldSubscription there = candidates.poll();
                found.put(feed, there);
                taken.add(there);
            }
        }
    }
}
