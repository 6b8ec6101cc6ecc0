package org.broadsheet.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.Feed;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.model.LabelSummary;
import org.broadsheet.store.FeedTable;
import org.broadsheet.store.FolderTable;
import org.broadsheet.store.LabelTable;
import org.broadsheet.store.SubscriptionTable;
import org.broadsheet.store.Writer;
import org.jspecify.annotations.Nullable;

/**
 * What each account subscribes to, as of the last commit. After polls and marks only what they touched is read again, so
 * that a page takes no longer while thousands of feeds are polled. What other nodes write to a shared database shows after a
 * second. Thread-safe.
 */
public final class Shelves {
    private static final Duration KEPT = Duration.ofSeconds(1);

    /** Beyond that many feeds, reading all is cheaper. */
    private static final int MOST_AGAIN = 500;

    /** What was read, when all of it was, and how often the store had been written to when it was last looked after. */
    private record Kept(Instant readAt, long commits, Map<FeedId, Long> unread, Filings filings, Shelf shelf) {}

    private final Writer writer;
    private final SubscriptionTable subscriptions;
    private final FeedTable feeds;
    private final FolderTable folders;
    private final LabelTable labels;
    private final UnreadIndex unread;
    private final boolean shared;
    private final InstantSource clock;
    private final Cache<AccountId, Kept> kept =
            Caffeine.newBuilder().maximumSize(100).build();

    /**
     * Builds it.
     *
     * @param shared whether other nodes write to the same database
     */
    public Shelves(
            Writer writer,
            SubscriptionTable subscriptions,
            FeedTable feeds,
            FolderTable folders,
            LabelTable labels,
            UnreadIndex unread,
            boolean shared,
            InstantSource clock) {
        this.writer = writer;
        this.subscriptions = subscriptions;
        this.feeds = feeds;
        this.folders = folders;
        this.labels = labels;
        this.unread = unread;
        this.shared = shared;
        this.clock = clock;
    }

    /** The account's shelf as of the last commit. */
    public Shelf of(AccountId account) {
        // Asked first: what is committed in between makes the shelf be read once more.
        long commits = writer.commits();
        Map<FeedId, Long> counts = unread.of(account).counts();
        return kept.asMap()
                .compute(
                        account,
                        (key, old) -> brought(old, commits, counts).orElseGet(() -> read(key, commits, counts)))
                .shelf();
    }

    private Kept read(AccountId account, long commits, Map<FeedId, Long> unreadByFeed) {
        Filings filings = Filings.of(folders.all(account), subscriptions.filings(account));
        List<FeedSummary> all = filings.inOrder(subscriptions.all(account));
        Shelf shelf = shelf(all, filings, unreadByFeed, labels.all(account));
        return new Kept(clock.instant(), commits, unreadByFeed, filings, shelf);
    }

    /** What was read, brought up to date; empty where it has to be read as a whole. */
    private Optional<Kept> brought(@Nullable Kept old, long commits, Map<FeedId, Long> unreadByFeed) {
        if (old == null || (shared && old.readAt().plus(KEPT).isBefore(clock.instant()))) {
            return Optional.empty();
        }
        return writer.touchedSince(old.commits())
                .filter(touched -> touched.size() <= MOST_AGAIN)
                .flatMap(touched -> again(old, touched))
                .map(fresh -> with(old, fresh, Math.max(commits, old.commits()), unreadByFeed));
    }

    /** The same feeds, those that were touched as they are now; empty where one has another address. */
    private Optional<List<FeedSummary>> again(Kept kept, Set<FeedId> touched) {
        List<FeedSummary> old = kept.shelf().feeds();
        Map<FeedId, Feed> fresh = touched.isEmpty()
                ? Map.of()
                : feeds.some(touched).stream().collect(Collectors.toMap(Feed::id, Function.identity()));
        List<FeedSummary> before = old.stream()
                .filter(summary -> fresh.containsKey(summary.feed().id()))
                .toList();
        if (before.isEmpty()) {
            return Optional.of(old);
        }
        if (before.stream().anyMatch(summary -> isElsewhere(summary.feed(), fresh))) {
            return Optional.empty();
        }
        List<FeedSummary> now = old.stream()
                .map(summary -> fresh.containsKey(summary.feed().id())
                        ? summary.with(fresh.get(summary.feed().id()))
                        : summary)
                .toList();
        boolean renamed = before.stream().anyMatch(summary -> isRenamed(summary.feed(), fresh));
        return Optional.of(renamed ? kept.filings().inOrder(now) : now);
    }

    private static boolean isElsewhere(Feed old, Map<FeedId, Feed> fresh) {
        return !old.url().equals(fresh.getOrDefault(old.id(), old).url());
    }

    private static boolean isRenamed(Feed old, Map<FeedId, Feed> fresh) {
        return !old.title().equals(fresh.getOrDefault(old.id(), old).title());
    }

    // The index learns of a mark after its commit, and has other counts then.
    @SuppressWarnings("ReferenceEquality")
    private static Kept with(Kept old, List<FeedSummary> feeds, long commits, Map<FeedId, Long> unreadByFeed) {
        Shelf shelf = feeds == old.shelf().feeds() && unreadByFeed == old.unread()
                ? old.shelf()
                : shelf(feeds, old.filings(), unreadByFeed, old.shelf().labels());
        return new Kept(old.readAt(), commits, unreadByFeed, old.filings(), shelf);
    }

    private static Shelf shelf(
            List<FeedSummary> feeds, Filings filings, Map<FeedId, Long> unreadByFeed, List<LabelSummary> labels) {
        List<FeedSummary> counted = feeds.stream()
                .map(summary -> summary.withUnread(
                        unreadByFeed.getOrDefault(summary.feed().id(), 0L)))
                .toList();
        return new Shelf(counted, filings.summaries(unreadByFeed), labels);
    }
}
