package org.broadsheet.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.broadsheet.ingest.fetch.CacheHints;
import org.broadsheet.ingest.fetch.FetchResult.Fetched;
import org.broadsheet.ingest.fetch.Trace;
import org.broadsheet.ingest.parse.FeedDocument;
import org.broadsheet.ingest.parse.FeedParser;
import org.broadsheet.ingest.parse.ParseResult;
import org.broadsheet.model.DueFeed;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.HubLinks;
import org.broadsheet.model.Timing;
import org.broadsheet.model.Validators;
import org.junit.jupiter.api.Test;

class HubsTest {
    private static final String OWN = "<link rel=\"hub\" href=\"https://hub.example/doc\"/>"
            + "<link rel=\"self\" href=\"https://news.example/own\"/>";

    @Test
    void the_header_goes_before_the_document() {
        HubLinks header = new HubLinks("https://hub.example/head", "https://news.example/head");
        assertThat(links("https://news.example/feed", header, OWN)).isEqualTo(header);
        assertThat(links("https://news.example/feed", HubLinks.NONE, OWN))
                .isEqualTo(new HubLinks("https://hub.example/doc", "https://news.example/own"));
    }

    @Test
    void a_hub_without_a_topic_announces_the_address_that_answered() {
        HubLinks header = new HubLinks("https://hub.example/", null);
        assertThat(links("https://news.example/feed", header, ""))
                .isEqualTo(new HubLinks("https://hub.example/", "https://news.example/feed"));
    }

    @Test
    void what_is_no_address_of_the_web_is_no_hub() {
        assertThat(links("https://news.example/feed", new HubLinks("mailto:hub@example.org", null), ""))
                .isEqualTo(HubLinks.NONE);
    }

    @Test
    void youtube_has_a_hub_that_its_feeds_do_not_name() {
        assertThat(links("https://www.youtube.com/feeds/videos.xml?channel_id=UC1", HubLinks.NONE, ""))
                .isEqualTo(new HubLinks(
                        "https://pubsubhubbub.appspot.com/",
                        "https://www.youtube.com/xml/feeds/videos.xml?channel_id=UC1"));
    }

    @Test
    void a_feed_with_a_password_is_announced_by_nobody() {
        assertThat(links("https://me:secret@news.example/feed", HubLinks.NONE, OWN)
                        .hub())
                .isNull();
    }

    private static HubLinks links(String url, HubLinks header, String inDocument) {
        String atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>News</title>" + inDocument
                + "<entry><id>1</id><title>One</title></entry></feed>";
        byte[] body = atom.getBytes(StandardCharsets.UTF_8);
        URI here = URI.create(url.replaceFirst("//.*@", "//"));
        Fetched answer = new Fetched(
                body, null, here, Validators.NONE, CacheHints.NONE, null, header, new Trace(200, Duration.ZERO, 1));
        DueFeed feed = new DueFeed(
                new FeedId(1),
                url,
                "news.example",
                Validators.NONE,
                null,
                Timing.UNKNOWN,
                0,
                null,
                null,
                null,
                null,
                null,
                1);
        ParseResult.Parsed parsed =
                (ParseResult.Parsed) FeedParser.parse(new FeedDocument(body, null, here.toString()));
        return Hubs.of(feed, answer, parsed.feed());
    }
}
