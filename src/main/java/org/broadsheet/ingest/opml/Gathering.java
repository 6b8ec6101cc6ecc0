package org.broadsheet.ingest.opml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.model.FolderPath;
import org.broadsheet.text.FeedAddress;
import org.jspecify.annotations.Nullable;

/** The feeds met so far, one for each address; an address met again only adds its folder. */
final class Gathering {
    private final Map<String, OpmlFeed> byUrl = new LinkedHashMap<>();
    private final List<OpmlProblem> problems = new ArrayList<>();

    void add(String where, Attributes outline, List<String> folder) {
        String typed = address(outline);
        if (typed == null) {
            withoutAddress(where, outline);
            return;
        }
        Optional<String> url = FeedAddress.of(typed);
        if (url.isEmpty()) {
            problems.add(new OpmlProblem(where, "Its address is not one of the web: " + typed));
            return;
        }
        OpmlFeed feed = feed(url.get(), outline, folder);
        byUrl.merge(feed.url(), feed, (old, again) -> both(where, old, again));
    }

    /** Newsboat writes {@code url}; in OPML 2.0 that belongs to {@code link} and {@code include}, which are no feeds. */
    private static @Nullable String address(Attributes outline) {
        String url = outline.first("xmlurl", "xml_url");
        return url == null && !points(outline) ? outline.first("url") : url;
    }

    private static boolean points(Attributes outline) {
        String type = outline.first("type");
        return "link".equalsIgnoreCase(type) || "include".equalsIgnoreCase(type);
    }

    private void withoutAddress(String where, Attributes outline) {
        if (points(outline)) {
            problems.add(new OpmlProblem(where, "It points to another page or list, which is not followed."));
        } else if ("rss".equalsIgnoreCase(outline.first("type"))) {
            problems.add(new OpmlProblem(where, "It says that it is a feed, but has no address."));
        }
    }

    private static OpmlFeed feed(String url, Attributes outline, List<String> folder) {
        String text = outline.first("text", "title");
        Map<String, String> others = new LinkedHashMap<>();
        keep(others, "type", outline.first("type"), "rss");
        keep(others, "title", outline.first("title"), text);
        List<FolderPath> folders = Outlines.path(folder);
        if (folder.isEmpty()) {
            folders = categories(outline.first("category"));
        } else {
            keep(others, "category", outline.first("category"), null);
        }
        others.putAll(outline.others());
        return new OpmlFeed(url, text, outline.first("htmlurl", "html_url"), folders, others);
    }

    private static void keep(
            Map<String, String> others, String name, @Nullable String value, @Nullable String saidAlready) {
        if (value != null && !value.equalsIgnoreCase(saidAlready)) {
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
            paths.addAll(Outlines.path(names));
        }
        return List.copyOf(paths);
    }

    private OpmlFeed both(String where, OpmlFeed old, OpmlFeed again) {
        Set<FolderPath> folders = new LinkedHashSet<>(old.folders());
        if (!folders.addAll(again.folders())) {
            problems.add(new OpmlProblem(where, "Its address stands in the list already: " + old.url()));
        }
        return new OpmlFeed(old.url(), old.title(), old.siteUrl(), List.copyOf(folders), old.otherAttributes());
    }

    List<OpmlFeed> feeds() {
        return List.copyOf(byUrl.values());
    }

    List<OpmlProblem> problems() {
        return problems;
    }
}
