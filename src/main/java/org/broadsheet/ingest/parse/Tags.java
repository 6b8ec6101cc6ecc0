package org.broadsheet.ingest.parse;

import java.util.List;
import java.util.stream.Stream;

/** The categories of an entry, as plain texts, each once. */
final class Tags {
    private Tags() {}

    static List<String> of(Node node) {
        Stream<String> single = node.each(
                        "category", "atom:category", "dc:subject", "media:category", "itunes:category")
                .flatMap(Tags::label);
        Stream<String> lists = node.each("itunes:keywords", "media:keywords", "tags")
                .flatMap(Tags::label)
                .flatMap(words -> Stream.of(words.split(",", -1)));
        return Stream.concat(single, lists)
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
