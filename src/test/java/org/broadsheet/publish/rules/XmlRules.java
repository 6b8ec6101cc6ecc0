package org.broadsheet.publish.rules;

import static org.broadsheet.publish.rules.Rule.error;
import static org.broadsheet.publish.rules.Rule.warning;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** What holds for any feed in XML. */
final class XmlRules {
    private static final Set<String> KNOWN = Set.of(
            "",
            Dom.ATOM.getURI(),
            Dom.HISTORY.getURI(),
            Dom.DC.getURI(),
            Dom.CONTENT.getURI(),
            Namespace.XML_NAMESPACE.getURI(),
            "http://www.w3.org/1999/xhtml",
            "http://purl.org/dc/terms/",
            "http://purl.org/rss/1.0/modules/syndication/",
            "http://purl.org/rss/1.0/modules/slash/",
            "http://purl.org/syndication/thread/1.0",
            "http://search.yahoo.com/mrss/",
            "http://www.itunes.com/dtds/podcast-1.0.dtd",
            "http://wellformedweb.org/CommentAPI/",
            "http://www.georss.org/georss",
            "https://podcastindex.org/namespace/1.0");

    static final List<Rule<Element>> ALL = List.of(
            warning("xml.namespace-unknown", XmlRules::unknownNamespaces),
            error("xml.namespace-misspelt", XmlRules::misspeltNamespaces),
            error("xml.language", XmlRules::languages),
            warning("xml.control-characters", XmlRules::controlCharacters),
            error("history.archive-and-complete", XmlRules::archiveAndComplete),
            error("history.archive-without-current", XmlRules::archiveWithoutCurrent),
            error("history.complete-is-paged", XmlRules::completeIsPaged),
            error("history.out-of-place", XmlRules::historyOutOfPlace));

    private XmlRules() {}

    private static Stream<String> namespaces(Element root) {
        return Dom.all(root)
                .flatMap(XmlRules::namespacesOf)
                .map(Namespace::getURI)
                .distinct()
                .filter(uri -> !KNOWN.contains(uri));
    }

    // JDOM's own list of those in scope is sorted anew for each element.
    private static Stream<Namespace> namespacesOf(Element element) {
        return Stream.of(
                        Stream.of(element.getNamespace()),
                        element.getAdditionalNamespaces().stream(),
                        element.getAttributes().stream().map(Attribute::getNamespace))
                .flatMap(all -> all);
    }

    private static Stream<String> unknownNamespaces(Element root) {
        return namespaces(root).filter(uri -> !isNearlyKnown(uri));
    }

    private static Stream<String> misspeltNamespaces(Element root) {
        return namespaces(root).filter(XmlRules::isNearlyKnown);
    }

    /** The same but for case, the scheme or what stands at its end. */
    private static boolean isNearlyKnown(String uri) {
        return KNOWN.stream().anyMatch(known -> !known.isEmpty() && bare(known).equals(bare(uri)));
    }

    private static String bare(String uri) {
        return uri.toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://(www\\.)?", "")
                .replaceFirst("[/#]+$", "");
    }

    private static Stream<String> languages(Element root) {
        Stream<String> attributes = Dom.all(root)
                .map(element -> element.getAttributeValue("lang", Namespace.XML_NAMESPACE))
                .filter(language -> language != null && !language.isEmpty());
        Stream<String> elements = Stream.concat(Dom.all(root, Dom.DC, "language"), Dom.all(root, Dom.RSS, "language"))
                .map(Element::getText);
        return Stream.concat(attributes, elements).filter(language -> !Values.isLanguage(language));
    }

    /** XML 1.0 §2.2 lets 127 to 159 stand and advises against them: they come from texts in another charset. */
    private static Stream<String> controlCharacters(Element root) {
        return Dom.all(root)
                .flatMap(element -> Stream.concat(
                        Stream.of(element.getText()),
                        element.getAttributes().stream().map(Attribute::getValue)))
                .filter(text -> text.chars().anyMatch(c -> c >= 0x7f && c <= 0x9f));
    }

    /** The element that says what holds for the whole document. */
    private static Element head(Element root) {
        Element channel = root.getChild("channel");
        return channel == null ? root : channel;
    }

    private static boolean links(Element root, String rel) {
        return head(root).getChildren("link", Dom.ATOM).stream()
                .anyMatch(link -> rel.equals(Dom.attribute(link, "rel")));
    }

    private static Stream<String> archiveAndComplete(Element root) {
        boolean both = Dom.has(head(root), Dom.HISTORY, "archive") && Dom.has(head(root), Dom.HISTORY, "complete");
        return both ? Stream.of("fh:archive and fh:complete") : Stream.of();
    }

    private static Stream<String> archiveWithoutCurrent(Element root) {
        boolean lost = Dom.has(head(root), Dom.HISTORY, "archive") && !links(root, "current");
        return lost ? Stream.of("fh:archive without a link to current") : Stream.of();
    }

    private static Stream<String> completeIsPaged(Element root) {
        boolean paged = Dom.has(head(root), Dom.HISTORY, "complete")
                && Stream.of("next", "previous", "prev-archive").anyMatch(rel -> links(root, rel));
        return paged ? Stream.of("fh:complete with links to further documents") : Stream.of();
    }

    private static Stream<String> historyOutOfPlace(Element root) {
        return Dom.all(root, Dom.HISTORY, "archive", "complete")
                .filter(element -> !head(root).equals(element.getParentElement()) || !Dom.isBlank(element))
                .map(Dom::name);
    }
}
