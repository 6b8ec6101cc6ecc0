package org.broadsheet.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.ingest.opml.OpmlDocument;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.HeldSubscription;
import org.broadsheet.model.Holdings;
import org.broadsheet.model.ListRemark;
import org.broadsheet.model.ListedFeed;
import org.broadsheet.reading.ImportReport.Line;
import org.broadsheet.text.FeedAddress;
import org.jspecify.annotations.Nullable;

/**
 * What would change if the subscriptions were as a list has them.
 *
 * @param steps added feeds first, then moved, renamed, changed and removed ones, each in the order of the list
 * @param restChanges whether what the list says beside its feeds is other than what is kept
 * @param refused the parts of the list that cannot be taken
 * @param unusable why nothing of it could be read, null when it could
 */
public record ListPlan(
        List<Step> steps,
        boolean restChanges,
        List<Line> refused,
        @Nullable ListRemark unusable) {
    /** More removals than these, and more than half of the feeds, are never made unasked. */
    private static final int FEW = 5;

    public ListPlan {
        steps = List.copyOf(steps);
        refused = List.copyOf(refused);
    }

    static ListPlan unusable(ListRemark why) {
        return new ListPlan(List.of(), false, List.of(), why);
    }

    /** What happens to a subscription. */
    public enum Kind {
        ADDED,
        MOVED,
        RENAMED,
        /** How often it is asked, with what password, or what other programs keep with it. */
        CHANGED,
        REMOVED
    }

    /**
     * One change of one subscription.
     *
     * @param from the folders that it leaves or the title that it had, null where that does not change
     * @param to the folders that it comes to or the title that it gets, null where that does not change
     */
    public record Step(
            Kind kind,
            String url,
            @Nullable String title,
            @Nullable String from,
            @Nullable String to) {}

    /** Pure: what is held beside what is listed. */
    static ListPlan between(Holdings held, OpmlDocument read) {
        OpmlDocument list = Mended.of(read, held);
        Map<ListedFeed, HeldSubscription> matches = Matches.of(held.feeds(), list.feeds());
        Map<Kind, List<Step>> steps = new EnumMap<>(Kind.class);
        for (ListedFeed feed : list.feeds()) {
            HeldSubscription there = matches.get(feed);
            if (there == null) {
                String url = FeedAddress.withoutCredentials(feed.url());
                step(steps, new Step(Kind.ADDED, url, feed.title(), null, places(feed.folders())));
            } else {
                compare(steps, there, feed);
            }
        }
        Set<HeldSubscription> listed = new HashSet<>(matches.values());
        held.feeds().stream()
                .filter(there -> !listed.contains(there))
                .forEach(there ->
                        step(steps, new Step(Kind.REMOVED, there.url(), there.title(), places(there.folders()), null)));
        boolean rest =
                !held.folders().equals(said(list)) || !Set.copyOf(held.others()).equals(Set.copyOf(list.others()));
        List<Step> all = steps.values().stream().flatMap(List::stream).toList();
        return new ListPlan(all, rest, ImportReport.remarks(list), null);
    }

    private static Map<FolderPath, ?> said(OpmlDocument list) {
        return list.folders().entrySet().stream()
                .filter(folder -> !folder.getValue().values().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void compare(Map<Kind, List<Step>> steps, HeldSubscription there, ListedFeed feed) {
        if (Differences.folders(there, feed)) {
            step(
                    steps,
                    new Step(Kind.MOVED, there.url(), there.title(), places(there.folders()), places(feed.folders())));
        }
        if (Differences.title(there, feed)) {
            step(steps, new Step(Kind.RENAMED, there.url(), feed.title(), there.title(), feed.title()));
        }
        if (Differences.settings(there, feed)) {
            String title = Objects.requireNonNullElse(feed.title(), there.title());
            step(steps, new Step(Kind.CHANGED, there.url(), title, null, null));
        }
    }

    private static void step(Map<Kind, List<Step>> steps, Step step) {
        steps.computeIfAbsent(step.kind(), kind -> new ArrayList<>()).add(step);
    }

    private static String places(List<FolderPath> folders) {
        return folders.stream()
                .map(folder -> String.join(" / ", folder.names()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    public boolean isEmpty() {
        return steps.isEmpty() && !restChanges;
    }

    /** Such as {@code 2 added, 0 moved, 1 renamed, 0 changed, 0 removed}. */
    public String summary() {
        return Arrays.stream(Kind.values())
                .map(kind -> count(kind) + " " + kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    public long count(Kind kind) {
        return steps.stream().filter(step -> step.kind() == kind).count();
    }

    /** Whether it removes so much that the list is more likely damaged than meant. */
    boolean removesMostOf(int held) {
        long removed = count(Kind.REMOVED);
        return removed > FEW && removed * 2 > held;
    }
}
