package org.broadsheet.ingest.parse;

import java.util.function.Function;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.ParsedFeed;

/** What came of a document: a feed, or why it is none. */
public sealed interface ParseResult {
    /**
     * A feed, maybe without entries, maybe mended: see its repairs.
     *
     * @param cutOff whether the document breaks off within its last entry, of which only the beginning is there
     */
    record Parsed(ParsedFeed feed, boolean cutOff) implements ParseResult {}

    /**
     * No feed.
     *
     * @param kind one of NOT_A_FEED, EMPTY, MALFORMED_XML, DTD_FORBIDDEN, BAD_ENCODING
     * @param sentence why, in one English sentence for people
     */
    record NotAFeed(ErrorKind kind, String sentence) implements ParseResult {
        static NotAFeed of(ErrorKind kind) {
            return new NotAFeed(kind, kind.sentence());
        }
    }

    /** Calls the function for what it is. */
    default <T> T match(Function<Parsed, T> parsed, Function<NotAFeed, T> notAFeed) {
        return this instanceof Parsed feed ? parsed.apply(feed) : notAFeed.apply((NotAFeed) this);
    }
}
