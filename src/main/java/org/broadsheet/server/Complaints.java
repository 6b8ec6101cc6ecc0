package org.broadsheet.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Unexpected exceptions on their way to the log: one line each, and each kind once a minute. Thread-safe. */
final class Complaints {
    private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    // Bounded: there are only so many places in the code where something can go wrong.
    private final ConcurrentMap<String, Instant> last = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Complaints(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Logs, unless the same happened within the last minute.
     *
     * @param doing what failed, in our own words: never text of the request
     * @return whether it was logged
     */
    boolean log(String doing, Throwable thrown) {
        String kind = thrown.getClass().getName() + " " + place(thrown);
        Instant now = clock.instant();
        if (isRecent(last.get(kind), now)) {
            return false;
        }
        last.put(kind, now);
        LOG.error("{} failed: {} ({})", doing, kind, oneLine(String.valueOf(thrown.getMessage())));
        LOG.debug("The whole story", thrown);
        return true;
    }

    private static boolean isRecent(@Nullable Instant before, Instant now) {
        return before != null && before.plus(PAUSE).isAfter(now);
    }

    private static String place(Throwable thrown) {
        StackTraceElement[] stack = thrown.getStackTrace();
        return Arrays.stream(stack)
                .filter(frame -> frame.getClassName().startsWith("org.broadsheet"))
                .findFirst()
                .or(() -> Arrays.stream(stack).findFirst())
                .map(frame -> "at " + frame)
                .orElse("somewhere");
    }

    private static String oneLine(String message) {
        String line = message.replaceAll("\\s+", " ");
        return line.length() > 200 ? line.substring(0, 200) + "..." : line;
    }
}
