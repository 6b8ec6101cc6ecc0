package org.broadsheet.poll.schedule;

import java.time.Duration;
import java.time.Instant;
import org.broadsheet.config.Config;
import org.broadsheet.model.ErrorKind;
import org.jspecify.annotations.Nullable;

/**
 * How long to leave a feed alone that failed: twice as long each time, from a start and up to an end that depend on what
 * went wrong, and never for ever.
 */
final class BackOff {
    /** A page that is missing for this long, and was looked for this often, is taken for gone. */
    private static final Duration MISSING_FOR = Duration.ofDays(14);

    private static final int MISSING_TIMES = 10;

    private static final Duration SHORT_MOST = Duration.ofHours(6);
    private static final Duration REFUSED_LEAST = Duration.ofHours(1);

    private final Duration least;
    private final Duration most;

    BackOff(Config.Poll limits) {
        this.least = limits.minInterval();
        this.most = limits.maxInterval();
    }

    /** The pause after so many failures in a row, the last of this kind. */
    Duration pause(ErrorKind kind, int failures) {
        boolean refused = isRefusal(kind);
        Duration start = refused ? min(Schedule.max(REFUSED_LEAST, least), most) : least;
        Duration end = refused ? most : min(Schedule.max(SHORT_MOST, least), most);
        return min(start.multipliedBy(1L << Math.min(failures - 1, 20)), end);
    }

    /**
     * Whether the feed is not to be asked any more: closed by its publisher, or not there for weeks.
     *
     * @param missingSince null when there is something, or nobody has answered
     */
    static boolean isOver(ErrorKind kind, int failures, @Nullable Instant missingSince, Instant now) {
        boolean missing =
                missingSince != null && failures >= MISSING_TIMES && !now.isBefore(missingSince.plus(MISSING_FOR));
        return missing || kind == ErrorKind.GONE;
    }

    /** What will not change within minutes: somebody has decided it. Everything else may be over soon. */
    private static boolean isRefusal(ErrorKind kind) {
        return switch (kind) {
            case AUTH_REQUIRED, NOT_FOUND, HTTP_ERROR, BLOCKED_ADDRESS, BLOCKED_SCHEME, THROTTLED, NOT_A_FEED, TLS ->
                true;
            default -> false;
        };
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
