package org.broadsheet.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** The text of HTML, block by block. */
public final class Paragraphs implements NodeVisitor {
    private static final Set<String> BREAKS = Set.of("br", "hr", "td", "th", "figcaption", "summary", "dt", "dd");

    private final List<String> paragraphs = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();

    private Paragraphs() {}

    /** The blocks that have text, each on one line, in their order. */
    public static List<String> of(String html) {
        Paragraphs reading = new Paragraphs();
        Parser.parseBodyFragment(html, "").body().traverse(reading);
        reading.end();
        return List.copyOf(reading.paragraphs);
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            current.append(text.getWholeText());
        } else if (separates(node)) {
            end();
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (separates(node)) {
            end();
        }
    }

    private static boolean separates(Node node) {
        return node instanceof Element element && (element.isBlock() || BREAKS.contains(element.normalName()));
    }

    private void end() {
        String text = current.toString().strip().replaceAll("\\s+", " ");
        if (!text.isEmpty()) {
            paragraphs.add(text);
        }
        current.setLength(0);
    }
}
