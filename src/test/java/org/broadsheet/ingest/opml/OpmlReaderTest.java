package org.broadsheet.ingest.opml;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.ListedFeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpmlReaderTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Test
    void folders_of_any_depth_are_read_with_their_feeds() {
        OpmlDocument list = read("""
                <opml version="2.0"><head><title>My &lt;list&gt;</title></head><body>
                <outline text="World"><outline text="Europe">
                  <outline text="Harbour" type="rss" xmlUrl="https://harbour.example/rss" htmlUrl="https://harbour.example/"/>
                </outline></outline>
                <outline text="Loose" type="rss" xmlUrl="https://loose.example/rss"></outline>
                </body></opml>""");

        assertThat(list.title()).isEqualTo("My <list>");
        assertThat(list.feeds())
                .extracting(ListedFeed::title, ListedFeed::url, ListedFeed::siteUrl, ListedFeed::folders)
                .containsExactly(
                        tuple(
                                "Harbour",
                                "https://harbour.example/rss",
                                "https://harbour.example/",
                                List.of(FolderPath.parse("World/Europe"))),
                        tuple("Loose", "https://loose.example/rss", null, List.of()));
        assertThat(list.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xmlUrl", "xmlurl", "xmlURL", "XMLURL", "xml_url", "url"})
    void the_address_is_found_however_its_attribute_is_written(String name) {
        assertThat(read(body("<OUTLINE TEXT='A' " + name + "='https://a.example/'/>"))
                        .feeds())
                .extracting(ListedFeed::title, ListedFeed::url)
                .containsExactly(tuple("A", "https://a.example/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<?xml version='1.0'?>", "<?xml version='1.0' encoding='utf8'?>", "\ufeff", "\n \n"})
    void odd_beginnings_do_no_harm(String start) {
        OpmlDocument list = read(start + body("<outline text='Café 🗞' xmlUrl='https://a.example/'/>"));

        assertThat(list.feeds()).extracting(ListedFeed::title).containsExactly("Café 🗞");
        assertThat(list.problems()).isEmpty();
    }

    @Test
    void text_in_windows_1252_is_read_whatever_the_declaration_says() {
        String outline = body("<outline text='“Café” – 1 €' xmlUrl='https://a.example/'/>");

        for (String declared : List.of("", "utf-8", "iso-8859-1", "windows-1252", "no-such-charset")) {
            String start = declared.isEmpty() ? "" : "<?xml version='1.0' encoding='" + declared + "'?>";
            assertThat(document((start + outline).getBytes(WINDOWS)).feeds())
                    .as(declared)
                    .extracting(ListedFeed::title)
                    .containsExactly("“Café” – 1 €");
        }
    }

    @Test
    void utf_16_is_read_with_and_without_its_mark() {
        String text = body("<outline text='Ж' xmlUrl='https://a.example/'/>");

        assertThat(document(text.getBytes(UTF_16LE)).feeds().get(0).title()).isEqualTo("Ж");
        assertThat(document(text.getBytes(Charset.forName("UTF-16")))
                        .feeds()
                        .get(0)
                        .title())
                .isEqualTo("Ж");
    }

    @Test
    void html_entities_bare_ampersands_and_control_characters_are_read_and_told() {
        OpmlDocument list =
                read(body("<outline text='Caf&eacute; &nbsp;& Co\u0001' xmlUrl='https://a.example/?a=1&b=2'/>"));

        assertThat(list.feeds())
                .extracting(ListedFeed::title, ListedFeed::url)
                .containsExactly(tuple("Café \u00a0& Co", "https://a.example/?a=1&b=2"));
        assertThat(list.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.why().sentence()).contains("broken"));
    }

    @Test
    void names_of_nothing_but_control_characters_are_no_names() {
        OpmlDocument list =
                read(body("<outline text='\u0001'><outline text='\u0002' xmlUrl='https://a.example/'/></outline>"));

        assertThat(list.feeds())
                .extracting(ListedFeed::title, ListedFeed::folders)
                .containsExactly(tuple(null, List.of()));
    }

    @Test
    void a_list_that_is_cut_off_keeps_the_feeds_before_the_cut() {
        OpmlDocument list = read("<opml><body><outline text='F'><outline text='A' xmlUrl='https://a.example/'/><outl");

        assertThat(list.feeds())
                .extracting(ListedFeed::title, ListedFeed::folders)
                .containsExactly(tuple("A", List.of(FolderPath.parse("F"))));
        assertThat(list.problems()).hasSize(1);
    }

    @Test
    void an_outline_with_an_address_and_children_is_a_feed_and_a_folder() {
        OpmlDocument list = read(body("""
                <outline text="Planet" xmlUrl="https://planet.example/">
                  <outline text="Member" xmlUrl="https://member.example/"/>
                </outline>"""));

        assertThat(list.feeds())
                .extracting(ListedFeed::title, ListedFeed::folders)
                .containsExactly(tuple("Planet", List.of()), tuple("Member", List.of(FolderPath.parse("Planet"))));
    }

    @Test
    void categories_are_folders_where_nothing_is_nested() {
        OpmlDocument list = read(body("<outline text='A' category='/Tech/Java, News' xmlUrl='https://a.example/'/>"
                + "<outline text='F'><outline category='/kept' text='B' xmlUrl='https://b.example/'/></outline>"));

        assertThat(list.feeds())
                .extracting(ListedFeed::folders, feed -> feed.foreign().values())
                .containsExactly(
                        tuple(List.of(FolderPath.parse("Tech/Java"), FolderPath.parse("News")), Map.of()),
                        tuple(List.of(FolderPath.parse("F")), Map.of("category", "/kept")));
    }

    @Test
    void a_feed_in_two_folders_is_one_feed_with_two_folders() {
        OpmlDocument list = read(body("<outline text='X'><outline text='A' xmlUrl='https://a.example/'/></outline>"
                + "<outline text='Y'><outline text='A again' xmlUrl='https://A.example'/></outline>"));

        assertThat(list.feeds())
                .extracting(ListedFeed::title, ListedFeed::folders)
                .containsExactly(tuple("A", List.of(FolderPath.parse("X"), FolderPath.parse("Y"))));
        assertThat(list.problems()).isEmpty();
    }

    @Test
    void what_cannot_be_subscribed_to_is_named_and_the_rest_is_read() {
        OpmlDocument list = read(body("""
                <outline text="Shell" xmlUrl="|rm -rf /"/>
                <outline text="File" xmlUrl="file:///etc/passwd"/>
                <outline text="Empty" type="rss" xmlUrl=" "/>
                <outline text="Page" type="link" url="https://page.example/"/>
                <outline text="Good" type="link" xmlUrl="feed://good.example/rss"/>
                <outline text="Good" xmlUrl="https://good.example/rss"/>"""));

        assertThat(list.feeds()).extracting(ListedFeed::url).containsExactly("https://good.example/rss");
        assertThat(list.problems())
                .extracting(problem -> problem.where().words())
                .containsExactly(
                        "outline 1 (Shell)",
                        "outline 2 (File)",
                        "outline 3 (Empty)",
                        "outline 4 (Page)",
                        "outline 6 (Good)");
    }

    @Test
    void attributes_of_other_programs_are_kept_even_where_their_prefix_is_not_declared() {
        OpmlDocument list = read("""
                <opml xmlns:frss="https://freshrss.org/opml"><body>
                <outline text="A" title="Its own title" type="JSONFeed" frss:unicity="x" nb:mark="1" updateInterval="60" xmlUrl="https://a.example/"/>
                </body></opml>""");

        assertThat(list.feeds().get(0).foreign().values())
                .isEqualTo(Map.of("type", "JSONFeed", "title", "Its own title", "frss:unicity", "x", "nb:mark", "1"));
        assertThat(list.feeds().get(0).askEvery()).isEqualTo(Duration.ofMinutes(60));
        assertThat(list.feeds().get(0).foreign().namespaces()).isEqualTo(Map.of("frss", "https://freshrss.org/opml"));
        assertThat(list.problems()).isEmpty();
    }

    @Test
    void entities_of_a_document_type_are_never_resolved() {
        String laughs =
                "<!DOCTYPE opml [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'><!ENTITY f SYSTEM 'file:///etc/hostname'>]>";
        OpmlDocument list = read(laughs + "<opml><head><title>&f;</title></head><body>"
                + "<outline text='&b;' xmlUrl='https://a.example/'/></body></opml>");

        assertThat(list.title()).isIn("", "&f;");
        assertThat(list.feeds()).extracting(ListedFeed::title).doesNotContain("haha");
    }

    @Test
    void a_document_type_without_entities_is_skipped() {
        assertThat(read("<!DOCTYPE opml SYSTEM 'http://127.0.0.1:1/opml.dtd'>"
                                + body("<outline text='A' xmlUrl='https://a.example/'/>"))
                        .feeds())
                .hasSize(1);
    }

    @Test
    void folders_below_the_deepest_fall_together() {
        int depth = 5_000;
        String text = "<outline text='f'>".repeat(depth) + "<outline text='A' xmlUrl='https://a.example/'/>"
                + "</outline>".repeat(depth);

        assertThat(read(body(text)).feeds().get(0).folders().get(0).names()).hasSize(OpmlReader.DEEPEST_FOLDER);
    }

    @Test
    void what_is_no_list_is_refused_in_one_sentence() {
        assertThat(refusal("".getBytes(UTF_8))).isEqualTo("feeds.opml is empty.");
        assertThat(refusal("hello".getBytes(UTF_8))).isEqualTo("feeds.opml is not OPML: it holds no markup.");
        assertThat(refusal("<!doctype html><html><p>x".getBytes(UTF_8)))
                .isEqualTo("feeds.opml is not OPML: it is a web page.");
        assertThat(refusal("<rss version='2.0'/>".getBytes(UTF_8)))
                .isEqualTo("feeds.opml is not OPML: it is a feed; add its address instead.");
        assertThat(refusal("<list/>".getBytes(UTF_8)))
                .isEqualTo("feeds.opml is not OPML: it begins with <list> where <opml> should stand.");
        assertThat(refusal(new byte[OpmlReader.MAX_BYTES + 1])).isEqualTo("feeds.opml is larger than 50 MB.");
    }

    private static String body(String outlines) {
        return "<opml version='2.0'><body>" + outlines + "</body></opml>";
    }

    private static OpmlDocument read(String text) {
        return document(text.getBytes(UTF_8));
    }

    private static OpmlDocument document(byte[] bytes) {
        return OpmlReader.read(bytes).match(OpmlResult.Read::document, unreadable -> {
            throw new AssertionError(unreadable.why().sentence());
        });
    }

    private static String refusal(byte[] bytes) {
        return OpmlReader.read(bytes)
                .match(
                        read -> "feeds.opml was read",
                        unreadable -> unreadable.why().at("feeds.opml").sentence());
    }
}
