package org.broadsheet.bench.feeds;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.broadsheet.api.feeds.Newsstand;
import org.broadsheet.bench.speed.Stock;
import org.broadsheet.model.FeedId;
import org.broadsheet.publish.FeedFormat;
import org.broadsheet.reading.TestStore;

/**
 * What the first question for the combined feed of 60 entries costs after each change, with 150,000 entries stored; beside a
 * second question, whose answer is kept, and the style sheet, which is always the same.
 *
 * <p>README has the command.
 */
public final class FirstBuild {
    private static final int WARMING = 100;
    private static final int TIMES = 25;

    private final Newsstand stand;
    private final FeedId feed;
    private int changes;

    private FirstBuild(Newsstand stand, FeedId feed) {
        this.stand = stand;
        this.feed = feed;
    }

    public static void main(String[] arguments) {
        TestStore store = TestStore.h2();
        List<FeedId> feeds = Stock.fill(store);
        store.clock.advance(Duration.between(store.clock.instant(), Instant.now()));
        try (Newsstand stand = new Newsstand(store)) {
            FirstBuild build = new FirstBuild(stand, feeds.get(0));
            for (FeedFormat format : FeedFormat.values()) {
                build.measure("/feed." + format.extension());
            }
        }
        System.exit(0);
    }

    private void measure(String address) {
        double[] first = new double[WARMING + TIMES];
        double[] second = new double[WARMING + TIMES];
        double[] constant = new double[WARMING + TIMES];
        for (int i = 0; i < first.length; i++) {
            store();
            first[i] = millis(address);
            second[i] = millis(address);
            constant[i] = millis("/feed.css");
        }
        System.out.printf(
                Locale.ROOT,
                "%-10s medians of %d: after a change %.1f ms, the same again %.1f ms, a constant answer %.1f ms%n",
                address,
                TIMES,
                median(first),
                median(second),
                median(constant));
    }

    private void store() {
        stand.store.clock.advance(Duration.ofSeconds(1));
        stand.store.put(feed, TestStore.entry("Change " + changes++, stand.store.clock.instant()));
    }

    private double millis(String address) {
        long begin = System.nanoTime();
        if (stand.get(address).statusCode() != 200) {
            throw new IllegalStateException(address + " was not answered");
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    private static double median(double[] values) {
        double[] warm = Arrays.copyOfRange(values, WARMING, values.length);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }
}
