package org.broadsheet.ingest.opml;

import java.util.function.Function;

/** What came of a document: a list of feeds, or why it is none. */
public sealed interface OpmlResult {
    /** A list, maybe empty, maybe with problems. */
    record Read(OpmlDocument document) implements OpmlResult {}

    /**
     * No list.
     *
     * @param predicate the sentence for people without its subject, such as "is empty."
     */
    record Unreadable(String predicate) implements OpmlResult {
        /** The sentence about a document of this name. */
        public String about(String name) {
            return name + " " + predicate;
        }
    }

    /** Calls the function for what it is. */
    default <T> T match(Function<Read, T> read, Function<Unreadable, T> unreadable) {
        return this instanceof Read list ? read.apply(list) : unreadable.apply((Unreadable) this);
    }
}
