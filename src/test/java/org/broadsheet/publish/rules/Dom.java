package org.broadsheet.publish.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Ways through a document. */
final class Dom {
    static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
    static final Namespace HISTORY = Namespace.getNamespace("http://purl.org/syndication/history/1.0");
    static final Namespace DC = Namespace.getNamespace("http://purl.org/dc/elements/1.1/");
    static final Namespace CONTENT = Namespace.getNamespace("http://purl.org/rss/1.0/modules/content/");
    static final Namespace RSS = Namespace.NO_NAMESPACE;

    private Dom() {}

    /** An element and all below it, in the order of the document. */
    static Stream<Element> all(Element element) {
        List<Element> all = new ArrayList<>();
        all.add(element);
        element.getDescendants().forEach(content -> add(all, content));
        return all.stream();
    }

    private static void add(List<Element> all, Content content) {
        if (content instanceof Element element) {
            all.add(element);
        }
    }

    static Stream<Element> all(Element root, Namespace namespace, String... names) {
        Set<String> wanted = Set.of(names);
        return all(root)
                .filter(element -> element.getNamespace().equals(namespace) && wanted.contains(element.getName()));
    }

    static boolean has(Element parent, Namespace namespace, String name) {
        return parent.getChild(name, namespace) != null;
    }

    static String text(Element parent, Namespace namespace, String name) {
        String text = parent.getChildText(name, namespace);
        return text == null ? "" : text;
    }

    /** Empty when it is not there. */
    static String attribute(Element element, String name) {
        String value = element.getAttributeValue(name);
        return value == null ? "" : value;
    }

    static boolean isBlank(Element element) {
        return element.getValue().isBlank();
    }

    /** Children that stand more than once. */
    static Stream<String> repeated(Element parent, Namespace namespace, String... names) {
        return Stream.of(names)
                .filter(name -> parent.getChildren(name, namespace).size() > 1)
                .map(name -> name(parent) + " has several " + name);
    }

    static Stream<String> missing(Element parent, Namespace namespace, String... names) {
        return Stream.of(names)
                .filter(name -> !has(parent, namespace, name))
                .map(name -> name(parent) + " without " + name);
    }

    /** The texts that stand on more than one. */
    static Stream<String> twice(Stream<String> texts) {
        return texts.collect(Collectors.groupingBy(text -> text, Collectors.counting())).entrySet().stream()
                .filter(text -> text.getValue() > 1)
                .map(text -> text.getKey());
    }

    /** The values of an attribute that are there and not as they should be. */
    static Stream<String> bad(Stream<Element> elements, String attribute, Predicate<String> good) {
        return elements.filter(element -> element.getAttribute(attribute) != null)
                .map(element -> attribute(element, attribute))
                .filter(good.negate())
                .map(value -> attribute + "=" + value);
    }

    /** The texts of elements that are not as they should be. */
    static Stream<String> bad(Stream<Element> elements, Predicate<String> good) {
        return elements.filter(element -> !good.test(element.getText()))
                .map(element -> name(element) + " " + element.getText());
    }

    static String name(Element element) {
        return element.getQualifiedName();
    }
}
