package org.broadsheet.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.Feed;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.model.Folder;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.FolderSummary;
import org.broadsheet.model.LabelSummary;
import org.jspecify.annotations.Nullable;

/** All that one account subscribes to, as it stands while one page is made. */
public record Shelf(List<FeedSummary> feeds, List<FolderSummary> folders, List<LabelSummary> labels) {
    private static final Set<ErrorKind> NO_NETWORK = EnumSet.of(ErrorKind.DNS, ErrorKind.CONNECT);

    public long unread() {
        return feeds.stream().mapToLong(FeedSummary::unread).sum();
    }

    public long entries() {
        return feeds.stream().mapToLong(summary -> summary.feed().entries()).sum();
    }

    /** Only what lies in a folder or in the folders inside it. */
    public Shelf within(FolderPath outer) {
        return new Shelf(
                feeds.stream().filter(feed -> isWithin(feed.folder(), outer)).toList(),
                folders.stream()
                        .filter(inner -> inner.folder().path().isWithin(outer))
                        .toList(),
                List.of());
    }

    public List<FolderSummary> outermost() {
        return folders.stream()
                .filter(summary -> summary.folder().path().names().size() == 1)
                .toList();
    }

    /** The folders that lie directly in this one. */
    public List<FolderSummary> directlyIn(FolderPath outer) {
        int depth = outer.names().size() + 1;
        return folders.stream()
                .filter(summary -> summary.folder().path().names().size() == depth)
                .filter(summary -> summary.folder().path().isWithin(outer))
                .toList();
    }

    public List<FeedSummary> inTrouble() {
        return feeds.stream().filter(summary -> isInTrouble(summary.feed())).toList();
    }

    /** The feeds with the most unread entries, most first. */
    public List<FeedSummary> mostUnread(int limit) {
        return feeds.stream()
                .filter(summary -> summary.unread() > 0)
                .sorted(Comparator.comparingLong(FeedSummary::unread).reversed())
                .limit(limit)
                .toList();
    }

    /** Whether every feed that was asked failed for want of a network. */
    public boolean isOffline() {
        List<Feed> asked = feeds.stream()
                .map(FeedSummary::feed)
                .filter(feed -> feed.lastPoll() != null)
                .toList();
        return !asked.isEmpty() && asked.stream().allMatch(Shelf::isUnreachable);
    }

    public boolean isBeingAskedFirst() {
        return feeds.stream().anyMatch(summary -> summary.feed().status() == Feed.Status.NEW);
    }

    /** The feeds by folder, in the shelf's order; those of no folder first, under null. */
    public List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (FeedSummary feed : feeds) {
            Group last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (last == null || !Objects.equals(last.folder(), feed.folder())) {
                last = new Group(feed.folder(), new ArrayList<>());
                groups.add(last);
            }
            last.feeds().add(feed);
        }
        return groups;
    }

    /** Feeds that stand together; the folder is null for those in none. */
    public record Group(@Nullable Folder folder, List<FeedSummary> feeds) {}

    public static boolean isInTrouble(Feed feed) {
        return feed.status() == Feed.Status.FAILING || feed.status() == Feed.Status.GONE;
    }

    private static boolean isUnreachable(Feed feed) {
        return feed.lastPoll() != null
                && feed.lastPoll().errorKind() != null
                && NO_NETWORK.contains(feed.lastPoll().errorKind());
    }

    private static boolean isWithin(@Nullable Folder folder, FolderPath outer) {
        return folder != null && folder.path().isWithin(outer);
    }
}
