package org.broadsheet.ingest.opml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes a document's elements as they are read and keeps its outlines as a tree. */
final class Outlines {
    /** Outlines that lie deeper stand in the outline of this depth. */
    static final int DEEPEST = OpmlReader.DEEPEST_FOLDER + 8;

    private final List<Element> top = new ArrayList<>();
    private final Deque<Element> open = new ArrayDeque<>();
    private final StringBuilder title = new StringBuilder();
    private Map<String, String> namespaces = Map.of();
    private @Nullable String root;
    private boolean inHead;
    private boolean inTitle;
    private int depth;
    private int outlines;
    private boolean full;

    void open(String name, Map<String, String> attributes) {
        String element = name.toLowerCase(Locale.ROOT);
        root = root == null ? element : root;
        switch (element) {
            case "head" -> inHead = true;
            case "title" -> inTitle = inHead;
            case "outline" -> outline(attributes);
            default -> namespaces = Attributes.of(attributes, namespaces).namespaces();
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
            case "outline" -> closeOutline();
            default -> {}
        }
    }

    private void outline(Map<String, String> attributes) {
        if (outlines == OpmlReader.MAX_OUTLINES) {
            full = true;
            return;
        }
        outlines++;
        depth++;
        Element around = open.peek();
        Element element = new Element(
                outlines,
                Attributes.of(
                        attributes,
                        around == null ? namespaces : around.attributes().namespaces()),
                new ArrayList<>());
        (around == null ? top : around.inside()).add(element);
        if (depth <= DEEPEST) {
            open.push(element);
        }
    }

    private void closeOutline() {
        if (depth > 0 && depth-- <= DEEPEST) {
            open.poll();
        }
    }

    int count() {
        return outlines;
    }

    /** Whether there are more than are read. */
    boolean isFull() {
        return full;
    }

    /** The name of the first element in lower case, null before it. */
    @Nullable
    String root() {
        return root;
    }

    String title() {
        return Attributes.tidy(title.toString());
    }

    /** The outlines that lie in no other. */
    List<Element> top() {
        return top;
    }
}
