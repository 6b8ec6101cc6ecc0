package org.broadsheet.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.config.Config;
import org.broadsheet.model.DueFeed;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.Feed;

/**
 * Decides when a feed is asked next: sooner where it brings news, later where it does not, never sooner than its server
 * wishes, and with growing pauses while it fails. Pure: data and {@code now} in, data out.
 */
public final class Schedule {
    /** Nothing that a server asks for keeps us away longer (DESIGN §5). */
    private static final Duration LONGEST_WISH = Duration.ofDays(7);

    private final Duration least;
    private final Duration most;

    public Schedule(Config.Poll limits) {
        this.least = limits.minInterval();
        this.most = limits.maxInterval();
    }

    /**
     * After a poll that went well.
     *
     * @param news whether it brought new or changed entries
     * @param wish how long the server or the document asks to be left alone; zero for not said
     */
    public Plan afterSuccess(DueFeed feed, boolean news, Duration wish, Instant now) {
        Duration interval = news ? sooner(feed.interval()) : later(feed.interval());
        Duration asked = min(wish, most);
        boolean theirs = asked.compareTo(interval) > 0;
        String reason = theirs
                ? "The publisher asks for a pause of " + words(asked) + "."
                : news
                        ? "It brought news, so it is asked again in " + words(interval) + "."
                        : "Nothing new, so it is asked again in " + words(interval) + ".";
        return new Plan(after(feed, theirs ? asked : interval, now), interval, Feed.Status.OK, 0, null, reason);
    }

    /** After a poll that failed; {@code retryAfter} is the server's wish, kept as given up to seven days. */
    public Plan afterFailure(DueFeed feed, ErrorKind kind, Optional<Duration> retryAfter, Instant now) {
        int failures = feed.failures() + 1;
        Instant since = feed.failingSince() == null ? now : feed.failingSince();
        if (kind == ErrorKind.GONE) {
            return new Plan(
                    null,
                    feed.interval(),
                    Feed.Status.GONE,
                    failures,
                    since,
                    "The publisher closed it; it is not asked again.");
        }
        Duration pause = backOff(failures);
        Duration asked = min(retryAfter.orElse(Duration.ZERO), LONGEST_WISH);
        boolean theirs = asked.compareTo(pause) > 0;
        String reason = theirs
                ? "Its server asks to be left alone for " + words(asked) + "."
                : "It failed " + times(failures) + ", so it is tried again in " + words(pause) + ".";
        return new Plan(
                after(feed, theirs ? asked : pause, now),
                feed.interval(),
                Feed.Status.FAILING,
                failures,
                since,
                reason);
    }

    private Duration sooner(Duration interval) {
        return interval.isZero() ? min(least.multipliedBy(2), most) : max(interval.dividedBy(2), least);
    }

    private Duration later(Duration interval) {
        return interval.isZero()
                ? min(least.multipliedBy(4), most)
                : min(interval.multipliedBy(3).dividedBy(2), most);
    }

    private Duration backOff(int failures) {
        int doublings = Math.min(failures - 1, 20);
        return min(least.multipliedBy(1L << doublings), most);
    }

    /** Up to a tenth later, the same tenth each time, so that feeds spread out and stay apart. */
    private static Instant after(DueFeed feed, Duration pause, Instant now) {
        long spread = Math.floorMod(feed.id().value() * 0x9E3779B97F4A7C15L, 1_000L);
        return now.plus(pause).plus(pause.multipliedBy(spread).dividedBy(10_000));
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static String times(int failures) {
        return failures == 1 ? "once" : failures + " times in a row";
    }

    private static String words(Duration pause) {
        long minutes = Math.max(1, pause.plusSeconds(30).toMinutes());
        if (minutes < 120) {
            return minutes + (minutes == 1 ? " minute" : " minutes");
        }
        return minutes < 2_880 ? minutes / 60 + " hours" : minutes / 1_440 + " days";
    }
}
