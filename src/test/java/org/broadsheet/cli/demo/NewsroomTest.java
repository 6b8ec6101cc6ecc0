package org.broadsheet.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.broadsheet.ingest.parse.FeedDocument;
import org.broadsheet.ingest.parse.FeedParser;
import org.broadsheet.ingest.parse.ParseResult;
import org.broadsheet.model.ParsedEntry;
import org.broadsheet.model.ParsedFeed;
import org.junit.jupiter.api.Test;

class NewsroomTest {
    private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void each_feed_of_the_opml_is_read_whole_and_all_together_have_120_entries() throws Exception {
        try (Newsroom newsroom = new Newsroom(InstantSource.fixed(START))) {
            List<URI> feeds = feeds(newsroom);
            int entries = 0;
            for (URI address : feeds) {
                ParsedFeed feed = feed(address);
                entries += feed.entries().size();
                assertThat(feed.title()).isNotBlank();
                assertThat(feed.siteUrl()).isEqualTo(address.resolve(".").toString());
                assertThat(feed.entries()).allSatisfy(NewsroomTest::isWhole);
            }
            assertThat(feeds).hasSizeGreaterThanOrEqualTo(8);
            assertThat(entries).isGreaterThanOrEqualTo(120);
        }
    }

    private static void isWhole(ParsedEntry entry) {
        assertThat(entry.title()).isNotBlank();
        assertThat(entry.contentHtml()).startsWith("<").doesNotContain("```");
        assertThat(Objects.requireNonNull(entry.contentHtml()).split("<p>")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(entry.authors()).isNotEmpty();
        assertThat(entry.tags()).isNotEmpty();
        assertThat(entry.published()).isBetween(START.minusSeconds(48 * 3600), START);
    }

    @Test
    void rss_atom_rdf_and_json_feed_are_all_spoken() throws Exception {
        try (Newsroom newsroom = new Newsroom(InstantSource.fixed(START))) {
            Set<String> types = new HashSet<>();
            for (URI address : feeds(newsroom)) {
                types.add(get(address).headers().firstValue("Content-Type").orElseThrow());
            }
            assertThat(types)
                    .containsExactlyInAnyOrder(
                            "application/rss+xml; charset=utf-8",
                            "application/atom+xml; charset=utf-8",
                            "application/rdf+xml; charset=utf-8",
                            "application/feed+json; charset=utf-8");
        }
    }

    @Test
    void the_opml_has_folders_and_one_folder_in_another() throws Exception {
        try (Newsroom newsroom = new Newsroom(InstantSource.fixed(START))) {
            String opml = new String(newsroom.opml(), StandardCharsets.UTF_8);

            assertThat(opml)
                    .contains("<opml version=\"2.0\">")
                    .containsPattern(
                            "(?s)<outline text=\"World\">.*<outline text=\"Europe\">.*Alpine Review.*</outline>\n</outline>")
                    .contains("<outline text=\"Science\">", "<outline text=\"Technology\">", "Signal &amp; Switch");
            assertThat(get(newsroom.address().resolve("/opml")).body()).isEqualTo(newsroom.opml());
        }
    }

    @Test
    void a_feed_that_is_asked_again_with_its_etag_is_not_sent_again_until_it_has_something_new() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(START);
        try (Newsroom newsroom = new Newsroom(now::get)) {
            URI feed = newsroom.address().resolve("/coastal-wire/feed.rdf");
            String etag = get(feed).headers().firstValue("ETag").orElseThrow();

            HttpResponse<byte[]> same = get(feed, "If-None-Match", etag);
            now.set(START.plusSeconds(60));
            HttpResponse<byte[]> changed = get(feed, "If-None-Match", etag);

            assertThat(same.statusCode()).isEqualTo(304);
            assertThat(same.body()).isEmpty();
            assertThat(changed.statusCode()).isEqualTo(200);
            assertThat(changed.headers().firstValue("ETag")).isPresent().isNotEqualTo(Optional.of(etag));
        }
    }

