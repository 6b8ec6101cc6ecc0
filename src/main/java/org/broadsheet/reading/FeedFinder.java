package org.broadsheet.reading;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.broadsheet.ingest.discover.Discovery;
import org.broadsheet.ingest.discover.FoundFeed;
import org.broadsheet.ingest.fetch.FetchRequest;
import org.broadsheet.ingest.fetch.FetchResult;
import org.broadsheet.ingest.fetch.Fetcher;
import org.broadsheet.ingest.fetch.HostGate;
import org.broadsheet.ingest.parse.FeedDocument;
import org.broadsheet.ingest.parse.FeedParser;
import org.broadsheet.ingest.parse.ParseResult;
import org.broadsheet.model.ErrorKind;

/** Looks for the feed at an address, or for those that a page there names. Asks only what it was given; guesses nothing. */
public final class FeedFinder implements AddressCheck {
    /** A host that wants to be left alone for longer is not asked, whoever waits for the answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Fetcher fetcher;
    private final HostGate gate;
    private final InstantSource clock;

    public FeedFinder(Fetcher fetcher, HostGate gate, InstantSource clock) {
        this.fetcher = fetcher;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public Found at(String url) {
        URI address = URI.create(url);
        Instant now = clock.instant();
        Optional<Instant> notBefore = gate.notBefore(String.valueOf(address.getHost()), now);
        if (notBefore.isPresent() && notBefore.get().isAfter(now.plus(PATIENCE))) {
            return new NoFeed(
                    ErrorKind.THROTTLED,
                    "Its server asked to be left alone until " + notBefore.get() + "; try again then.");
        }
        return fetcher.fetch(FetchRequest.firstVisit(address))
                .match(
                        fetched -> read(url, fetched),
                        unchanged -> new NoFeed(ErrorKind.HTTP_ERROR, "The server answered 304 to a first visit."),
                        throttled ->
                                new NoFeed(throttled.kind(), throttled.kind().sentence()),
                        failed -> new NoFeed(failed.kind(), failed.sentence()));
    }

    private static Found read(String url, FetchResult.Fetched fetched) {
        String from = fetched.finalUrl().toString();
        ParseResult result = FeedParser.parse(new FeedDocument(fetched.body(), fetched.contentType(), from));
        return result.match(parsed -> new FeedAt(url), none -> inPage(fetched, none));
    }

    private static Found inPage(FetchResult.Fetched fetched, ParseResult.NotAFeed none) {
        String page = new String(fetched.body(), StandardCharsets.UTF_8);
        List<FoundFeed> feeds = Discovery.feedsIn(page, fetched.finalUrl().toString());
        if (feeds.isEmpty()) {
            return new NoFeed(none.kind(), none.sentence());
        }
        if (feeds.size() == 1) {
            return new FeedAt(feeds.get(0).url());
        }
        return new SeveralFeeds(feeds.stream()
                .map(feed -> new Subscribed.Choice(feed.url(), feed.title(), feed.type()))
                .toList());
    }
}
