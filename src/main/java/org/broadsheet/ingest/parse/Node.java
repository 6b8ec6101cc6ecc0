package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** An element where it stands: with its place, and its children by their names (see {@link Names}). For one thread. */
final class Node {
    private final Element element;
    private final Place place;
    private final Names names;
    private @Nullable Map<String, List<Node>> children;

    /** {@code place} is the place inside the element. */
    Node(Element element, Place place, Names names) {
        this.element = element;
        this.place = place;
        this.names = names;
    }

    Element element() {
        return element;
    }

    Place place() {
        return place;
    }

    boolean isAtom() {
        return names.isAtom(element);
    }

    String name() {
        return names.of(element);
    }

    Dialect dialect() {
        return Dialect.of(element);
    }

    /** The children of one name, in document order. */
    List<Node> all(String name) {
        return children().getOrDefault(name, List.of());
    }

    /** The children of several names: those of the first name first. */
    List<Node> each(String... wanted) {
        List<Node> found = List.of();
        for (String name : wanted) {
            List<Node> more = all(name);
            if (!more.isEmpty()) {
                found = found.isEmpty() ? more : Lists.concat(found, more);
            }
        }
        return found;
    }

    /** The first answer that is not null, over the children of these names in this order. */
    <T> @Nullable T first(Function<Node, @Nullable T> question, String... wanted) {
        for (String name : wanted) {
            for (Node child : all(name)) {
                T answer = question.apply(child);
                if (answer != null) {
                    return answer;
                }
            }
        }
        return null;
    }

    /** Its own text, stripped; null when that is blank. */
    @Nullable
    String text() {
        String text = Text.clean(element.getText()).strip();
        return text.isEmpty() ? null : text;
    }

    /** The stripped value of an attribute by its bare name, whatever its namespace and case; null when missing or blank. */
    @Nullable
    String attribute(String name) {
        for (Attribute attribute : element.getAttributes()) {
            if (attribute.getName().equalsIgnoreCase(name)
                    && !attribute.getValue().isBlank()) {
                return attribute.getValue().strip();
            }
        }
        return null;
    }

    /** The attribute as an absolute address. */
    @Nullable
    String address(String attribute) {
        return place.resolve(attribute(attribute));
    }

    /** Its text as an absolute address. */
    @Nullable
    String address() {
        return place.resolve(text());
    }

    private Map<String, List<Node>> children() {
        if (children == null) {
            children = new HashMap<>();
            for (Element child : element.getChildren()) {
                Node node = new Node(child, place.within(child), names);
                children.computeIfAbsent(node.name(), unseen -> new ArrayList<>(2))
                        .add(node);
            }
        }
        return Objects.requireNonNull(children);
    }
}
