package org.broadsheet.ingest.opml;

import java.util.function.Function;
import org.broadsheet.model.NoList;

/** What came of a document: a list of feeds, or why it is none. */
public sealed interface OpmlResult {
    /** A list, maybe empty, maybe with problems. */
    record Read(OpmlDocument document) implements OpmlResult {}

    /** No list. */
    record Unreadable(NoList why) implements OpmlResult {}

    /** Calls the function for what it is. */
    default <T> T match(Function<Read, T> read, Function<Unreadable, T> unreadable) {
        return this instanceof Read list ? read.apply(list) : unreadable.apply((Unreadable) this);
    }
}
