package org.broadsheet.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
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
import org.broadsheet.model.Folder;
import org.broadsheet.model.FolderId;
import org.broadsheet.model.FolderSummary;
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
    private record Kept(
            Instant readAt,
            long commits,
            Map<FeedId, Long> unread,
            List<Folder> folders,
            Map<FeedId, List<FolderId>> filings,
            Shelf shelf) {}

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

    private Kept read(AccountId account, long commits, Map<FeedId, Long> counts) {
        List<Folder> all = folders.all(account);
        Map<FeedId, List<FolderId>> filings = subscriptions.filings(account);
        Shelf shelf = shelf(subscriptions.all(account), all, filings, counts, labels.all(account));
        return new Kept(clock.instant(), commits, counts, all, filings, shelf);
    }

    /** What was read, brought up to date; empty where it has to be read as a whole. */
    private Optional<Kept> brought(@Nullable Kept old, long commits, Map<FeedId, Long> counts) {
        if (old == null || (shared && old.readAt().plus(KEPT).isBefore(clock.instant()))) {
            return Optional.empty();
        }
        return writer.touchedSince(old.commits())
                .filter(touched -> touched.size() <= MOST_AGAIN)
                .flatMap(touched -> again(old.shelf().feeds(), touched))
                .map(fresh -> with(old, fresh, Math.max(commits, old.commits()), counts));
    }

    /** The same feeds, those that were touched as they are now; empty where one has another place among them. */
    private Optional<List<FeedSummary>> again(List<FeedSummary> old, Set<FeedId> touched) {
        Map<FeedId, Feed> fresh = touched.isEmpty()
                ? Map.of()
                : feeds.some(touched).stream().collect(Collectors.toMap(Feed::id, Function.identity()));
        if (old.stream().map(FeedSummary::feed).noneMatch(feed -> fresh.containsKey(feed.id()))) {
            return Optional.of(old);
        }
        boolean moved = old.stream()
                .map(FeedSummary::feed)
                .anyMatch(feed -> isNamedAnew(feed, fresh.getOrDefault(feed.id(), feed)));
        return moved
                ? Optional.empty()
                : Optional.of(old.stream()
                        .map(summary ->
                                summary.with(fresh.getOrDefault(summary.feed().id(), summary.feed())))
                        .toList());
    }

    private static boolean isNamedAnew(Feed old, Feed now) {
        return !old.title().equals(now.title()) || !old.url().equals(now.url());
    }

    // The index learns of a mark after its commit, and has other counts then.
    @SuppressWarnings("ReferenceEquality")
    private static Kept with(Kept old, List<FeedSummary> feeds, long commits, Map<FeedId, Long> counts) {
        Shelf shelf = feeds == old.shelf().feeds() && counts == old.unread()
                ? old.shelf()
                : shelf(feeds, old.folders(), old.filings(), counts, old.shelf().labels());
        return new Kept(old.readAt(), commits, counts, old.folders(), old.filings(), shelf);
    }

    private static Shelf shelf(
            List<FeedSummary> feeds,
            List<Folder> folders,
            Map<FeedId, List<FolderId>> filings,
            Map<FeedId, Long> counts,
            List<LabelSummary> labels) {
        List<FeedSummary> counted = feeds.stream()
                .map(summary ->
                        summary.withUnread(counts.getOrDefault(summary.feed().id(), 0L)))
                .toList();
        List<FolderSummary> summaries = folders.stream()
                .map(folder -> summary(folder, Folders.within(folders, folder), filings, counts))
                .toList();
        return new Shelf(counted, summaries, labels);
    }

    private static FolderSummary summary(
            Folder folder, List<FolderId> within, Map<FeedId, List<FolderId>> filings, Map<FeedId, Long> counts) {
        Set<FolderId> inside = new HashSet<>(within);
        List<FeedId> feeds = filings.entrySet().stream()
                .filter(filing -> filing.getValue().stream().anyMatch(inside::contains))
                .map(Map.Entry::getKey)
                .toList();
        long unread =
                feeds.stream().mapToLong(feed -> counts.getOrDefault(feed, 0L)).sum();
        return new FolderSummary(folder, feeds.size(), unread);
    }
}
