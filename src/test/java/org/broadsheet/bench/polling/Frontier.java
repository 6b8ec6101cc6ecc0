package org.broadsheet.bench.polling;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What our rhythm achieves on one mix of feeds with more or less patience. Runs are kept, because searches share them. */
final class Frontier {
    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofDays(1);

    /** Patience is searched between these, in minutes, on steps of a hundredth of its logarithm. */
    private static final int LOWEST = (int) Math.round(Math.log(0.05) * 100);

    private static final int HIGHEST = (int) Math.round(Math.log(100_000) * 100);

    private final Simulation simulation;
    private final Map<Integer, Simulation.Result> known = new TreeMap<>();

    Frontier(Simulation simulation) {
        this.simulation = simulation;
    }

    /** With the least patience, thus the most requests, that is still cheap enough. */
    Simulation.Result leastPatient(Predicate<Simulation.Result> cheapEnough) {
        int low = LOWEST;
        int high = HIGHEST;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (cheapEnough.test(at(middle))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return at(high);
    }

    /** With the most patience, thus the fewest requests, that is still fresh enough. */
    Simulation.Result mostPatient(Predicate<Simulation.Result> freshEnough) {
        int low = LOWEST;
        int high = HIGHEST;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (freshEnough.test(at(middle))) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return at(low);
    }

    private Simulation.Result at(int step) {
        return known.computeIfAbsent(step, s -> with(Duration.ofMillis((long) (Math.exp(s / 100.0) * 60_000)), LEAST));
    }

    /** As a server with these limits asks. */
    Simulation.Result with(Duration patience, Duration least) {
        return simulation.run(() -> new Ours(patience, least, MOST));
    }
}
