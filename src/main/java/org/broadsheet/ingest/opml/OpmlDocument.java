package org.broadsheet.ingest.opml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of feeds, in the order of the document, no address twice.
 *
 * @param title maybe empty
 * @param namespaces by prefix, of the attributes that outlines keep
 */
public record OpmlDocument(
        String title, List<OpmlFeed> feeds, List<OpmlProblem> problems, Map<String, String> namespaces) {
    public OpmlDocument {
        feeds = List.copyOf(feeds);
        problems = List.copyOf(problems);
        namespaces = Collections.unmodifiableMap(new LinkedHashMap<>(namespaces));
    }

    /** A list of our own making. */
    public static OpmlDocument of(String title, List<OpmlFeed> feeds) {
        return new OpmlDocument(title, feeds, List.of(), Map.of());
    }
}
