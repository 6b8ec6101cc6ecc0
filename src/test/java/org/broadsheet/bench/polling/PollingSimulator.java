package org.broadsheet.bench.polling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.poll.schedule.Schedule;

/**
 * Holds our polling rhythm against the formulas of four other readers, in virtual time and without a network.
 *
 * <p>For each mix of feeds and each peer it finds the patience with which we send as many requests as the peer, and prints
 * how fresh entries are then; and the one with which neither the median nor the slowest twentieth is later than the peer's,
 * and prints what that costs. Seeded: {@code PollingSimulator [feeds] [seed]}.
 */
public final class PollingSimulator {
    private static final Duration LENGTH = Duration.ofDays(21);

    /** What poll.min-interval is unless somebody changes it. */
    private static final Duration SHIPPED_LEAST = Duration.ofMinutes(15);

    private final Frontier ours;
    private final Simulation simulation;

    private PollingSimulator(Simulation simulation) {
        this.simulation = simulation;
        ours = new Frontier(simulation);
    }

    public static void main(String[] args) {
        int feeds = args.length > 0 ? Integer.parseInt(args[0]) : 300;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        System.out.println(
                "| mix | peer | requests per feed and day | median min | p95 min | ours, equal requests: median | p95 | ours, as fresh in both: requests |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        mixes(feeds).forEach((name, mix) -> new PollingSimulator(new Simulation(mix, LENGTH, seed)).compare(name));
    }

    private void compare(String mix) {
        Map<String, Policy.Maker> peers = new LinkedHashMap<>();
        peers.put("Miniflux round_robin", Peers::minifluxRoundRobin);
        peers.put("Miniflux entry_frequency", Peers::minifluxEntryFrequency);
        peers.put("CommaFeed", Peers::commaFeed);
        peers.put("Feedbin", Peers::feedbin);
        peers.forEach((name, maker) -> compare(mix, name, simulation.run(maker)));
        Simulation.Result usual = ours.with(Schedule.PATIENCE, SHIPPED_LEAST);
        print(mix, "*ours as shipped*", usual, " | | ");
    }

    private void compare(String mix, String name, Simulation.Result peer) {
        Simulation.Result equal =
                ours.leastPatient(result -> result.requestsPerFeedAndDay() <= peer.requestsPerFeedAndDay());
        Simulation.Result asFresh = ours.mostPatient(
                result -> result.medianMinutes() <= peer.medianMinutes() && result.p95Minutes() <= peer.p95Minutes());
        String ours = String.format(
                Locale.ROOT,
                "%.1f | %.1f | %.1f",
                equal.medianMinutes(),
                equal.p95Minutes(),
                asFresh.requestsPerFeedAndDay());
        print(mix, name, peer, ours);
    }

    private static void print(String mix, String name, Simulation.Result result, String rest) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.1f | %.1f | %.1f | %s |%n",
                mix,
                name,
                result.requestsPerFeedAndDay(),
                result.medianMinutes(),
                result.p95Minutes(),
                rest);
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
