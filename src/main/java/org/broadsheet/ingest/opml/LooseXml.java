package org.broadsheet.ingest.opml;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The last rung: jsoup's XML reader, which knows HTML's entities and closes what was left open. */
final class LooseXml {
    private LooseXml() {}

    static void read(String text, Outlines outlines) {
        Document document = Parser.xmlParser().parseInput(text, "");
        NodeTraversor.traverse(new Handing(outlines), document);
    }

    private record Handing(Outlines outlines) implements NodeVisitor {
        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                outlines.text(text.getWholeText());
            } else if (node instanceof Element element && !(node instanceof Document)) {
                outlines.open(element.tagName(), attributes(element));
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && !(node instanceof Document)) {
                outlines.close(element.tagName());
            }
        }
    }

    private static Map<String, String> attributes(Element element) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Attribute attribute : element.attributes()) {
            attributes.put(attribute.getKey(), attribute.getValue());
        }
        return attributes;
    }
}
