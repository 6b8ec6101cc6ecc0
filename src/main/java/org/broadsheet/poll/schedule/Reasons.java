package org.broadsheet.poll.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.broadsheet.model.Reason;
import org.broadsheet.model.Reason.Kind;
import org.broadsheet.model.Rhythm;
import org.jspecify.annotations.Nullable;

/** Why a feed is asked when it is. */
final class Reasons {
    private Reasons() {}

    static Reason wish(Wishes wishes, Duration asked) {
        boolean feed = wishes.ttl().compareTo(wishes.freshFor()) > 0;
        return Reason.of(feed ? Kind.FEED_ASKS : Kind.SERVER_ASKS, asked);
    }

    static Reason rhythm(Forecast forecast, Duration pause, Rhythm rhythm, Instant now) {
        List<Instant> recent = rhythm.recent();
        if (recent.isEmpty()) {
            return Reason.of(Kind.UNKNOWN_RHYTHM, pause);
        }
        double perDay = forecast.entriesPerDay();
        if (perDay >= 1) {
            return Reason.of(Kind.OFTEN, pause, Math.round(perDay));
        }
        Duration age = Duration.between(recent.get(recent.size() - 1), now);
        return Reason.of(Kind.SELDOM, pause, Math.max(0, age.toMinutes()));
    }

    static Reason failed(int failures, Duration pause) {
        return Reason.of(Kind.FAILED, pause, failures);
    }

    /** {@code missingSince} is null for a feed that its publisher closed. */
    static Reason over(@Nullable Instant missingSince, Instant now) {
        return missingSince == null
                ? Reason.of(Kind.CLOSED, Duration.ZERO)
                : Reason.of(
                        Kind.NOTHING_THERE,
                        Duration.ZERO,
                        Duration.between(missingSince, now).toMinutes());
    }
}
