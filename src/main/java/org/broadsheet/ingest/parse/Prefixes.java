package org.broadsheet.ingest.parse;

import java.util.HashMap;
import java.util.Map;
import org.jdom2.IllegalNameException;
import org.jdom2.Namespace;
import org.jsoup.nodes.Attribute;

/** The customary prefixes of feed extensions, for documents that use them without declaring them. */
final class Prefixes {
    static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("atom", "http://www.w3.org/2005/Atom"),
            Map.entry("atom10", "http://www.w3.org/2005/Atom"),
            Map.entry("content", "http://purl.org/rss/1.0/modules/content/"),
            Map.entry("creativeCommons", "http://backend.userland.com/creativeCommonsRssModule"),
            Map.entry("dc", "http://purl.org/dc/elements/1.1/"),
            Map.entry("dcterms", "http://purl.org/dc/terms/"),
            Map.entry("feedburner", "http://rssnamespace.org/feedburner/ext/1.0"),
            Map.entry("georss", "http://www.georss.org/georss"),
            Map.entry("googleplay", "http://www.google.com/schemas/play-podcasts/1.0"),
            Map.entry("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
            Map.entry("media", "http://search.yahoo.com/mrss/"),
            Map.entry("podcast", "https://podcastindex.org/namespace/1.0"),
            Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
            Map.entry("slash", "http://purl.org/rss/1.0/modules/slash/"),
            Map.entry("sy", "http://purl.org/rss/1.0/modules/syndication/"),
            Map.entry("thr", "http://purl.org/syndication/thread/1.0"),
            Map.entry("webfeeds", "http://webfeeds.org/rss/1.0"),
            Map.entry("wfw", "http://wellformedweb.org/CommentAPI/"),
            Map.entry("xhtml", "http://www.w3.org/1999/xhtml"),
            Map.entry("xlink", "http://www.w3.org/1999/xlink"),
            Map.entry("xml", "http://www.w3.org/XML/1998/namespace"));

    /** No document needs more; each element that declares one copies those around it. */
    private static final int MANY = 200;

    private Prefixes() {}

    /** The address a prefix customarily stands for, else one of our own that no one reads. */
    static String address(String prefix) {
        return KNOWN.getOrDefault(prefix, "urn:undeclared:" + prefix);
    }

    /** The outer prefixes with those that an element declares itself. */
    static Map<String, String> declaredBy(org.jsoup.nodes.Element element, Map<String, String> outer) {
        Map<String, String> prefixes = null;
        for (Attribute attribute : element.attributes()) {
            boolean declares = attribute.getKey().startsWith("xmlns:")
                    && !attribute.getValue().isBlank();
            if (declares && outer.size() < MANY) {
                prefixes = prefixes == null ? new HashMap<>(outer) : prefixes;
                prefixes.put(
                        attribute.getKey().substring(6), attribute.getValue().strip());
            }
        }
        return prefixes == null ? outer : prefixes;
    }

    /** A namespace, or none where XML forbids the prefix or the address. */
    static Namespace namespace(String prefix, String address) {
        try {
            return prefix.equals("xml") ? Namespace.XML_NAMESPACE : Namespace.getNamespace(prefix, address);
        } catch (IllegalNameException forbidden) {
            return Namespace.NO_NAMESPACE;
        }
    }
}
