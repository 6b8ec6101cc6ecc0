package org.broadsheet.reading;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.model.Folder;
import org.broadsheet.model.FolderId;
import org.broadsheet.model.FolderSummary;

/**
 * One account's folders and which feeds stand in them. Immutable.
 *
 * @param folders in their order, outer before inner
 * @param inside the feeds in each folder and in the folders inside it
 */
record Filings(List<Folder> folders, Map<FolderId, Set<FeedId>> inside) {
    /** From the folders in which each feed stands itself. */
    static Filings of(List<Folder> folders, Map<FeedId, List<FolderId>> filed) {
        Map<FolderId, Set<FeedId>> direct = new HashMap<>();
        filed.forEach((feed, in) -> in.forEach(
                folder -> direct.computeIfAbsent(folder, any -> new HashSet<>()).add(feed)));
        Map<FolderId, Set<FeedId>> inside = new HashMap<>();
        for (Folder folder : folders) {
            Set<FeedId> feeds = new HashSet<>();
            Folders.within(folders, folder).forEach(inner -> feeds.addAll(direct.getOrDefault(inner, Set.of())));
            inside.put(folder.id(), feeds);
        }
        return new Filings(folders, inside);
    }

    List<FolderSummary> summaries(Map<FeedId, Long> unread) {
        return folders.stream().map(folder -> summary(folder, unread)).toList();
    }

    private FolderSummary summary(Folder folder, Map<FeedId, Long> unread) {
        Set<FeedId> feeds = inside.getOrDefault(folder.id(), Set.of());
        long count =
                feeds.stream().mapToLong(feed -> unread.getOrDefault(feed, 0L)).sum();
        return new FolderSummary(folder, feeds.size(), count);
    }

    private record Placed(int folder, String title, FeedSummary summary) {
        private static final Comparator<Placed> ORDER = Comparator.comparingInt(Placed::folder)
                .thenComparing(Placed::title)
                .thenComparing(placed -> placed.summary.feed().id().value());
    }

    /** By folder and title; those in no folder first. */
    List<FeedSummary> inOrder(List<FeedSummary> feeds) {
        Map<FolderId, Integer> places = new HashMap<>();
        folders.forEach(folder -> places.put(folder.id(), places.size() + 1));
        return feeds.stream()
                .map(summary -> new Placed(
                        summary.folder() == null
                                ? 0
                                : places.getOrDefault(summary.folder().id(), 0),
                        summary.title().toLowerCase(Locale.ROOT),
                        summary))
                .sorted(Placed.ORDER)
                .map(Placed::summary)
                .toList();
    }
}
