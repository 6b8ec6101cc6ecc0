package org.broadsheet.poll.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells whether a release is usually followed by more: a match day, a conference, a list of links sent one by one. */
final class Bursts {
    private static final Duration SOON = Duration.ofHours(1);

    /** So many releases without another soon after them are assumed to begin with. */
    private static final int DOUBT = 2;

    private Bursts() {}

    /** The share of the latest releases, oldest first, that were followed by another within the hour, less some doubt. */
    static double following(List<Instant> recent) {
        int followed = 0;
        for (int i = 1; i < recent.size(); i++) {
            if (Duration.between(recent.get(i - 1), recent.get(i)).compareTo(SOON) < 0) {
                followed++;
            }
        }
        return followed / (double) (recent.size() + DOUBT);
    }
}
