package org.broadsheet.ingest.parse;

import java.util.List;
import java.util.stream.Stream;

/** The categories of an entry, as plain texts, each once. */
final class Tags {
    private Tags() {}

    static List<String> of(Node node) {
        List<Node> single = node.each("category", "atom:category", "dc:subject", "media:category", "itunes:category");
        List<Node> lists = node.each("itunes:keywords", "media:keywords", "tags");
        if (single.isEmpty() && lists.isEmpty()) {
            return List.of();
        }
        Stream<String> listed = lists.stream().flatMap(Tags::label).flatMap(words -> Stream.of(words.split(",", -1)));
        return Stream.concat(single.stream().flatMap(Tags::label), listed)
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    /** Atom has a label for people beside the term (RFC 4287 §4.2.2), iTunes an attribute, RSS the text. */
    private static Stream<String> label(Node node) {
        for (String attribute : List.of("label", "term")) {
            String label = node.attribute(attribute);
            if (label != null) {
                return Stream.of(label);
            }
        }
        String text = Text.plain(node);
        String attribute = text == null ? node.attribute("text") : text;
        return Stream.ofNullable(attribute);
    }
}
