package org.broadsheet.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.model.Published;

/** Whether a source has been silent for longer than it usually is. Pure. */
final class Silence {
    private static final int FEWEST_HOURS = 4;
    private static final int USUAL_GAPS = 4;
    private static final Duration SHORTEST = Duration.ofDays(7);

    private Silence() {}

    /**
     * Since when, where that is unusual.
     *
     * @param published by one feed, in no order
     */
    static Optional<Instant> unusual(List<Published> published, Instant now) {
        if (published.size() < FEWEST_HOURS) {
            return Optional.empty();
        }
        List<Instant> hours = published.stream().map(Published::hour).sorted().toList();
        Instant last = hours.get(hours.size() - 1);
        Duration usual = Duration.between(hours.get(0), last).dividedBy(hours.size() - 1L);
        Duration allowed = usual.multipliedBy(USUAL_GAPS);
        Duration silent = Duration.between(last, now);
        return silent.compareTo(allowed) > 0 && silent.compareTo(SHORTEST) > 0 ? Optional.of(last) : Optional.empty();
    }
}
