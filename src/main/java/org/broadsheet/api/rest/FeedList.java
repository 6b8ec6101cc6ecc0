package org.broadsheet.api.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.List;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.server.ReadyDocument;
import org.broadsheet.text.Hashes;
import org.jspecify.annotations.Nullable;

/**
 * What each account follows, in JSON: half a kilobyte a feed, which programs ask for again and again, so it is written once
 * for as long as nothing changes. Thread-safe.
 */
final class FeedList {
    private static final int ACCOUNTS = 100;

    private record Written(List<FeedSummary> feeds, ReadyDocument document) {}

    private final Cache<AccountId, Written> written =
            Caffeine.newBuilder().maximumSize(ACCOUNTS).build();

    /**
     * The document of these feeds.
     *
     * @param feeds the very list that {@code Subscribing} gives, which is another one after each change
     */
    ReadyDocument of(AccountId account, List<FeedSummary> feeds) {
        return written.asMap()
                .compute(account, (key, old) -> isOf(feeds, old) ? old : write(feeds))
                .document();
    }

    // Comparing thousands of feeds would cost as much as writing them.
    @SuppressWarnings("ReferenceEquality")
    private static boolean isOf(List<FeedSummary> feeds, @Nullable Written old) {
        return old != null && old.feeds() == feeds;
    }

    private static Written write(List<FeedSummary> feeds) {
        byte[] bytes = Json.bytes(new Items<>(feeds.stream().map(FeedView::of).toList(), null));
        return new Written(feeds, new ReadyDocument(bytes, Json.TYPE, Hashes.of(bytes), Instant.EPOCH));
    }
}
