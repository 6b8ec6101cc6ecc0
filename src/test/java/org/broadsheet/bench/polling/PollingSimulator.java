package org.broadsheet.bench.polling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Holds our polling rhythm against the formulas of four other readers, in virtual time and without a network.
 *
 * <p>For each mix of feeds and each peer it finds the patience with which we send as many requests as the peer, and prints
 * how fresh entries are then; and the one with which entries are as fresh, and prints what that costs. Seeded:
 * {@code PollingSimulator [feeds] [seed]}.
 */
public final class PollingSimulator {
    private static final Duration LENGTH = Duration.ofDays(21);
    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofDays(1);

    private final Simulation simulation;

    private PollingSimulator(Simulation simulation) {
        this.simulation = simulation;
    }

    public static void main(String[] args) {
        int feeds = args.length > 0 ? Integer.parseInt(args[0]) : 300;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        System.out.println(
                "| mix | peer | requests per feed and day | median min | p95 min | ours, equal requests: median | p95 | ours, equal median: requests | p95 |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        mixes(feeds).forEach((name, mix) -> new PollingSimulator(new Simulation(mix, LENGTH, seed)).compare(name));
    }

    private void compare(String mix) {
        Map<String, Policy.Maker> peers = new LinkedHashMap<>();
        peers.put("Miniflux round_robin", Peers::minifluxRoundRobin);
        peers.put("Miniflux entry_frequency", Peers::minifluxEntryFrequency);
        peers.put("CommaFeed", Peers::commaFeed);
        peers.put("Feedbin", Peers::feedbin);
        peers.forEach((name, maker) -> {
            Simulation.Result peer = simulation.run(maker);
            Simulation.Result equalRequests =
                    search(result -> result.requestsPerFeedAndDay() <= peer.requestsPerFeedAndDay());
            Simulation.Result equalMedian = searchFreshness(peer.medianMinutes());
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
                    mix,
                    name,
                    peer.requestsPerFeedAndDay(),
                    peer.medianMinutes(),
                    peer.p95Minutes(),
                    equalRequests.medianMinutes(),
                    equalRequests.p95Minutes(),
                    equalMedian.requestsPerFeedAndDay(),
                    equalMedian.p95Minutes());
        });
        Simulation.Result usual = ours(Duration.ofMinutes(4), Duration.ofMinutes(15));
        System.out.printf(
                Locale.ROOT,
                "| %s | *ours as shipped* | %.1f | %.1f | %.1f | | | | |%n",
                mix,
                usual.requestsPerFeedAndDay(),
                usual.medianMinutes(),
                usual.p95Minutes());
    }

    private interface Test {
        boolean holds(Simulation.Result result);
    }

    /** The least patience with which it holds; more patience means fewer requests. */
    private Simulation.Result search(Test enough) {
        double low = Math.log(0.05);
        double high = Math.log(100_000);
        for (int i = 0; i < 11; i++) {
            double middle = (low + high) / 2;
            if (enough.holds(ours(minutes(middle), LEAST))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return ours(minutes(high), LEAST);
    }

    private Simulation.Result searchFreshness(double medianMinutes) {
        double low = Math.log(0.05);
        double high = Math.log(100_000);
        for (int i = 0; i < 11; i++) {
            double middle = (low + high) / 2;
            if (ours(minutes(middle), LEAST).medianMinutes() > medianMinutes) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return ours(minutes(low), LEAST);
    }

    private Simulation.Result ours(Duration patience, Duration least) {
        return simulation.run(() -> new Ours(patience, least, MOST));
    }

    private static Duration minutes(double logarithm) {
        return Duration.ofMillis((long) (Math.exp(logarithm) * 60_000));
    }

    private static Map<String, List<Pattern>> mixes(int feeds) {
        Map<String, List<Pattern>> mixes = new LinkedHashMap<>();
        for (Pattern most : Pattern.values()) {
            mixes.put("mostly " + most.name().toLowerCase(Locale.ROOT).replace('_', ' '), mix(feeds, most));
        }
        mixes.put("a usual list", usual(feeds));
        return mixes;
    }

    /** Three in five of one pattern, the rest of all the others. */
    private static List<Pattern> mix(int feeds, Pattern most) {
        List<Pattern> all = List.of(Pattern.values());
        List<Pattern> mix = new ArrayList<>(Collections.nCopies(feeds * 3 / 5, most));
        for (int i = 0; mix.size() < feeds; i++) {
            mix.add(all.get(i % all.size()));
        }
        return mix;
    }

    /** What an OPML file that grew for years holds: a third is dead, few are huge. */
    private static List<Pattern> usual(int feeds) {
        List<Pattern> round = List.of(
                Pattern.DEAD,
                Pattern.DEAD,
                Pattern.DEAD,
                Pattern.STEADY,
                Pattern.STEADY,
                Pattern.WORKING_HOURS,
                Pattern.WORKING_HOURS,
                Pattern.CLOCKWORK,
                Pattern.BURSTY,
                Pattern.STEADY);
        List<Pattern> mix = new ArrayList<>();
        for (int i = 0; i < feeds; i++) {
            mix.add(i % 50 == 49 ? Pattern.HUGE : round.get(i % round.size()));
        }
        return mix;
    }
}
