package org.broadsheet.ingest.parse;

import java.util.List;
import org.broadsheet.ingest.parse.ParseResult.NotAFeed;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.ParsedFeed;

/**
 * Reads any feed document: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1, sound or broken.
 *
 * <p>Never throws, whatever the bytes; opens no file and no connection; expands no entity. Time and memory grow with
 * the length of the document, which the caller bounds. Safe for all threads.
 */
public final class FeedParser {
    /** Ten times the longest feed seen. Each entry costs time and memory however little it says. */
    static final int MOST_ENTRIES = 50_000;

    static final String TOO_MANY = "It has more than 50,000 entries; the last were left out.";

    private FeedParser() {}

    /** Reads one document. */
    public static ParseResult parse(FeedDocument document) {
        if (document.bytes().length == 0) {
            return NotAFeed.of(ErrorKind.EMPTY);
        }
        Decoded decoded = Decoding.decode(document.bytes(), document.contentType());
        String text = decoded.text();
        int start = Prolog.start(text);
        if (start == text.length()) {
            return NotAFeed.of(ErrorKind.EMPTY);
        }
        return switch (text.charAt(start)) {
            case '{', '[' -> JsonFeedReader.read(text.substring(start), document.baseUrl(), decoded.repairs());
            default -> xml(decoded, document);
        };
    }

    private static ParseResult xml(Decoded decoded, FeedDocument document) {
        XmlText.Outcome outcome = XmlText.read(decoded.text());
        if (outcome instanceof XmlText.Unreadable unreadable) {
            return new NotAFeed(unreadable.kind(), unreadable.sentence());
        }
        XmlText.Tree tree = (XmlText.Tree) outcome;
        Dialect dialect = Dialect.of(tree.root());
        if (dialect == Dialect.NONE) {
            return NotAFeed.of(ErrorKind.NOT_A_FEED);
        }
        List<String> repairs = Lists.concat(decoded.repairs(), tree.repairs());
        Place place = new Place(document.baseUrl(), null).within(tree.root());
        ParsedFeed feed = FeedReading.read(new Node(tree.root(), place, new Names(dialect, tree.root())), repairs);
        return new ParseResult.Parsed(feed, tree.cutOff());
    }
}
