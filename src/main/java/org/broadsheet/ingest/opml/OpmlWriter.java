package org.broadsheet.ingest.opml;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.ForeignAttributes;
import org.broadsheet.model.ListedFeed;

/**
 * Writes OPML 2.0 in UTF-8: folders as nested outlines, in the order in which they are first needed; a feed in several
 * folders is written in each. Equal lists give equal bytes.
 */
public final class OpmlWriter {
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}_][\\p{L}\\p{M}\\p{N}_.-]*(:[\\p{L}_][\\p{L}\\p{M}\\p{N}_.-]*)?");

    private final StringBuilder out = new StringBuilder();
    private final Map<FolderPath, ForeignAttributes> folders;
    private final Map<String, String> namespaces;

    private OpmlWriter(OpmlDocument document) {
        folders = document.folders();
        namespaces = Prefixes.of(document);
    }

    public static byte[] write(OpmlDocument document) {
        return new OpmlWriter(document).document(document).getBytes(StandardCharsets.UTF_8);
    }

    private String document(OpmlDocument document) {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\"");
        new TreeMap<>(namespaces).forEach((prefix, address) -> attribute("xmlns:" + prefix, address));
        out.append(">\n  <head>\n    <title>")
                .append(XmlChars.attribute(document.title()))
                .append("</title>\n  </head>\n  <body>\n");
        outlines(Outline.of(document), "    ");
        return out.append("  </body>\n</opml>\n").toString();
    }

    private void outlines(List<Outline> outlines, String indent) {
        for (Outline outline : outlines) {
            out.append(indent).append("<outline");
            if (outline instanceof Outline.Leaf leaf) {
                feed(leaf.feed());
                out.append("/>\n");
            } else if (outline instanceof Outline.Branch folder) {
                folder(folder);
                inside(folder.children(), indent);
            } else if (outline instanceof Outline.Other other) {
                foreign(other.tree().attributes(), Map.of());
                inside(other.inside(), indent);
            }
        }
    }

    private void inside(List<Outline> outlines, String indent) {
        if (outlines.isEmpty()) {
            out.append("/>\n");
            return;
        }
        out.append(">\n");
        outlines(outlines, indent + "  ");
        out.append(indent).append("</outline>\n");
    }

    private void folder(Outline.Branch folder) {
        ForeignAttributes said = folders.getOrDefault(folder.path(), ForeignAttributes.NONE);
        attribute("text", folder.path().name());
        foreign(said, Map.of("text", ""));
    }

    private void feed(ListedFeed feed) {
        Map<String, String> own = new LinkedHashMap<>();
        Map<String, String> foreign = feed.foreign().values();
        own.put("type", foreign.getOrDefault("type", "rss"));
        if (feed.title() != null) {
            own.put("text", feed.title());
            own.put("title", foreign.getOrDefault("title", feed.title()));
        }
        own.put("xmlUrl", feed.url());
        if (feed.siteUrl() != null) {
            own.put("htmlUrl", feed.siteUrl());
        }
        if (feed.askEvery() != null) {
            own.put("updateInterval", Long.toString(feed.askEvery().toMinutes()));
        }
        own.forEach(this::attribute);
        foreign(feed.foreign(), own);
    }

    private void foreign(ForeignAttributes said, Map<String, String> written) {
        new TreeMap<>(said.values()).forEach((name, value) -> {
            if (NAME.matcher(name).matches() && !written.containsKey(name) && isDeclared(name)) {
                attribute(name, value);
            }
        });
        // Two lists can have meant different things by one prefix.
        new TreeMap<>(said.namespaces()).forEach((prefix, address) -> {
            if (!address.equals(namespaces.get(prefix)) && Prefixes.isOne(prefix)) {
                attribute("xmlns:" + prefix, address);
            }
        });
    }

    // Prefixes that begin with xml cannot be declared but for xml itself, which needs not be.
    private static boolean isDeclared(String name) {
        String prefix = Prefixes.of(name);
        return prefix.isEmpty() || prefix.equals("xml") || Prefixes.isOne(prefix);
    }

    private void attribute(String name, String value) {
        out.append(' ')
                .append(name)
                .append("=\"")
                .append(XmlChars.attribute(value))
                .append('"');
    }
}
