package org.broadsheet.poll;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.ingest.fetch.FetchResult;
import org.broadsheet.model.DueFeed;
import org.broadsheet.model.HubLinks;
import org.broadsheet.model.ParsedFeed;
import org.broadsheet.text.FeedAddress;
import org.jspecify.annotations.Nullable;

/** Finds out who announces a feed's news (WebSub §4): the header goes before the document. */
final class Hubs {
    private static final Set<String> YOUTUBE = Set.of("www.youtube.com", "youtube.com");
    private static final String YOUTUBE_PATH = "/feeds/videos.xml";

    private Hubs() {}

    /** The hub, if any, and always a topic beside it. */
    static HubLinks of(DueFeed feed, FetchResult.Fetched answer, ParsedFeed document) {
        URI here = answer.finalUrl();
        if (!FeedAddress.withoutCredentials(feed.url()).equals(feed.url())) {
            // Only those with the password may know that there is news.
            return new HubLinks(null, document.feedUrl());
        }
        if (YOUTUBE.contains(String.valueOf(here.getHost())) && YOUTUBE_PATH.equals(here.getPath())) {
            // Its feeds name no hub, but its documentation does; the topic has an address of its own.
            return new HubLinks(
                    "https://pubsubhubbub.appspot.com/",
                    "https://www.youtube.com/xml/feeds/videos.xml?" + here.getRawQuery());
        }
        Optional<String> hub = first(answer.links().hub(), document.hubUrl());
        Optional<String> self = first(answer.links().self(), document.feedUrl());
        return new HubLinks(
                hub.orElse(null),
                self.or(() -> hub.map(announcer -> here.toString())).orElse(null));
    }

    private static Optional<String> first(@Nullable String header, @Nullable String document) {
        return Optional.ofNullable(header)
                .flatMap(FeedAddress::of)
                .or(() -> Optional.ofNullable(document).flatMap(FeedAddress::of));
    }
}
