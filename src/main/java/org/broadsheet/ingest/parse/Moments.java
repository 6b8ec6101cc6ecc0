package org.broadsheet.ingest.parse;

import java.time.Instant;
import java.util.List;
import org.broadsheet.text.Dates;
import org.jspecify.annotations.Nullable;

/** When an entry was published and changed; unreadable dates are passed over. */
final class Moments {
    private static final List<String> PUBLISHED = List.of(
            "pubdate",
            "published",
            "atom:published",
            "issued",
            "dcterms:issued",
            "dc:date",
            "created",
            "dcterms:created",
            "atom:issued",
            "date",
            "prism:publicationdate");
    private static final List<String> UPDATED =
            List.of("updated", "atom:updated", "modified", "atom:modified", "dcterms:modified", "lastbuilddate");

    private Moments() {}

    static @Nullable Instant published(Node node) {
        return first(node, PUBLISHED);
    }

    static @Nullable Instant updated(Node node) {
        return first(node, UPDATED);
    }

    /** Where an element is repeated, generators append the newer word: the last one counts. */
    private static @Nullable Instant first(Node node, List<String> names) {
        for (String name : names) {
            List<Node> nodes = node.all(name);
            for (int i = nodes.size() - 1; i >= 0; i--) {
                Instant instant = Dates.read(nodes.get(i).text());
                if (instant != null) {
                    return instant;
                }
            }
        }
        return null;
    }
}
