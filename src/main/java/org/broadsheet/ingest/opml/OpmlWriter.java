package org.broadsheet.ingest.opml;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Writes OPML 2.0 in UTF-8: folders as nested outlines, in the order in which their first feed stands in the list; a
 * feed in several folders is written in each. Equal lists give equal bytes.
 */
public final class OpmlWriter {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w.-]*(:[A-Za-z_][\\w.-]*)?");

    private final StringBuilder out = new StringBuilder();

    private OpmlWriter() {}

    public static byte[] write(OpmlDocument document) {
        return new OpmlWriter().document(document).getBytes(StandardCharsets.UTF_8);
    }

    private String document(OpmlDocument document) {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\"");
        namespaces(document).forEach((prefix, address) -> attribute("xmlns:" + prefix, address));
        out.append(">\n  <head>\n    <title>")
                .append(XmlChars.attribute(document.title()))
                .append("</title>\n  </head>\n  <body>\n");
        outlines(Outline.of(document.feeds()), "    ");
        return out.append("  </body>\n</opml>\n").toString();
    }

    /** Those of the document, and one for each prefix that it uses without declaring it. */
    private static Map<String, String> namespaces(OpmlDocument document) {
        Map<String, String> all = new TreeMap<>(document.namespaces());
        for (OpmlFeed feed : document.feeds()) {
            for (String name : feed.otherAttributes().keySet()) {
                String prefix = name.substring(0, Math.max(0, name.indexOf(':')));
                if (NAME.matcher(name).matches() && !prefix.isEmpty() && !prefix.equals("xml")) {
                    all.putIfAbsent(prefix, "urn:" + prefix);
                }
            }
        }
        return all;
    }

    private void outlines(List<Outline> outlines, String indent) {
        for (Outline outline : outlines) {
            out.append(indent).append("<outline");
            if (outline instanceof Outline.Leaf leaf) {
                feed(leaf.feed());
                out.append("/>\n");
            } else if (outline instanceof Outline.Branch folder) {
                attribute("text", folder.name());
                attribute("title", folder.name());
                out.append(">\n");
                outlines(folder.children(), indent + "  ");
                out.append(indent).append("</outline>\n");
            }
        }
    }

    private void feed(OpmlFeed feed) {
        Map<String, String> others = new TreeMap<>(feed.otherAttributes());
        String type = others.remove("type");
        String title = others.remove("title");
        attribute("type", type == null ? "rss" : type);
        if (feed.title() != null) {
            attribute("text", feed.title());
            attribute("title", title == null ? feed.title() : title);
        }
        attribute("xmlUrl", feed.url());
        if (feed.siteUrl() != null) {
            attribute("htmlUrl", feed.siteUrl());
        }
        others.forEach((name, value) -> {
            if (NAME.matcher(name).matches()) {
                attribute(name, value);
            }
        });
    }

    private void attribute(String name, String value) {
        out.append(' ')
                .append(name)
                .append("=\"")
                .append(XmlChars.attribute(value))
                .append('"');
    }
}
