package org.broadsheet.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.ingest.opml.OpmlDocument;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.HeldSubscription;
import org.broadsheet.model.ListedFeed;
import org.broadsheet.reading.ImportReport.Line;
import org.broadsheet.text.FeedAddress;
import org.jspecify.annotations.Nullable;

/**
 * What would change if the subscriptions were as a list has them.
 *
 * @param steps added feeds first, then moved, renamed and removed ones, each in the order of the list
 * @param refused the parts of the list that cannot be taken
 * @param unusable why nothing of it could be read, null when it could
 */
public record ListPlan(
        List<Step> steps, List<Line> refused, @Nullable String unusable) {
    /** More removals than these, and more than half of the feeds, are never made unasked. */
    private static final int FEW = 5;

    public ListPlan {
        steps = List.copyOf(steps);
        refused = List.copyOf(refused);
    }

    static ListPlan unusable(String why) {
        return new ListPlan(List.of(), List.of(), why);
    }

    /** What happens to a subscription. */
    public enum Kind {
        ADDED,
        MOVED,
        RENAMED,
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
    static ListPlan between(List<HeldSubscription> held, OpmlDocument list) {
        Map<ListedFeed, HeldSubscription> matches = matches(held, list);
        Map<Kind, List<Step>> steps = new EnumMap<>(Kind.class);
        for (ListedFeed feed : list.feeds()) {
            HeldSubscription there = matches.get(feed);
            if (there == null) {
                step(steps, new Step(Kind.ADDED, url(feed), feed.title(), null, places(feed.folders())));
            } else {
                compare(steps, there, feed);
            }
        }
        Set<HeldSubscription> listed = new HashSet<>(matches.values());
        held.stream()
                .filter(there -> !listed.contains(there))
                .forEach(there ->
                        step(steps, new Step(Kind.REMOVED, there.url(), there.title(), places(there.folders()), null)));
        List<Step> all = steps.values().stream().flatMap(List::stream).toList();
        return new ListPlan(all, ImportReport.refused(list), null);
    }

    /** The subscription that each listed feed is, by its address now or when a list named it last; each at most once. */
    static Map<ListedFeed, HeldSubscription> matches(List<HeldSubscription> held, OpmlDocument list) {
        Map<String, HeldSubscription> byUrl = byUrl(held);
        Map<ListedFeed, HeldSubscription> matches = new HashMap<>();
        Set<HeldSubscription> taken = new HashSet<>();
        for (ListedFeed feed : list.feeds()) {
            HeldSubscription there = byUrl.get(url(feed));
            if (there != null && taken.add(there)) {
                matches.put(feed, there);
            }
        }
        return matches;
    }

    private static void compare(Map<Kind, List<Step>> steps, HeldSubscription there, ListedFeed feed) {
        if (!Set.copyOf(there.folders()).equals(Set.copyOf(feed.folders()))) {
            step(
                    steps,
                    new Step(Kind.MOVED, there.url(), there.title(), places(there.folders()), places(feed.folders())));
        }
        if (there.isRenamedBy(feed)) {
            step(steps, new Step(Kind.RENAMED, there.url(), feed.title(), there.title(), feed.title()));
        }
    }

    private static void step(Map<Kind, List<Step>> steps, Step step) {
        steps.computeIfAbsent(step.kind(), kind -> new ArrayList<>()).add(step);
    }

    /** Subscriptions by their address and by the one that a list had for them. */
    static Map<String, HeldSubscription> byUrl(List<HeldSubscription> held) {
        Map<String, HeldSubscription> byUrl = new HashMap<>();
        held.forEach(there -> byUrl.put(there.url(), there));
        held.forEach(there -> byUrl.putIfAbsent(String.valueOf(there.kept().url()), there));
        return byUrl;
    }

    static String url(ListedFeed feed) {
        return FeedAddress.withoutCredentials(feed.url());
    }

    private static String places(List<FolderPath> folders) {
        return folders.stream()
                .map(folder -> String.join(" / ", folder.names()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Such as {@code 2 added, 0 moved, 1 renamed, 0 removed}. */
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
