package org.broadsheet.publish.rules;

import static org.broadsheet.publish.rules.Dom.ATOM;
import static org.broadsheet.publish.rules.Rule.error;
import static org.broadsheet.publish.rules.Rule.warning;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.output.XMLOutputter;

/** The texts of Atom (RFC 4287 §3.1, §4.1.3). */
final class AtomTextRules {
    private static final Set<String> TYPES = Set.of("text", "html", "xhtml");

    static final List<Rule<Element>> ALL = List.of(
            warning("atom.title-blank", AtomTextRules::blankTitles),
            error("atom.text-type", AtomTextRules::types),
            error("atom.content-type", AtomTextRules::contentTypes),
            error("atom.text-markup", AtomTextRules::unescaped),
            warning("atom.markup-undeclared", AtomTextRules::undeclared),
            warning("atom.html-danger", root -> html(root, Html::dangers)),
            warning("atom.html-relative", root -> html(root, Html::relative)),
            warning("atom.html-entity", root -> html(root, Html::undefinedEntities)));

    private AtomTextRules() {}

    private static Stream<Element> texts(Element root) {
        return Dom.all(root, ATOM, "title", "subtitle", "summary", "rights");
    }

    private static Stream<Element> contents(Element root) {
        return Dom.all(root, ATOM, "content");
    }

    private static String type(Element text) {
        return text.getAttribute("type") == null ? "text" : Dom.attribute(text, "type");
    }

    private static Stream<String> blankTitles(Element root) {
        return Dom.all(root, ATOM, "title")
                .filter(Dom::isBlank)
                .map(title -> "of " + Dom.name(title.getParentElement()));
    }

    private static Stream<String> types(Element root) {
        return Dom.bad(texts(root), "type", TYPES::contains);
    }

    private static Stream<String> contentTypes(Element root) {
        return Dom.bad(contents(root), "type", type -> TYPES.contains(type) || Values.isMediaType(type));
    }

    /** Elements in a text that is none of XML, and XHTML without its div. */
    private static Stream<String> unescaped(Element root) {
        return Stream.concat(texts(root), contents(root))
                .filter(text -> type(text).equals("xhtml")
                        ? text.getChildren().size() != 1
                                || !text.getChildren().get(0).getName().equals("div")
                        : TYPES.contains(type(text)) && !text.getChildren().isEmpty())
                .map(text -> Dom.name(text) + " of type " + type(text));
    }

    private static Stream<String> undeclared(Element root) {
        return Stream.concat(texts(root), contents(root))
                .filter(text -> type(text).equals("text") && Html.looksLikeMarkup(text.getText()))
                .map(text -> Dom.name(text) + " " + text.getText());
    }

    private static Stream<String> html(Element root, Function<String, Stream<String>> rule) {
        return Stream.concat(texts(root), contents(root))
                .filter(text -> !type(text).equals("text"))
                .filter(text -> text.getAttributeValue("base", Namespace.XML_NAMESPACE) == null)
                .map(text -> type(text).equals("xhtml")
                        ? new XMLOutputter().outputElementContentString(text)
                        : text.getText())
                .flatMap(rule);
    }
}
