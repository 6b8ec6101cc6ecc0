package org.broadsheet.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.model.Folder;
import org.broadsheet.model.FolderId;
import org.broadsheet.model.FolderSummary;
import org.broadsheet.store.FolderTable;
import org.broadsheet.store.LabelTable;
import org.broadsheet.store.SubscriptionTable;
import org.broadsheet.store.Writer;
import org.jspecify.annotations.Nullable;

/**
 * What each account subscribes to, read from the store once after a commit. What other nodes write to a shared database
 * shows after a second. Thread-safe.
 */
public final class Shelves {
    private static final Duration KEPT = Duration.ofSeconds(1);

    private record Kept(Instant readAt, long commits, Map<FeedId, Long> unread, Shelf shelf) {}

    private final Writer writer;
    private final SubscriptionTable subscriptions;
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
            FolderTable folders,
            LabelTable labels,
            UnreadIndex unread,
            boolean shared,
            InstantSource clock) {
        this.writer = writer;
        this.subscriptions = subscriptions;
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
                .compute(account, (key, old) -> isFresh(old, commits, counts) ? old : read(key, commits, counts))
                .shelf();
    }

    // The index learns of a mark after its commit, and has other counts then.
    @SuppressWarnings("ReferenceEquality")
    private boolean isFresh(@Nullable Kept old, long commits, Map<FeedId, Long> counts) {
        return old != null
                && old.commits() >= commits
                && old.unread() == counts
                && !(shared && old.readAt().plus(KEPT).isBefore(clock.instant()));
    }

    private Kept read(AccountId account, long commits, Map<FeedId, Long> counts) {
        List<FeedSummary> feeds = subscriptions.all(account).stream()
                .map(summary ->
                        summary.withUnread(counts.getOrDefault(summary.feed().id(), 0L)))
                .toList();
        List<Folder> all = folders.all(account);
        Map<FeedId, List<FolderId>> filings = subscriptions.filings(account);
        List<FolderSummary> summaries = all.stream()
                .map(folder -> summary(folder, Folders.within(all, folder), filings, counts))
                .toList();
        return new Kept(clock.instant(), commits, counts, new Shelf(feeds, summaries, labels.all(account)));
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