    @Test
    void the_links_of_an_article_lead_to_its_page_and_its_picture() throws Exception {
        try (Newsroom newsroom = new Newsroom(InstantSource.fixed(START))) {
            ParsedEntry entry = feed(newsroom.address().resolve("/harbour-post/feed.xml")).entries().stream()
                    .filter(it -> Objects.requireNonNull(it.contentHtml()).startsWith("<figure>"))
                    .findFirst()
                    .orElseThrow();
            String picture = Pattern.compile("src=\"([^\"]+)\"")
                    .matcher(Objects.requireNonNull(entry.contentHtml()))
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);

            HttpResponse<byte[]> page = get(URI.create(Objects.requireNonNull(entry.url())));
            HttpResponse<byte[]> png = get(URI.create(picture));

            assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("<h1>" + entry.title() + "</h1>");
            assertThat(png.headers().firstValue("Content-Type")).contains("image/png");
            assertThat(ImageIO.read(new ByteArrayInputStream(png.body())).getWidth())
                    .isEqualTo(Picture.WIDTH);
            assertThat(entry.contentHtml()).contains("<figcaption>", "width=\"960\"");
        }
    }

    @Test
    void the_recording_of_the_podcast_is_as_long_as_its_feed_says() throws Exception {
        try (Newsroom newsroom = new Newsroom(InstantSource.fixed(START))) {
            ParsedEntry episode = feed(newsroom.address().resolve("/field-station/feed.xml")).entries().stream()
                    .filter(it -> !it.enclosures().isEmpty())
                    .findFirst()
                    .orElseThrow();
            HttpResponse<byte[]> sound =
                    get(URI.create(episode.enclosures().get(0).url()));

            assertThat(sound.headers().firstValue("Content-Type")).contains("audio/wav");
            assertThat((long) sound.body().length)
                    .isEqualTo(episode.enclosures().get(0).bytes());
            assertThat(new String(sound.body(), 0, 4, StandardCharsets.US_ASCII))
                    .isEqualTo("RIFF");
        }
    }

    @Test
    void what_is_not_there_is_not_found_and_nothing_can_be_posted() throws Exception {
        try (Newsroom newsroom = new Newsroom(InstantSource.fixed(START))) {
            for (String path :
                    List.of("/none", "/none/feed.xml", "/harbour-post/feed.json", "/harbour-post/n99", "/a/b/c/d")) {
                assertThat(get(newsroom.address().resolve(path)).statusCode()).isEqualTo(404);
            }
            HttpRequest post = HttpRequest.newBuilder(newsroom.address())
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            assertThat(CLIENT.send(post, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(405);
        }
    }

    @Test
    void the_newsroom_is_on_loopback() throws Exception {
        try (Newsroom newsroom = new Newsroom(InstantSource.fixed(START))) {
            assertThat(newsroom.address().getHost()).isEqualTo("127.0.0.1");
            assertThat(new String(get(newsroom.address()).body(), StandardCharsets.UTF_8))
                    .contains("Harbour Post");
        }
    }

    private static List<URI> feeds(Newsroom newsroom) {
        String opml = new String(newsroom.opml(), StandardCharsets.UTF_8);
        return Pattern.compile("xmlUrl=\"([^\"]+)\"")
                .matcher(opml)
                .results()
                .map(found -> URI.create(found.group(1)))
                .toList();
    }

    private static ParsedFeed feed(URI address) throws Exception {
        HttpResponse<byte[]> answer = get(address);
        ParseResult result = FeedParser.parse(new FeedDocument(
                answer.body(), answer.headers().firstValue("Content-Type").orElseThrow(), address.toString()));
        assertThat(result).isInstanceOf(ParseResult.Parsed.class);
        return ((ParseResult.Parsed) result).feed();
    }

    private static HttpResponse<byte[]> get(URI address, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }
}
