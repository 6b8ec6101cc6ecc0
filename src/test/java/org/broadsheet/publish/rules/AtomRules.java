package org.broadsheet.publish.rules;

import static org.broadsheet.publish.rules.Dom.ATOM;
import static org.broadsheet.publish.rules.Rule.error;
import static org.broadsheet.publish.rules.Rule.warning;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdom2.Element;

/** Atom 1.0 (RFC 4287): the document, its feed and its entries. Links, dates and texts have lists of their own. */
final class AtomRules {
    private static final Map<String, Set<String>> CHILDREN = Map.of(
            "feed",
            Set.of("author category contributor generator icon id link logo rights subtitle title updated entry"
                    .split(" ")),
            "source",
            Set.of("author category contributor generator icon id link logo rights subtitle title updated".split(" ")),
            "entry",
            Set.of("author category content contributor id link published rights source summary title updated"
                    .split(" ")),
            "author",
            Set.of("name", "uri", "email"),
            "contributor",
            Set.of("name", "uri", "email"));

    private static final List<Rule<Element>> STRUCTURE = List.of(
            error("atom.root", AtomRules::root),
            error("atom.required", AtomRules::required),
            warning("atom.source-required", AtomRules::sourceRequired),
            error("atom.repeated", AtomRules::repeated),
            error("atom.unknown-element", AtomRules::unknown),
            error("atom.id", AtomRules::ids),
            error("atom.id-repeated", AtomRules::sameIds),
            error("atom.author-missing", AtomRules::authorMissing),
            error("atom.person-name", AtomRules::names),
            error("atom.person-email", root -> Dom.bad(Dom.all(root, ATOM, "email"), Values::isEmail)),
            error("atom.person-uri", root -> Dom.bad(Dom.all(root, ATOM, "uri"), Values::isIri)),
            error("atom.category-term", AtomRules::terms),
            error("atom.category-scheme", root -> Dom.bad(Dom.all(root, ATOM, "category"), "scheme", Values::isIri)),
            error("atom.picture", root -> Dom.bad(Dom.all(root, ATOM, "icon", "logo"), Values::isIri)));

    static final List<Rule<Element>> ALL = Rule.together(STRUCTURE, AtomLinkRules.ALL, AtomTextRules.ALL);

    private AtomRules() {}

    /** The feed and its entries. */
    static Stream<Element> holders(Element root) {
        return Stream.concat(Stream.of(root), entries(root));
    }

    static Stream<Element> entries(Element root) {
        return root.getChildren("entry", ATOM).stream();
    }

    private static Stream<String> root(Element root) {
        return root.getName().equals("feed") && root.getNamespace().equals(ATOM)
                ? Stream.of()
                : Stream.of(root.getNamespaceURI() + " " + root.getName());
    }

    private static Stream<String> required(Element root) {
        return holders(root).flatMap(holder -> Dom.missing(holder, ATOM, "id", "title", "updated"));
    }

    private static Stream<String> sourceRequired(Element root) {
        return Dom.all(root, ATOM, "source").flatMap(source -> Dom.missing(source, ATOM, "id", "title", "updated"));
    }

    private static Stream<String> repeated(Element root) {
        String[] once = {
            "id",
            "title",
            "updated",
            "published",
            "generator",
            "icon",
            "logo",
            "rights",
            "subtitle",
            "content",
            "summary",
            "source"
        };
        return Dom.all(root, ATOM, "feed", "entry", "source").flatMap(holder -> Dom.repeated(holder, ATOM, once));
    }

    private static Stream<String> unknown(Element root) {
        return Dom.all(root)
                .filter(parent -> parent.getNamespace().equals(ATOM) && CHILDREN.containsKey(parent.getName()))
                .flatMap(parent -> parent.getChildren().stream()
                        .filter(child -> child.getNamespaceURI().isEmpty()
                                || (child.getNamespace().equals(ATOM)
                                        && !CHILDREN.getOrDefault(parent.getName(), Set.of())
                                                .contains(child.getName())))
                        .map(child -> Dom.name(child) + " in " + Dom.name(parent)));
    }

    private static Stream<String> ids(Element root) {
        return Dom.bad(Dom.all(root, ATOM, "id"), Values::isIri);
    }

    /** RFC 4287 §4.1.1 lets an id stand twice with another date; that readers show the right one is luck. */
    private static Stream<String> sameIds(Element root) {
        return Dom.twice(entries(root).map(entry -> Dom.text(entry, ATOM, "id")));
    }

    private static Stream<String> authorMissing(Element root) {
        return Dom.has(root, ATOM, "author")
                ? Stream.of()
                : entries(root)
                        .filter(entry -> !Dom.has(entry, ATOM, "author"))
                        .filter(entry -> !Dom.has(entry, ATOM, "source")
                                || !Dom.has(entry.getChild("source", ATOM), ATOM, "author"))
                        .map(entry -> Dom.text(entry, ATOM, "id"));
    }

    private static Stream<String> names(Element root) {
        return Dom.all(root, ATOM, "author", "contributor")
                .filter(person -> person.getChildren("name", ATOM).size() != 1
                        || Dom.text(person, ATOM, "name").isBlank())
                .map(person -> Dom.name(person) + " in " + Dom.name(person.getParentElement()));
    }

    private static Stream<String> terms(Element root) {
        return Dom.all(root, ATOM, "category")
                .filter(category -> Dom.attribute(category, "term").isBlank())
                .map(category -> "no term");
    }
}
