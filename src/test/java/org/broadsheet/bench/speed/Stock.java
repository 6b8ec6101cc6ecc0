package org.broadsheet.bench.speed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.NewEntry;
import org.broadsheet.reading.TestStore;

/** 150,000 entries: 500 feeds in ten folders, each with ten entries a day for a month. */
public final class Stock {
    private static final int FEEDS = 500;
    private static final int ROUNDS = 30;
    private static final int ENTRIES_A_ROUND = 10;

    private Stock() {}

    /** Fills a store up to now; the feeds, the first of which is f0.example. */
    public static List<FeedId> fill(TestStore store) {
        Instant start = Instant.now().minus(Duration.ofDays(ROUNDS));
        List<FeedId> feeds = new ArrayList<>();
        for (int feed = 0; feed < FEEDS; feed++) {
            feeds.add(store.feed("https://f" + feed + ".example/feed", "Folder " + feed % 10));
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int feed = 0; feed < FEEDS; feed++) {
                store.put(feeds.get(feed), entries(feed, round, start));
            }
        }
        return feeds;
    }

    private static NewEntry[] entries(int feed, int round, Instant start) {
        NewEntry[] entries = new NewEntry[ENTRIES_A_ROUND];
        for (int i = 0; i < entries.length; i++) {
            Prose prose = new Prose(feed, round * ENTRIES_A_ROUND + i);
            Instant at = start.plus(Duration.ofDays(round)).plusSeconds(feed * 100L + i * 7L);
            entries[i] = TestStore.entry(prose.title() + " " + feed + " " + round + " " + i, at);
        }
        return entries;
    }
}
