package org.broadsheet.publish.rules;

import static org.broadsheet.publish.rules.Dom.ATOM;
import static org.broadsheet.publish.rules.Rule.error;
import static org.broadsheet.publish.rules.Rule.warning;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jdom2.Element;

/** The links of Atom (RFC 4287 §4.2.7), in RSS too. */
final class AtomLinkRules {
    private static final Set<String> RELATIONS = Set.of(("alternate current enclosure edit first hub last license next"
                    + " next-archive payment prev-archive previous related replies self service stylesheet up via")
            .split(" "));

    /** They are good for links anywhere. */
    static final List<Rule<Element>> ANYWHERE = List.of(
            error("link.href", AtomLinkRules::addresses),
            error("link.rel", root -> Dom.bad(links(root), "rel", AtomLinkRules::isRelation)),
            error("link.type", root -> Dom.bad(links(root), "type", Values::isMediaType)),
            error("link.language", root -> Dom.bad(links(root), "hreflang", Values::isLanguage)),
            error("link.length", root -> Dom.bad(links(root), "length", Values::isNumber)),
            error("link.content", AtomLinkRules::filled));

    private static final List<Rule<Element>> OWN = List.of(
            warning("atom.self-missing", AtomLinkRules::selfMissing),
            warning("atom.self-repeated", AtomLinkRules::selfRepeated),
            error("atom.alternate-repeated", AtomLinkRules::alternates),
            error("atom.alternate-missing", AtomLinkRules::alternateMissing));

    static final List<Rule<Element>> ALL = Rule.together(ANYWHERE, OWN);

    private AtomLinkRules() {}

    private static Stream<Element> links(Element root) {
        return Dom.all(root, ATOM, "link");
    }

    private static Stream<Element> links(Element holder, String rel) {
        return holder.getChildren("link", ATOM).stream()
                .filter(link -> rel(link).equals(rel));
    }

    private static String rel(Element link) {
        return link.getAttribute("rel") == null ? "alternate" : Dom.attribute(link, "rel");
    }

    private static Stream<String> addresses(Element root) {
        return links(root)
                .filter(link -> !Values.isIri(Dom.attribute(link, "href")))
                .map(link -> rel(link) + " leads to " + Dom.attribute(link, "href"));
    }

    private static boolean isRelation(String rel) {
        return RELATIONS.contains(rel) || Values.isIri(rel);
    }

    private static Stream<String> filled(Element root) {
        return links(root).filter(link -> !Dom.isBlank(link)).map(Element::getText);
    }

    private static Stream<String> selfMissing(Element root) {
        return links(root, "self").findAny().isPresent() ? Stream.of() : Stream.of("no link to itself");
    }

    private static Stream<String> selfRepeated(Element root) {
        return links(root, "self").skip(1).map(link -> Dom.attribute(link, "href"));
    }

    private static Stream<String> alternates(Element root) {
        return AtomRules.holders(root)
                .flatMap(holder -> Dom.twice(links(holder, "alternate")
                        .map(link -> "type " + Dom.attribute(link, "type") + ", language "
                                + Dom.attribute(link, "hreflang"))));
    }

    private static Stream<String> alternateMissing(Element root) {
        return AtomRules.entries(root)
                .filter(entry -> !Dom.has(entry, ATOM, "content"))
                .filter(entry -> links(entry, "alternate").findAny().isEmpty())
                .map(entry -> Dom.text(entry, ATOM, "id"));
    }
}
