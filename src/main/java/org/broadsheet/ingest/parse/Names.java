package org.broadsheet.ingest.parse;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jdom2.Element;

/**
 * One name for one meaning: {@code title} in the feed's own vocabulary, {@code dc:creator} in an extension's, whatever
 * prefix, namespace version and case the publisher chose.
 *
 * <p>The feed's own vocabulary is any RSS namespace, none at all, and the namespace of the root element. For one
 * document and one thread.
 */
final class Names {
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("http://www.w3.org/2005/atom", "atom"),
            Map.entry("http://purl.org/atom/ns#", "atom"),
            Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
            Map.entry("http://purl.org/dc/elements/1.0/", "dc"),
            Map.entry("http://purl.org/dc/terms/", "dcterms"),
            Map.entry("http://purl.org/rss/1.0/modules/content/", "content"),
            Map.entry("http://purl.org/rss/1.0/modules/syndication/", "sy"),
            Map.entry("http://purl.org/rss/1.0/modules/dcterms/", "dcterms"),
            Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
            Map.entry("http://example.com/dtds/podcast-1.0.dtd", "itunes"),
            Map.entry("http://www.google.com/schemas/play-podcasts/1.0", "itunes"),
            Map.entry("https://podcastindex.org/namespace/1.0", "podcast"),
            Map.entry("https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md", "podcast"),
            Map.entry("http://search.yahoo.com/mrss", "media"),
            Map.entry("http://search.yahoo.com/mrss/", "media"),
            Map.entry("http://search.yahoo.com/rss", "media"),
            Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner"),
            Map.entry("http://webfeeds.org/rss/1.0", "webfeeds"),
            Map.entry("http://www.w3.org/1999/xhtml", "xhtml"),
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
            Map.entry("http://purl.org/syndication/thread/1.0", "thr"),
            Map.entry("http://prismstandard.org/namespaces/basic/2.0/", "prism"),
            Map.entry("http://prismstandard.org/namespaces/1.2/basic/", "prism"),
            Map.entry("http://wordpress.org/export/1.0/excerpt/", "excerpt"),
            Map.entry("http://wordpress.org/export/1.2/excerpt/", "excerpt"));

    private final Dialect dialect;
    private final String own;
    private final Map<String, String> prefixes = new HashMap<>();

    Names(Dialect dialect, Element root) {
        this.dialect = dialect;
        this.own = root.getName().equalsIgnoreCase("RDF") ? "" : root.getNamespaceURI();
    }

    /** Whether text, links and people of this element are written in Atom's way. */
    boolean isAtom(Element element) {
        return dialect == Dialect.ATOM
                ? element.getNamespaceURI().equals(own)
                        || element.getNamespaceURI().isEmpty()
                : "atom".equals(PREFIXES.get(lower(element.getNamespaceURI())));
    }

    /** The element's one name; {@code ?:name} in a vocabulary that we do not read. */
    String of(Element element) {
        String prefix = prefixes.computeIfAbsent(element.getNamespaceURI(), this::prefix);
        String local = lower(element.getName());
        return prefix.isEmpty() ? local : prefix.concat(local);
    }

    /** Empty for the feed's own vocabulary, else with its colon. */
    private String prefix(String uri) {
        if (uri.isEmpty() || uri.equals(own) || isRss(uri)) {
            return "";
        }
        String known = PREFIXES.getOrDefault(lower(uri), "?");
        return known.equals("atom") && dialect == Dialect.ATOM ? "" : known + ":";
    }

    private static boolean isRss(String uri) {
        return uri.equals("http://purl.org/rss/1.0/")
                || uri.startsWith("http://backend.userland.com/rss")
                || uri.startsWith("http://blogs.law.harvard.edu/tech/rss")
                || uri.startsWith("http://cyber.law.harvard.edu/rss")
                || uri.startsWith("http://my.netscape.com/")
                || uri.startsWith("http://channel.netscape.com/rdf/")
                || uri.startsWith("http://purl.org/net/rss1.1#");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
