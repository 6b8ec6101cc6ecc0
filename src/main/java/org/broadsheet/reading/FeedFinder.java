package org.broadsheet.reading;

import java.util.List;
import org.broadsheet.ingest.discover.Discovery;
import org.broadsheet.ingest.discover.FoundFeed;
import org.broadsheet.ingest.discover.KnownSites;
import org.broadsheet.ingest.discover.SameSite;
import org.broadsheet.ingest.parse.FeedDocument;
import org.broadsheet.ingest.parse.FeedParser;
import org.broadsheet.ingest.parse.ParseResult;
import org.broadsheet.model.Failure;
import org.broadsheet.model.ParsedEntry;
import org.broadsheet.model.ParsedFeed;
import org.broadsheet.text.PlainText;

/** Looks for the feed at an address, or for those that a page there names. Asks only what it was given; guesses nothing. */
public final class FeedFinder implements AddressCheck {
    private static final int PREVIEWED = 8;

    private final Download download;

    public FeedFinder(Download download) {
        this.download = download;
    }

    @Override
    public Found at(String url) {
        List<FoundFeed> known = KnownSites.feedsOf(url);
        if (known.size() > 1) {
            return several(known);
        }
        return ask(known.isEmpty() ? url : known.get(0).url());
    }

    private Found ask(String url) {
        Download.Answer answer = download.at(url);
        return answer instanceof Download.Document document
                ? read(url, document)
                : noFeed(((Download.Nothing) answer).why());
    }

    private static Found noFeed(Failure why) {
        return new NoFeed(why.kind(), why.sentence());
    }

    private static Found read(String url, Download.Document document) {
        ParseResult result =
                FeedParser.parse(new FeedDocument(document.bytes(), document.contentType(), document.url()));
        return result.match(parsed -> new FeedAt(url, preview(parsed.feed())), none -> inPage(url, document, none));
    }

    private static Found inPage(String asked, Download.Document document, ParseResult.NotAFeed none) {
        List<FoundFeed> feeds = Discovery.feedsIn(document.bytes(), document.contentType(), document.url());
        if (feeds.isEmpty()) {
            return new NoFeed(none.kind(), none.sentence());
        }
        if (feeds.size() == 1) {
            return new FeedAt(SameSite.signedIn(feeds.get(0).url(), asked));
        }
        return several(feeds);
    }

    private static SeveralFeeds several(List<FoundFeed> feeds) {
        return new SeveralFeeds(feeds.stream()
                .map(feed -> new Subscribed.Choice(feed.url(), feed.title(), feed.type()))
                .toList());
    }

    private static Preview preview(ParsedFeed feed) {
        return new Preview(
                feed.title(),
                feed.descriptionHtml() == null ? "" : PlainText.of(feed.descriptionHtml()),
                feed.entries().size(),
                feed.entries().stream().limit(PREVIEWED).map(FeedFinder::line).toList());
    }

    private static Preview.Line line(ParsedEntry entry) {
        String title = entry.title();
        return new Preview.Line(title == null || title.isBlank() ? "Without a title" : title, entry.published());
    }
}
