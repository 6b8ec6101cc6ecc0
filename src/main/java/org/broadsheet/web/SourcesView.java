package org.broadsheet.web;

import java.util.List;
import java.util.Set;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.model.Folder;
import org.broadsheet.reading.Shelf;
import org.jspecify.annotations.Nullable;

/**
 * The page of all sources, ready to print.
 *
 * @param line how many there are and how they fare
 * @param folders the names that the form offers
 * @param said what came of the last action, null when there was none
 * @param list a change of the file of subscriptions that waits, null when none does
 * @param round polls that were asked for, null when none were
 * @param offline whether no source can be reached, which is said once then
 * @param trouble the sources that cannot be read, none when it is all of them
 */
public record SourcesView(
        String line,
        Wish wish,
        List<String> folders,
        @Nullable String said,
        @Nullable Link list,
        @Nullable RoundView round,
        boolean offline,
        List<SourceLine> trouble,
        List<Group> groups) {

    /** Sources that stand together; the folder is null for those in none. */
    public record Group(@Nullable Link folder, List<SourceLine> sources) {}

    static SourcesView of(
            Shelf shelf,
            Wish wish,
            @Nullable String said,
            @Nullable RoundView round,
            Set<String> unverifiedHosts,
            Edition edition) {
        return new SourcesView(
                line(shelf, edition.texts()),
                wish,
                shelf.folders().stream()
                        .map(summary -> summary.folder().path().toString())
                        .toList(),
                said,
                null,
                round,
                shelf.isOffline(),
                shelf.isOffline() ? List.of() : lines(shelf.inTrouble(), unverifiedHosts, edition),
                shelf.groups().stream()
                        .map(group -> new Group(link(group.folder()), lines(group.feeds(), unverifiedHosts, edition)))
                        .toList());
    }

    /** The same with a change of the file of subscriptions that waits. */
    SourcesView withList(@Nullable Link waiting) {
        return new SourcesView(line, wish, folders, said, waiting, round, offline, trouble, groups);
    }

    private static String line(Shelf shelf, Texts texts) {
        if (shelf.feeds().isEmpty()) {
            return texts.get("sources.none");
        }
        int trouble = shelf.inTrouble().size();
        return texts.get("sources.line", shelf.feeds().size(), shelf.entries(), trouble);
    }

    private static List<SourceLine> lines(List<FeedSummary> feeds, Set<String> unverifiedHosts, Edition edition) {
        return feeds.stream()
                .map(feed -> SourceLine.of(feed, unverifiedHosts, edition))
                .toList();
    }

    private static @Nullable Link link(@Nullable Folder folder) {
        return folder == null
                ? null
                : new Link(
                        "/folders/" + folder.slug(),
                        String.join(" / ", folder.path().names()));
    }
}
