package org.broadsheet.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.Published;
import org.broadsheet.store.StatisticsTable;

/**
 * How rarely feeds publish, in six classes, so that the one essay of a month is not buried under a day's agency news.
 * Counted anew every ten minutes. Thread-safe.
 */
public final class Rarity {
    static final int CLASSES = 6;

    private static final int DAYS = 30;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final StatisticsTable statistics;
    private final InstantSource clock;
    private final Cache<AccountId, Map<Long, Integer>> classes =
            Caffeine.newBuilder().maximumSize(100).expireAfterWrite(KEPT).build();

    public Rarity(StatisticsTable statistics, InstantSource clock) {
        this.statistics = statistics;
        this.clock = clock;
    }

    /** The class of each feed by its id, from 0 for the rarest; a feed without an entry of late is missing and of class 0. */
    Map<Long, Integer> of(AccountId account) {
        return classes.get(account, this::count);
    }

    private Map<Long, Integer> count(AccountId account) {
        return statistics.published(account, null, clock.instant().minus(Duration.ofDays(DAYS))).stream()
                .collect(Collectors.groupingBy(
                        hour -> hour.feed().value(),
                        Collectors.collectingAndThen(Collectors.summingLong(Published::entries), Rarity::ofEntries)));
    }

    /** By entries in 30 days: one a month, one a week, one a day, five, twenty, and more. */
    static int ofEntries(long entries) {
        long[] most = {1, 4, DAYS, 5L * DAYS, 20L * DAYS};
        int rarity = 0;
        while (rarity < most.length && entries > most[rarity]) {
            rarity++;
        }
        return rarity;
    }
}
