package org.broadsheet.publish.hub;

import java.time.Duration;
import java.util.Optional;
import org.broadsheet.text.Hashes;

/** When a subscriber that could not be reached is tried again. Pure: the same failure gives the same pause. */
public final class BackOff {
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(3);
    private static final Duration LONGEST_WISH = Duration.ofDays(1);
    private static final int DOUBLINGS = 9; // beyond LONGEST

    /** With the pauses above, about a day. */
    static final int MOST_FAILURES = 17;

    private BackOff() {}

    /**
     * The pause after so many failures in a row, a little shorter or longer for each subscriber, so that those who failed
     * together do not come back together.
     *
     * @param failures 1 or more
     * @param asked how long the subscriber wants to be left alone; counts up to a day where it is longer
     * @return empty when it is time to give up
     */
    public static Optional<Duration> pause(int failures, long subscriber, Duration asked) {
        return failures >= MOST_FAILURES ? Optional.empty() : Optional.of(pauseForEver(failures, subscriber, asked));
    }

    /** The same for those who are never given up. */
    public static Duration pauseForEver(int failures, long subscriber, Duration asked) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        Duration grown = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        Duration spread = grown.multipliedBy(90 + Math.floorMod(Hashes.mixed(subscriber * 31 + failures), 21))
                .dividedBy(100);
        Duration wish = asked.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : asked;
        return wish.compareTo(spread) > 0 ? wish : spread;
    }
}
