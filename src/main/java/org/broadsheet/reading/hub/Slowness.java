package org.broadsheet.reading.hub;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * Subscribers that took their time over what they were last sent: they must not hold up those that do not, though they take
 * everything in the end. Thread-safe; forgets after an hour and when the process ends.
 */
final class Slowness {
    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final int MOST = 100_000;

    private final Cache<Long, Boolean> slow = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    void note(long subscriber, Duration took) {
        if (took.compareTo(SLOW) > 0) {
            slow.put(subscriber, true);
        } else {
            slow.invalidate(subscriber);
        }
    }

    boolean has(long subscriber) {
        return slow.getIfPresent(subscriber) != null;
    }
}
