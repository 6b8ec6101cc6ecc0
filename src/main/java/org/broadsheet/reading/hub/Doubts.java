package org.broadsheet.reading.hub;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hosts, and single callbacks, that did not confirm what was asked for in their names: whoever asks on behalf of others cannot use us to
 * knock at their doors again and again. Thread-safe; forgets after ten minutes and when the process ends.
 */
final class Doubts {
    private static final int MOST = 60;
    private static final int MOST_KEPT = 20_000;

    private final Cache<String, AtomicInteger> byHost = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    /**
     * Something was asked for in vain.
     *
     * @param host or a callback's address
     */
    void add(String host) {
        byHost.asMap().computeIfAbsent(host, key -> new AtomicInteger()).incrementAndGet();
    }

    /** Its callbacks do confirm. */
    void clear(String host) {
        byHost.invalidate(host);
    }

    boolean areTooMany(String host) {
        AtomicInteger doubts = byHost.getIfPresent(host);
        return doubts != null && doubts.get() >= MOST;
    }
}
