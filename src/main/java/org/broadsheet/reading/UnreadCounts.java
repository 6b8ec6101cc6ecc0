package org.broadsheet.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.FeedId;
import org.broadsheet.store.StreamTable;
import org.broadsheet.store.SubscriptionTable;
import org.jspecify.annotations.Nullable;

/**
 * How many entries of each feed an account has not read, counted once per change of the store.
 *
 * <p>Another node's marks show within ten seconds; this node's at once. Thread-safe.
 */
public final class UnreadCounts {
    private record Counted(long change, Map<FeedId, Long> byFeed) {}

    private final StreamTable streams;
    private final SubscriptionTable subscriptions;
    private final Cache<AccountId, Counted> counts = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    public UnreadCounts(StreamTable streams, SubscriptionTable subscriptions) {
        this.streams = streams;
        this.subscriptions = subscriptions;
    }

    Map<FeedId, Long> of(AccountId account) {
        long change = streams.change();
        // Atomic with forget(), so that a count begun before a mark does not outlive it.
        return counts.asMap()
                .compute(account, (key, old) -> isFresh(old, change) ? old : count(key, old, change))
                .byFeed();
    }

    /** Only feeds that brought something are counted again: what is folded anew counts in the feed that brought it. */
    private Counted count(AccountId account, @Nullable Counted old, long change) {
        if (old == null) {
            return new Counted(change, subscriptions.unread(account, null));
        }
        List<FeedId> changed = streams.feedsChangedSince(old.change());
        Map<FeedId, Long> byFeed = new HashMap<>(old.byFeed());
        changed.forEach(byFeed::remove);
        byFeed.putAll(subscriptions.unread(account, changed));
        return new Counted(change, byFeed);
    }

    private static boolean isFresh(@Nullable Counted counted, long change) {
        return counted != null && counted.change() == change;
    }

    /** Counts anew next time, because the account marked something or follows something else. */
    void forget(AccountId account) {
        counts.invalidate(account);
    }
}
