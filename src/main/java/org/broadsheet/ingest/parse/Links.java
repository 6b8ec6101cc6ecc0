package org.broadsheet.ingest.parse;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The links of a feed or entry: RSS writes the address as text, Atom as {@code href} with a {@code rel}. */
final class Links {
    private static final String REGISTRY = "http://www.iana.org/assignments/relation/";

    private final Node node;
    private final List<Node> links;

    Links(Node node) {
        this.node = node;
        this.links = node.each("link", "atom:link", "itunes:link", "xhtml:link");
    }

    /** The page this is about: FeedBurner's note of the original, else the plain link, else rel=alternate, HTML before others. */
    @Nullable
    String page() {
        String original = node.first(Node::address, "feedburner:origlink");
        if (original != null) {
            return original;
        }
        for (Node link : links) {
            String plain = isPlain(link) ? address(link) : null;
            if (plain != null) {
                return plain;
            }
        }
        return alternate();
    }

    private static boolean isPlain(Node link) {
        boolean other = link.attribute("rel") != null && !rel(link).equals("alternate");
        return link.name().equals("link") && !link.isAtom() && !other;
    }

    private @Nullable String alternate() {
        List<Node> pages = links.stream()
                .filter(link -> rel(link).equals("alternate") && address(link) != null)
                .toList();
        return pages.stream()
                .filter(Links::isHtml)
                .findFirst()
                .or(() -> pages.stream().findFirst())
                .map(Links::address)
                .orElse(null);
    }

    private static boolean isHtml(Node link) {
        String type = link.attribute("type");
        return type == null || type.contains("html");
    }

    /** The address of the first link of a relation, null when there is none. */
    @Nullable
    String rel(String wanted) {
        List<Node> all = all(wanted);
        return all.isEmpty() ? null : address(all.get(0));
    }

    /** All links of a relation that have an address. */
    List<Node> all(String wanted) {
        return links.stream()
                .filter(link -> rel(link).equals(wanted) && address(link) != null)
                .toList();
    }

    /** The relation: RFC 4287 §4.2.7.2 lets it be a whole address or be missing. */
    private static String rel(Node link) {
        String rel = link.attribute("rel");
        if (rel == null) {
            return "alternate";
        }
        String plain = rel.toLowerCase(Locale.ROOT);
        return plain.startsWith(REGISTRY) ? plain.substring(REGISTRY.length()) : plain;
    }

    /** Where a link leads; a link to nowhere ({@code href=""}) leads to the document itself. */
    static @Nullable String address(Node link) {
        String href = link.element().getAttributeValue("href");
        if (href != null && href.isBlank()) {
            return link.place().base();
        }
        return href != null ? link.address("href") : link.address();
    }
}
