package org.broadsheet.ingest.parse;

import java.util.Map;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.IllegalAddException;
import org.jdom2.IllegalNameException;
import org.jdom2.Namespace;
import org.jdom2.Verifier;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** The last rung: jsoup's XML reader, which closes what was left open and never complains, copied into a JDOM tree. */
final class LooseXml {
    private LooseXml() {}

    /** The first element with its tree; an element named {@code nothing} when there is none. */
    static Element read(String text) {
        Parser parser = Parser.xmlParser().setMaxDepth(ShallowHandler.DEEPEST);
        org.jsoup.nodes.Element first = parser.parseInput(text, "").children().stream()
                .filter(LooseXml::canBeRoot)
                .findFirst()
                .orElse(null);
        Element root =
                first == null ? new Element("nothing") : element(first, Prefixes.KNOWN, Namespace.NO_NAMESPACE, 0);
        new Document(root);
        return root;
    }

    private static boolean canBeRoot(org.jsoup.nodes.Element element) {
        return Dialect.of(new Element(localName(element.tagName()))) != Dialect.NONE;
    }

    private static Element element(
            org.jsoup.nodes.Element from, Map<String, String> outer, Namespace outerDefault, int depth) {
        Map<String, String> prefixes = Prefixes.declaredBy(from, outer);
        Namespace byDefault = from.hasAttr("xmlns") ? Prefixes.namespace("", from.attr("xmlns")) : outerDefault;
        Element to = new Element(localName(from.tagName()), namespace(from.tagName(), prefixes, byDefault));
        for (Attribute attribute : from.attributes()) {
            copy(attribute, to, prefixes);
        }
        for (org.jsoup.nodes.Node child : from.childNodes()) {
            if (child instanceof TextNode text) {
                to.addContent(Verifier.checkCharacterData(text.getWholeText()) == null ? text.getWholeText() : "");
            } else if (child instanceof org.jsoup.nodes.Element element && depth < ShallowHandler.DEEPEST) {
                to.addContent(element(element, prefixes, byDefault, depth + 1));
            }
        }
        return to;
    }

    private static Namespace namespace(String tag, Map<String, String> prefixes, Namespace byDefault) {
        int colon = tag.indexOf(':');
        String prefix = colon < 0 ? "" : tag.substring(0, colon);
        return prefix.isEmpty()
                ? byDefault
                : Prefixes.namespace(prefix, prefixes.getOrDefault(prefix, "urn:" + prefix));
    }

    private static void copy(Attribute from, Element to, Map<String, String> prefixes) {
        String name = from.getKey();
        if (name.equals("xmlns") || name.startsWith("xmlns:")) {
            return;
        }
        try {
            int colon = name.indexOf(':');
            Namespace namespace =
                    colon < 0 ? Namespace.NO_NAMESPACE : namespace(name, prefixes, Namespace.NO_NAMESPACE);
            to.setAttribute(localName(name), from.getValue(), namespace);
        } catch (IllegalNameException | IllegalAddException | org.jdom2.IllegalDataException unusable) {
            // An attribute that XML cannot hold says nothing that a feed reader could use.
            return;
        }
    }

    private static String localName(String tag) {
        String local = tag.substring(tag.indexOf(':') + 1);
        return Verifier.checkElementName(local) == null ? local : "unnamed";
    }
}
