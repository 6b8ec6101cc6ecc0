package org.broadsheet.bench.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Polls feeds in virtual time. Nothing is fetched: a poll sees the newest entries that are out by then. */
final class Simulation {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration BEFORE = Duration.ofDays(60);
    private static final int IN_DOCUMENT = 30;

    /** What a policy achieved: minutes from publication to arrival, and what it asked for. */
    record Result(double medianMinutes, double p95Minutes, double requestsPerFeedAndDay, long entries) {}

    private final List<List<Instant>> feeds = new ArrayList<>();
    private final Duration length;

    /** Feeds of the patterns, as many of each as it stands in the list. */
    Simulation(List<Pattern> patterns, Duration length, long seed) {
        this.length = length;
        SplittableRandom random = new SplittableRandom(seed);
        for (Pattern pattern : patterns) {
            List<Instant> entries =
                    new ArrayList<>(pattern.entries(START.minus(BEFORE), START.plus(length), random.split()));
            Collections.sort(entries);
            feeds.add(entries);
        }
    }

    Result run(Policy.Maker maker) {
        // Feeds are subscribed to at different minutes, so that no policy gains by where the clock starts.
        SplittableRandom random = new SplittableRandom(7);
        List<Instant> starts = feeds.stream()
                .map(feed -> START.plusSeconds(random.nextInt(3600)))
                .toList();
        List<Outcome> outcomes = IntStream.range(0, feeds.size())
                .parallel()
                .mapToObj(i -> run(feeds.get(i), maker.make(), starts.get(i)))
                .toList();
        double[] sorted = outcomes.stream()
                .flatMapToDouble(outcome -> outcome.delays().stream().mapToDouble(Double::doubleValue))
                .sorted()
                .toArray();
        long requests = outcomes.stream().mapToLong(Outcome::requests).sum();
        return new Result(
                at(sorted, 0.5), at(sorted, 0.95), requests / (double) feeds.size() / length.toDays(), sorted.length);
    }

    /** Of one feed. */
    private record Outcome(long requests, List<Double> delays) {}

    private Outcome run(List<Instant> feed, Policy policy, Instant start) {
        List<Double> delays = new ArrayList<>();
        Instant now = start;
        Instant end = START.plus(length);
        Instant lastPoll = now;
        int seen = firstAfter(feed, now);
        Duration pause = policy.pause(document(feed, seen), document(feed, seen), lastPoll, now);
        long requests = 1;
        while (now.plus(pause).isBefore(end)) {
            lastPoll = now;
            now = now.plus(pause);
            requests++;
            int out = firstAfter(feed, now);
            List<Instant> added = feed.subList(seen, out);
            for (Instant entry : added) {
                delays.add(Duration.between(entry, now).toMillis() / 60_000.0);
            }
            seen = out;
            pause = policy.pause(document(feed, out), added, lastPoll, now);
        }
        return new Outcome(requests, delays);
    }

    private static List<Instant> document(List<Instant> feed, int out) {
        return feed.subList(Math.max(0, out - IN_DOCUMENT), out);
    }

    private static int firstAfter(List<Instant> feed, Instant now) {
        int place = Collections.binarySearch(feed, now);
        int index = place < 0 ? -place - 1 : place + 1;
        while (index < feed.size() && !feed.get(index).isAfter(now)) {
            index++;
        }
        return index;
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }
}
