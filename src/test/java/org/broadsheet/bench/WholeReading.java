package org.broadsheet.bench;

import org.broadsheet.ingest.clean.Cleaner;
import org.broadsheet.ingest.parse.FeedDocument;
import org.broadsheet.ingest.parse.FeedParser;
import org.broadsheet.ingest.parse.ParseResult.NotAFeed;
import org.broadsheet.ingest.parse.ParseResult.Parsed;
import org.broadsheet.publish.NormalisedFeed;

/** All that {@code parse --ndjson} does with one document: read it, clean its entries, write its line. */
final class WholeReading {
    private WholeReading() {}

    static String line(byte[] document) {
        return FeedParser.parse(new FeedDocument(document, null, "https://x.example/feeds/"))
                .match(WholeReading::feed, NotAFeed::sentence);
    }

    private static String feed(Parsed parsed) {
        return NormalisedFeed.write(
                        parsed.feed(), html -> Cleaner.clean(html, null).value())
                .toString();
    }
}
