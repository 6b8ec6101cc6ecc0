package org.broadsheet.api.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.server.ReadyDocument;
import org.jspecify.annotations.Nullable;

/**
 * What each account follows, in JSON: half a kilobyte a feed, which programs ask for again and again while feeds are polled,
 * so each feed is written once for as long as nothing changes about it. Thread-safe.
 */
final class FeedList {
    /** In all accounts. */
    private static final int MOST_FEEDS = 30_000;

    private record Kept(List<FeedSummary> feeds, WrittenList<FeedSummary> written) {}

    private final Cache<AccountId, Kept> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_FEEDS)
            .weigher((AccountId account, Kept list) -> list.feeds().size())
            .build();

    /**
     * The document of these feeds.
     *
     * @param feeds the very list that {@code Subscribing} gives: another one after each change, of the same summaries where
     *     nothing changed about a feed
     */
    ReadyDocument of(AccountId account, List<FeedSummary> feeds) {
        return kept.asMap()
                .compute(account, (key, old) -> isOf(feeds, old) ? old : write(feeds, old))
                .written()
                .document();
    }

    // Comparing thousands of feeds would cost as much as writing them.
    @SuppressWarnings("ReferenceEquality")
    private static boolean isOf(List<FeedSummary> feeds, @Nullable Kept old) {
        return old != null && old.feeds() == feeds;
    }

    private static Kept write(List<FeedSummary> feeds, @Nullable Kept old) {
        WrittenList<FeedSummary> written = old == null ? WrittenList.none() : old.written();
        return new Kept(feeds, written.next(feeds, FeedView::of));
    }
}
