package org.broadsheet.ingest.parse;

import com.rometools.rome.io.WireFeedParser;
import com.rometools.rome.io.impl.FeedParsers;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jdom2.Document;
import org.jdom2.Element;

/** The two families of XML feeds, which differ in how they write text, links and people. */
enum Dialect {
    RSS,
    ATOM,
    NONE;

    private static final FeedParsers ROME = new FeedParsers();
    private static final Pattern NO_VERSION = Pattern.compile("[^0-9.]");

    static Dialect of(Element root) {
        return switch (root.getName().toLowerCase(Locale.ROOT)) {
            case "rss", "rdf", "channel" -> RSS;
            case "feed", "entry" -> ATOM;
            default -> NONE;
        };
    }

    /** The format's name for people, such as {@code RSS 2.0}: Rome's word for it, else the family and version. */
    String format(Element root) {
        Document document = root.getDocument();
        WireFeedParser parser = document == null ? null : ROME.getParserFor(document);
        if (parser != null) {
            return pretty(parser.getType());
        }
        String version = root.getAttributeValue("version", "").strip();
        return (this == ATOM ? "Atom " : "RSS ") + version;
    }

    /** {@code rss_2.0} is RSS 2.0, {@code rss_0.91N} is RSS 0.91. */
    private static String pretty(String type) {
        int cut = type.indexOf('_');
        String family = type.startsWith("atom") ? "Atom" : "RSS";
        return family + " " + NO_VERSION.matcher(type.substring(cut + 1)).replaceAll("");
    }
}
