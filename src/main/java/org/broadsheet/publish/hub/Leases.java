package org.broadsheet.publish.hub;

import java.time.Duration;
import java.util.Optional;

/** How long a subscription lasts (WebSub §5.1, hub.lease_seconds): what was asked for, within our limits. Pure. */
public final class Leases {
    static final Duration SHORTEST = Duration.ofMinutes(5);
    static final Duration USUAL = Duration.ofDays(10);
    static final Duration LONGEST = Duration.ofDays(30);

    private Leases() {}

    /** Ten days unless asked otherwise; five minutes at least and thirty days at most. */
    static Duration choose(Optional<Duration> asked) {
        Duration wish = asked.orElse(USUAL);
        if (wish.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return wish.compareTo(LONGEST) > 0 ? LONGEST : wish;
    }
}
