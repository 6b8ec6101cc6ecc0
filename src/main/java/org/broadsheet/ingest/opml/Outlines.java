package org.broadsheet.ingest.opml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.model.FolderPath;
import org.jspecify.annotations.Nullable;

/** Takes a document's elements as they are read and keeps what they say of feeds and folders. */
final class Outlines {
    private final Gathering feeds = new Gathering();
    private final Map<String, String> namespaces = new LinkedHashMap<>();
    private final Deque<List<String>> folders = new ArrayDeque<>();
    private final StringBuilder title = new StringBuilder();
    private @Nullable String root;
    private boolean inHead;
    private boolean inTitle;
    private int outlines;

    void open(String name, Attributes attributes) {
        String element = name.toLowerCase(Locale.ROOT);
        root = root == null ? element : root;
        attributes.declarations().forEach((key, value) -> namespaces.putIfAbsent(key.substring(6), value));
        switch (element) {
            case "head" -> inHead = true;
            case "title" -> inTitle = inHead;
            case "outline" -> outline(attributes);
            default -> {}
        }
    }

    void text(String text) {
        if (inTitle) {
            title.append(text);
        }
    }

    void close(String name) {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "head" -> inHead = false;
            case "title" -> inTitle = false;
            case "outline" -> folders.poll();
            default -> {}
        }
    }

    private void outline(Attributes attributes) {
        outlines++;
        List<String> outer = folders.isEmpty() ? List.of() : folders.getFirst();
        String text = attributes.first("text", "title");
        feeds.add("outline " + outlines + (text == null ? "" : " (" + text + ")"), attributes, outer);
        folders.push(inner(outer, text));
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

    int count() {
        return outlines;
    }

    /** The name of the first element in lower case, null before it. */
    @Nullable
    String root() {
        return root;
    }

    OpmlDocument document(List<OpmlProblem> before) {
        List<OpmlProblem> problems = new ArrayList<>(before);
        problems.addAll(feeds.problems());
        return new OpmlDocument(Attributes.tidy(title.toString()), feeds.feeds(), problems, namespaces);
    }

    /** A path of these names, none of them blank. */
    static List<FolderPath> path(List<String> names) {
        return names.isEmpty() ? List.of() : List.of(new FolderPath(names));
    }
}
