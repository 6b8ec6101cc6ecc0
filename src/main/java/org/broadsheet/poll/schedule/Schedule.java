package org.broadsheet.poll.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.config.Config;
import org.broadsheet.model.DueFeed;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.Feed;
import org.broadsheet.model.Plan;
import org.broadsheet.model.Reason;
import org.broadsheet.model.Reason.Kind;
import org.broadsheet.model.Rhythm;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a feed is asked next: by its rhythm, never sooner than its publisher wishes, and with growing pauses while
 * it fails. Pure: data and {@code now} in, data out.
 */
public final class Schedule {
    /** A request is worth as much as one entry that is shown this much sooner (docs/rhythm.md has the figures). */
    public static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Nothing that a server asks for after an error keeps us away longer (DESIGN §5). */
    private static final Duration LONGEST_WISH = Duration.ofDays(7);

    private final Duration least;
    private final Duration most;
    private final BackOff backOff;

    public Schedule(Config.Poll limits) {
        this.least = limits.minInterval();
        this.most = limits.maxInterval();
        this.backOff = new BackOff(limits);
    }

    /** After a poll that went well, {@code rhythm} being what is known with it. */
    public Plan afterSuccess(DueFeed feed, Rhythm rhythm, Wishes wishes, Instant now) {
        Forecast forecast = new Forecast(rhythm, now);
        Duration wanted = feed.timing().askEvery();
        Duration pause = wanted != null
                ? min(max(wanted, least), most)
                : wishes.announced() ? most : forecast.pause(now, PATIENCE, least, most);
        Duration asked = min(max(wishes.freshFor(), wishes.ttl()), most);
        boolean theirs = asked.compareTo(pause) > 0;
        Instant at = after(feed, theirs ? asked : pause, now);
        Instant allowed = wishes.quiet().end(at);
        Reason reason;
        if (theirs) {
            reason = Reasons.wish(wishes, asked).within(least, most);
        } else if (wanted != null) {
            reason = Reason.of(Kind.READER_ASKS, pause).within(least, most);
        } else {
            reason = wishes.announced()
                    ? Reason.of(Kind.ANNOUNCED, pause)
                    : Reasons.rhythm(forecast, pause, rhythm, now).within(least, most);
        }
        Reason whole = reason.atLeast(max(asked, least)).until(at.equals(allowed) ? null : allowed);
        return new Plan(allowed, pause, Feed.Status.OK, 0, null, null, whole);
    }

    /** After a poll that failed; {@code retryAfter} is the server's wish, kept as given up to seven days. */
    public Plan afterFailure(DueFeed feed, ErrorKind kind, Optional<Duration> retryAfter, Instant now) {
        int failures = feed.failures() + 1;
        Instant since = begun(feed.failingSince(), now);
        Instant missing = missingSince(feed, kind, now);
        if (BackOff.isOver(kind, failures, missing, now)) {
            return new Plan(null, most, Feed.Status.GONE, failures, since, missing, Reasons.over(missing, now));
        }
        Duration pause = backOff.pause(kind, failures);
        Duration asked = min(retryAfter.orElse(Duration.ZERO), LONGEST_WISH);
        boolean theirs = asked.compareTo(pause) > 0;
        Instant at = after(feed, theirs ? asked : pause, now);
        Instant allowed = feed.timing().quiet().end(at);
        Reason reason = (theirs ? Reason.of(Kind.RETRY_AFTER, asked) : Reasons.failed(failures, pause))
                .atLeast(max(asked, pause));
        return new Plan(
                allowed,
                pause,
                Feed.Status.FAILING,
                failures,
                since,
                missing,
                reason.until(at.equals(allowed) ? null : allowed));
    }

    /** A server that was down first, for however long, has said nothing of its pages. */
    private static @Nullable Instant missingSince(DueFeed feed, ErrorKind kind, Instant now) {
        if (kind != ErrorKind.NOT_FOUND) {
            return null;
        }
        return begun(feed.missingSince(), now);
    }

    /** Since when it lasts: from now where it is new, or was noted while a clock ran ahead. */
    private static Instant begun(@Nullable Instant noted, Instant now) {
        return noted == null || noted.isAfter(now) ? now : noted;
    }

    /** No plan and no wish that is made now reaches beyond: the longest pause and its tenth, then a week of quiet days. */
    public Instant horizon(Instant now) {
        return now.plus(max(most, LONGEST_WISH).multipliedBy(3));
    }

    /** Up to a tenth later, the same tenth each time, so that feeds spread out and stay apart. */
    private static Instant after(DueFeed feed, Duration pause, Instant now) {
        long spread = Math.floorMod(feed.id().value() * 0x9E3779B97F4A7C15L, 1_000L);
        return now.plus(pause).plus(pause.multipliedBy(spread).dividedBy(10_000));
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    static Duration max(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
