package org.broadsheet.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.modules.content.ContentModule;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.broadsheet.ingest.clean.Cleaner;
import org.broadsheet.model.Article;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedWriterTest {
    private static final String TAG = "tag:news.example,2026:entry/41";

    @Test
    void atom_gives_back_all_that_went_in() throws Exception {
        SyndFeed feed = rome(FeedFormat.ATOM, Streams.of(Streams.full()));

        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getTitle()).isEqualTo("Front & page");
        assertThat(feed.getUri()).isEqualTo("tag:news.example,2026:stream/front");
        assertThat(link(feed, "alternate")).isEqualTo("https://reader.example/b/?folder=a&x=b");
        assertThat(link(feed, "self")).isEqualTo("https://reader.example/b/feed.atom");
        SyndEntry entry = feed.getEntries().get(0);
        assertThat(entry.getUri()).isEqualTo(TAG);
        assertThat(entry.getTitleEx().getType()).isEqualTo("html");
        assertThat(entry.getTitle()).isEqualTo("Dry spring &lt;i&gt;ends&lt;/i&gt; &amp; more");
        assertThat(entry.getLink()).isEqualTo("https://post.example/dry?a=1&b=2");
        assertThat(entry.getAuthor()).isEqualTo("Ada Lind");
        assertThat(entry.getDescription().getValue()).isEqualTo("Dry &lt;cold&gt; &amp; long.");
        assertThat(entry.getContents().get(0).getType()).isEqualTo("html");
        assertThat(entry.getContents().get(0).getValue()).isEqualTo(Streams.HTML);
        assertThat(entry.getPublishedDate()).isEqualTo(Streams.PUBLISHED);
        assertThat(entry.getUpdatedDate()).isEqualTo(Streams.UPDATED);
        assertThat(entry.getCategories()).extracting("name").containsExactly("Weather", "R&D");
        assertThat(entry.getEnclosures())
                .extracting("url")
                .containsExactly("https://post.example/1.mp3", "https://post.example/2.mp4");
        assertThat(entry.getLinks()).anySatisfy(link -> {
            assertThat(link.getRel()).isEqualTo("related");
            assertThat(link.getHref()).isEqualTo("https://reader.example/b/entries/52");
            assertThat(link.getTitle()).isEqualTo("The Ledger");
        });
        assertThat(guid(entry)).isEqualTo("http://post.example/?p=1&q=2");
    }

    @Test
    void atom_says_where_an_entry_comes_from_without_the_subscribers_password() throws Exception {
        SyndFeed source = rome(FeedFormat.ATOM, Streams.of(Streams.full()))
                .getEntries()
                .get(0)
                .getSource();

        assertThat(source.getUri()).isEqualTo("https://post.example/feed?a=1&b=2");
        assertThat(source.getTitle()).isEqualTo("Post & Co");
        assertThat(link(source, "alternate")).isEqualTo("https://post.example/");
        assertThat(source.getPublishedDate()).isEqualTo(Streams.PUBLISHED);
    }

    @Test
    void rss_gives_back_all_that_went_in() throws Exception {
        SyndFeed feed = rome(FeedFormat.RSS, Streams.of(Streams.full()));

        assertThat(feed.getFeedType()).isEqualTo("rss_2.0");
        assertThat(feed.getTitle()).isEqualTo("Front & page");
        assertThat(feed.getLink()).isEqualTo("https://reader.example/b/?folder=a&x=b");
        assertThat(feed.getLanguage()).isEqualTo("en-GB");
        SyndEntry entry = feed.getEntries().get(0);
        assertThat(entry.getUri()).isEqualTo(TAG);
        assertThat(entry.getTitle()).isEqualTo("Dry spring <\u2060i>ends<\u2060/i> & more");
        assertThat(entry.getLink()).isEqualTo("https://post.example/dry?a=1&b=2");
        assertThat(entry.getDescription().getValue()).isEqualTo("Dry &lt;cold&gt; &amp; long.");
        assertThat(((ContentModule) entry.getModule(ContentModule.URI)).getEncodeds())
                .containsExactly(Streams.HTML);
        assertThat(((DCModule) entry.getModule(DCModule.URI)).getCreator()).isEqualTo("Ada Lind");
        assertThat(entry.getPublishedDate()).isEqualTo(Streams.PUBLISHED);
        assertThat(entry.getCategories()).extracting("name").containsExactly("Weather", "R&D");
        assertThat(entry.getSource().getTitle()).isEqualTo("Post & Co");
        assertThat(entry.getSource().getUri()).isEqualTo("https://post.example/feed?a=1&b=2");
        assertThat(guid(entry)).isEqualTo("http://post.example/?p=1&q=2");
    }

    @Test
    void rss_has_one_enclosure_and_says_the_others_as_atom_links() throws Exception {
        SyndEntry entry =
                rome(FeedFormat.RSS, Streams.of(Streams.full())).getEntries().get(0);

        assertThat(entry.getEnclosures()).singleElement().satisfies(file -> {
            assertThat(file.getUrl()).isEqualTo("https://post.example/1.mp3");
            assertThat(file.getType()).isEqualTo("audio/mpeg");
            assertThat(file.getLength()).isEqualTo(12345);
        });
        assertThat(text(FeedFormat.RSS, Streams.of(Streams.full())))
                .contains("<guid isPermaLink=\"false\">" + TAG + "</guid>")
                .contains("<pubDate>Mon, 02 Mar 2026 07:05:00 GMT</pubDate>")
                .contains(
                        "<atom:link rel=\"enclosure\" href=\"https://post.example/2.mp4\" type=\"video/mp4\" length=\"99\" />")
                .contains("<atom:link rel=\"self\" href=\"https://reader.example/b/feed.atom\"");
    }

    @Test
    void a_stream_names_no_language_where_one_of_its_entries_names_none() {
        OutgoingFeed mixed = Streams.of(Streams.full(), Streams.bare(42, "Vent", "https://b.example/", null));
        for (FeedFormat format : FeedFormat.values()) {
            String text = new String(FeedWriter.write(format, mixed), StandardCharsets.UTF_8);
            assertThat(text).containsOnlyOnce("en-GB").doesNotContainPattern("<feed[^>]*lang=|<language>");
        }
    }

    @Test
    @Timeout(20)
    void a_media_type_made_of_blanks_does_not_hold_up_the_stream() {
        assertThat(Allowed.type("audio/mpeg" + " ".repeat(300_000) + "x")).isEmpty();
        assertThat(Allowed.type("audio/mpeg ;junk")).hasValue("audio/mpeg");
    }

    @Test
    void json_gives_back_all_that_went_in() throws Exception {
        JsonNode feed = json(Streams.of(Streams.full()));
        JsonNode item = feed.at("/items/0");

        assertThat(feed.at("/version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.at("/home_page_url").asText()).isEqualTo("https://reader.example/b/?folder=a&x=b");
        assertThat(feed.at("/feed_url").asText()).isEqualTo("https://reader.example/b/feed.atom");
        assertThat(feed.at("/language").asText()).isEqualTo("en-GB");
        assertThat(item.at("/id").asText()).isEqualTo(TAG);
        assertThat(item.at("/_guid").asText()).isEqualTo("http://post.example/?p=1&q=2");
        assertThat(item.at("/title").asText()).isEqualTo("Dry spring <i>ends</i> & more");
        assertThat(item.at("/content_html").asText()).isEqualTo(Streams.HTML);
        assertThat(item.at("/image").asText()).isEqualTo("https://post.example/dry.jpg");
        assertThat(item.at("/date_published").asText()).isEqualTo("2026-03-02T07:05:00Z");
        assertThat(item.at("/date_modified").asText()).isEqualTo("2026-03-02T09:30:00Z");
        assertThat(item.at("/authors").toString()).isEqualTo("[{\"name\":\"Ada Lind\"}]");
        assertThat(item.at("/tags").toString()).isEqualTo("[\"Weather\",\"R&D\"]");
        assertThat(item.at("/attachments/0/duration_in_seconds").asInt()).isEqualTo(61);
        assertThat(item.at("/attachments/1/url").asText()).isEqualTo("https://post.example/2.mp4");
        assertThat(item.at("/_source/url").asText()).isEqualTo("https://post.example/feed?a=1&b=2");
        assertThat(item.at("/_source/id").asText()).isEqualTo("https://post.example/feed?a=1&b=2");
        assertThat(item.at("/_source/title").asText()).isEqualTo("Post & Co");
        assertThat(item.at("/_source/home_page_url").asText()).isEqualTo("https://post.example/");
        assertThat(item.at("/_related/0/url").asText()).isEqualTo("https://reader.example/b/entries/52");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a ]]> b ]]&gt; c",
                "Tom & Jerry &amp; <b>Co</b> \"quoted\" 'so'",
                "🌍 news 👩‍👩‍👧 and 𝒳",
                "שלום \u202Eabc\u202C العربية",
                "<!-- x --> <![CDATA[ y ]]> <?php z ?>"
            })
    void a_nasty_title_comes_back_as_it_was_in_every_format(String title) throws Exception {
        OutgoingFeed feed = Streams.of(Streams.bare(1, title, "https://post.example/1", Streams.PUBLISHED));

        SyndContent atom = rome(FeedFormat.ATOM, feed).getEntries().get(0).getTitleEx();
        assertThat("html".equals(atom.getType()) ? Parser.unescapeEntities(atom.getValue(), true) : atom.getValue())
                .isEqualTo(title);
        assertThat(rome(FeedFormat.RSS, feed).getEntries().get(0).getTitle().replace("\u2060", ""))
                .isEqualTo(title);
        assertThat(json(feed).at("/items/0/title").asText()).isEqualTo(title);
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void characters_that_xml_forbids_never_get_out(FeedFormat format) {
        String nasty = "a\u0000b\u0008c\u001Bd\uFFFEe\uFFFFf\uD83Dg\uDE00h";
        Article bare = Streams.bare(1, nasty, "https://post.example/" + nasty, Streams.PUBLISHED);
        Article article = new Article(bare.headline(), Cleaner.restore("<p>" + nasty + "</p>"));

        String text = text(format, Streams.of(article));

        assertThat(text).contains("abcdefgh").contains("https://post.example/abcdefgh");
        assertThat(text).doesNotContainPattern("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFD\\uFFFE\\uFFFF]");
        assertThat(text).doesNotContain("\\u00");
    }

    @ParameterizedTest
    @EnumSource(FeedFormat.class)
    void the_same_stream_gives_the_same_bytes(FeedFormat format) {
        assertThat(FeedWriter.write(format, Streams.of(Streams.full())))
                .isEqualTo(FeedWriter.write(format, Streams.of(Streams.full())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "/relative", "https://", "", "https:// x"})
    void an_address_that_is_not_http_gives_way_to_the_page_of_the_entry_here(String address) throws Exception {
        OutgoingFeed feed = Streams.of(Streams.bare(9, "T", address, Streams.PUBLISHED));

        assertThat(json(feed).at("/items/0/url").asText()).isEqualTo("https://reader.example/b/entries/9");
        assertThat(rome(FeedFormat.ATOM, feed).getEntries().get(0).getLink())
                .isEqualTo("https://reader.example/b/entries/9");
    }

    @Test
    void an_entry_without_a_date_is_dated_by_when_it_was_seen() throws Exception {
        OutgoingFeed feed = Streams.of(Streams.bare(9, "T", null, null));

        assertThat(json(feed).at("/items/0").has("date_published")).isFalse();
        assertThat(json(feed).at("/items/0/date_modified").asText()).isEqualTo("2026-03-02T07:10:00Z");
        assertThat(rome(FeedFormat.RSS, feed).getEntries().get(0).getPublishedDate())
                .isEqualTo(Streams.SEEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "-0044-03-15T12:00:00Z", "+12026-01-01T00:00:00Z"})
    void a_date_that_can_only_be_a_mistake_is_not_passed_on(String date) {
        OutgoingFeed feed = Streams.of(Streams.bare(9, "T", null, Instant.parse(date)));

        for (FeedFormat format : FeedFormat.values()) {
            assertThat(text(format, feed)).contains("2026").doesNotContain("0001-", "0044", "12026");
        }
    }

    @Test
    void a_stream_without_entries_is_still_a_feed() throws Exception {
        assertThat(rome(FeedFormat.ATOM, Streams.of()).getTitle()).isEqualTo("Front & page");
        assertThat(rome(FeedFormat.RSS, Streams.of()).getTitle()).isEqualTo("Front & page");
        assertThat(json(Streams.of()).at("/items").isArray()).isTrue();
    }

    @Test
    void the_id_of_an_entry_does_not_move_with_the_server() throws Exception {
        OutgoingFeed old = Streams.of(Streams.full());
        OutgoingFeed moved = new OutgoingFeed(
                old.title(),
                old.id(),
                new Site("news.example", URI.create("https://elsewhere.example/")),
                old.selfUrl(),
                old.pageUrl(),
                old.updated(),
                old.entries(),
                old.extent(),
                List.of());

        assertThat(json(moved).at("/items/0/id").asText()).isEqualTo(TAG);
        assertThat(json(moved).at("/items/0/_related/0/url").asText())
                .isEqualTo("https://elsewhere.example/entries/52");
    }

    @Test
    void each_format_names_its_media_type_and_extension() {
        assertThat(List.of(FeedFormat.values()))
                .extracting(FeedFormat::extension)
                .containsExactly("atom", "rss", "json");
        assertThat(List.of(FeedFormat.values()))
                .extracting(FeedFormat::mediaType)
                .allMatch(type -> type.matches("application/(atom\\+xml|rss\\+xml|feed\\+json); charset=utf-8"));
    }

    private static String guid(SyndEntry entry) {
        return ((DCModule) entry.getModule(DCModule.URI)).getIdentifier();
    }

    /** Not {@code getLink()}: Rome 2.1 gives the link to itself there. */
    private static String link(SyndFeed feed, String rel) {
        return feed.getLinks().stream()
                .filter(link -> link.getRel().equals(rel))
                .map(SyndLink::getHref)
                .findFirst()
                .orElse("none");
    }

    private static SyndFeed rome(FeedFormat format, OutgoingFeed feed) throws Exception {
        return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(FeedWriter.write(format, feed))));
    }

    private static JsonNode json(OutgoingFeed feed) throws Exception {
        return new ObjectMapper().readTree(FeedWriter.write(FeedFormat.JSON, feed));
    }

    private static String text(FeedFormat format, OutgoingFeed feed) {
        return new String(FeedWriter.write(format, feed), StandardCharsets.UTF_8);
    }
}
