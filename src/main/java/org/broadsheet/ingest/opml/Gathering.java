package org.broadsheet.ingest.opml;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.ForeignAttributes;
import org.broadsheet.model.ListNote;
import org.broadsheet.model.ListNote.Kind;
import org.broadsheet.model.ListedFeed;
import org.broadsheet.model.OtherOutline;
import org.broadsheet.text.Echo;
import org.broadsheet.text.FeedAddress;
import org.jspecify.annotations.Nullable;

/** Sorts the outlines of a document into feeds, one for each address, folders, and what is neither. */
final class Gathering {
    /** Commands of Liferea and Newsboat that a list has a reader's machine run; kept nowhere, told always. */
    static final Set<String> COMMANDS = Set.of("filtercmd");

    private static final Set<String> FEED =
            Set.of("text", "title", "xmlurl", "xml_url", "url", "htmlurl", "html_url", "type", "category");
    private static final Set<String> FOLDER = Set.of("text", "title");
    private static final String INTERVAL = "updateinterval";

    private final Map<String, ListedFeed> byUrl = new LinkedHashMap<>();
    private final Map<FolderPath, ForeignAttributes> folders = new LinkedHashMap<>();
    private final List<OtherOutline> others = new ArrayList<>();
    private final List<OpmlProblem> problems = new ArrayList<>();

    private Gathering() {}

    static OpmlDocument of(Outlines outlines, List<OpmlProblem> before) {
        Gathering all = new Gathering();
        all.problems.addAll(before);
        outlines.top().forEach(element -> all.add(element, List.of()));
        return new OpmlDocument(
                outlines.title(), List.copyOf(all.byUrl.values()), all.folders, all.others, all.problems);
    }

    private void add(Element outline, List<String> folder) {
        String typed = outline.address();
        if (typed != null) {
            addFeed(typed, outline, folder);
        }
        if (outline.holdsFeeds()) {
            List<String> inner = inner(folder, outline.text());
            keepFolder(typed == null ? outline : null, inner);
            outline.inside().forEach(child -> add(child, inner));
        } else if (typed == null) {
            addOther(outline, folder);
        } else {
            outline.inside().forEach(child -> add(child, folder));
        }
    }

    /** Folders below the deepest one that is kept fall together with it; an outline without a name is no folder. */
    private static List<String> inner(List<String> outer, @Nullable String name) {
        if (name == null || outer.size() >= OpmlReader.DEEPEST_FOLDER) {
            return outer;
        }
        List<String> path = new ArrayList<>(outer);
        path.add(name);
        return path;
    }

    private void keepFolder(@Nullable Element outline, List<String> names) {
        ForeignAttributes said = outline == null ? ForeignAttributes.NONE : folder(outline);
        path(names).forEach(path -> folders.merge(path, said, ForeignAttributes::and));
    }

    /** With the title too, even where it is the text, for some programs write none. */
    private ForeignAttributes folder(Element outline) {
        Map<String, String> more = new LinkedHashMap<>();
        keep(more, "title", outline.attributes().first("title"), null);
        return new ForeignAttributes(more, Map.of()).and(foreign(outline, FOLDER));
    }

    private void addOther(Element outline, List<String> folder) {
        if (outline.points()) {
            note(outline, ListNote.of(Kind.POINTS_ELSEWHERE));
        } else if ("rss".equalsIgnoreCase(outline.type())) {
            problem(outline, ListNote.of(Kind.NO_ADDRESS));
        }
        if (!outline.inside().isEmpty() || !outline.attributes().all().isEmpty()) {
            others.add(new OtherOutline(folder.isEmpty() ? null : new FolderPath(folder), outline.tree()));
        }
    }

    private void addFeed(String typed, Element outline, List<String> folder) {
        Optional<String> url = FeedAddress.of(typed);
        if (url.isEmpty()) {
            problem(outline, new ListNote(Kind.OTHER_ADDRESS, Echo.of(typed)));
            return;
        }
        ListedFeed feed = feed(url.get(), outline, folder);
        byUrl.merge(feed.url(), feed, (old, again) -> both(outline, old, again));
    }

    private ListedFeed feed(String url, Element outline, List<String> folder) {
        Attributes said = outline.attributes();
        Duration askEvery = minutes(said.first(INTERVAL));
        Set<String> meant = new TreeSet<>(FEED);
        if (askEvery != null) {
            meant.add(INTERVAL);
        }
        Map<String, String> more = new LinkedHashMap<>();
        String type = outline.type();
        keep(more, "type", "rss".equalsIgnoreCase(type) ? null : type, null);
        List<FolderPath> places = path(folder);
        if (folder.isEmpty()) {
            places = categories(said.first("category"));
        } else {
            keep(more, "category", said.first("category"), null);
        }
        ForeignAttributes foreign = new ForeignAttributes(more, Map.of()).and(foreign(outline, meant));
        return new ListedFeed(url, outline.text(), said.first("htmlurl", "html_url"), places, askEvery, foreign);
    }

    /** What an outline says beyond the names that have a meaning here, and its title where it is not its text. */
    private ForeignAttributes foreign(Element outline, Set<String> meant) {
        Map<String, String> more = new LinkedHashMap<>();
        keep(more, "title", outline.attributes().first("title"), outline.text());
        Set<String> left = new TreeSet<>(meant);
        left.addAll(COMMANDS);
        if (outline.attributes().first(COMMANDS.toArray(String[]::new)) != null) {
            note(outline, ListNote.of(Kind.COMMAND));
        }
        return new ForeignAttributes(more, Map.of()).and(outline.attributes().without(left));
    }

    private static @Nullable Duration minutes(@Nullable String interval) {
        boolean counts = interval != null && interval.matches("[1-9]\\d{0,5}");
        return counts ? Duration.ofMinutes(Long.parseLong(interval)) : null;
    }

    private static void keep(
            Map<String, String> others, String name, @Nullable String value, @Nullable String saidAlready) {
        if (value != null && !value.equals(saidAlready)) {
            others.put(name, value);
        }
    }

    /** OPML 2.0: categories are separated by commas, their levels by slashes; one without a slash is a tag. */
    private static List<FolderPath> categories(@Nullable String category) {
        Set<FolderPath> paths = new LinkedHashSet<>();
        for (String one : category == null ? new String[0] : category.split(",")) {
            List<String> names = Arrays.stream(one.split("/"))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .limit(OpmlReader.DEEPEST_FOLDER)
                    .toList();
            paths.addAll(path(names));
        }
        return List.copyOf(paths);
    }

    private ListedFeed both(Element outline, ListedFeed old, ListedFeed again) {
        Set<FolderPath> places = new LinkedHashSet<>(old.folders());
        if (!places.addAll(again.folders())) {
            note(outline, new ListNote(Kind.TWICE, FeedAddress.withoutCredentials(old.url())));
        }
        return new ListedFeed(
                old.url(),
                old.title(),
                old.siteUrl(),
                List.copyOf(places),
                old.askEvery(),
                old.foreign().and(again.foreign()));
    }

    private void problem(Element outline, ListNote why) {
        problems.add(new OpmlProblem(outline.where(), why, false));
    }

    private void note(Element outline, ListNote what) {
        problems.add(new OpmlProblem(outline.where(), what, true));
    }

    /** A path of these names, none of them blank. */
    private static List<FolderPath> path(List<String> names) {
        return names.isEmpty() ? List.of() : List.of(new FolderPath(names));
    }
}
