package org.broadsheet.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.broadsheet.ingest.parse.ParseResult.NotAFeed;
import org.broadsheet.ingest.parse.ParseResult.Parsed;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.ParsedFeed;
import org.junit.jupiter.api.Test;

class FeedParserTest {
    @Test
    void a_feed_cut_off_anywhere_is_an_answer_and_never_an_exception() throws IOException {
        for (byte[] whole : fixtures()) {
            for (int length = 0; length < whole.length; length += 61) {
                assertThat(parse(Arrays.copyOf(whole, length))).isNotNull();
            }
        }
    }

    @Test
    void bytes_changed_at_random_are_an_answer_and_never_an_exception() throws IOException {
        Random random = new Random(7);
        for (byte[] whole : fixtures()) {
            for (int round = 0; round < 5 && whole.length > 0; round++) {
                byte[] changed = whole.clone();
                for (int i = 0; i < 5; i++) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                assertThat(parse(changed)).isNotNull();
            }
        }
    }

    @Test
    void entries_before_the_cut_are_kept() {
        String whole = "<rss version='2.0'><channel><title>t</title>" + "<item><title>first</title></item>".repeat(10)
                + "<item><ti";

        assertThat(feed(whole).entries()).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void a_hundred_thousand_nested_elements_do_not_overflow_the_stack() {
        String deep = "<b>".repeat(100_000) + "text" + "</b>".repeat(100_000);
        ParsedFeed feed = feed("<rss version='2.0'><channel><item><title>a</title><description>" + deep
                + "</description></item></channel></rss>");

        assertThat(feed.entries()).hasSize(1);
        assertThat(feed.entries().get(0).summaryHtml()).contains("text");
        assertThat(feed.repairs()).containsExactly("Its elements are nested too deeply; the innermost were left out.");
    }

    @Test
    void nested_elements_that_never_close_do_not_overflow_the_stack_either() {
        assertThat(parse(bytes("<rss><channel><item><description>" + "<b>".repeat(100_000))))
                .isNotNull();
        assertThat(parse(bytes("<rss><channel><item><description><![CDATA[" + "<b>".repeat(100_000))))
                .isNotNull();
        assertThat(parse(bytes("[".repeat(100_000)))).isInstanceOf(NotAFeed.class);
    }

    @Test
    void the_first_fifty_thousand_entries_are_kept_of_a_document_that_has_more() {
        String items = "<item/>".repeat(50_001);
        ParsedFeed feed = feed("<rss version='2.0'><channel>" + items + "</channel></rss>");

        assertThat(feed.entries()).hasSize(50_000);
        assertThat(feed.repairs()).containsExactly("It has more than 50,000 entries; the last were left out.");
        assertThat(feed("{\"items\":[{}" + ",{}".repeat(50_000) + "]}").entries())
                .hasSize(50_000);
    }

    @Test
    void thousands_of_nested_prefixes_leave_what_stands_before_them_readable() {
        StringBuilder nested = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            nested.append("<a xmlns:p").append(i).append("='u'>");
        }
        ParsedFeed feed = feed("<rss><channel><item><title>first</title></item>" + nested + "</channel></rss>");

        assertThat(feed.entries().get(0).title()).isEqualTo("first");
    }

    @Test
    void entities_that_multiply_are_refused_before_anything_is_expanded() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE l [<!ENTITY a0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
        }
        String document = laughs + "]><rss version='2.0'><channel><title>&a9;</title></channel></rss>";

        assertThat(parse(bytes(document))).isEqualTo(NotAFeed.of(ErrorKind.DTD_FORBIDDEN));
    }

    @Test
    void an_external_entity_is_never_opened() throws IOException {
        Path secret = Files.createTempFile("secret", ".txt");
        Files.writeString(secret, "swordfish");
        String document = "<!DOCTYPE r [<!ENTITY % p SYSTEM '" + secret.toUri() + "'> %p; <!ENTITY x SYSTEM '"
                + secret.toUri() + "'>]><rss version='2.0'><channel><title>&x;</title></channel></rss>";

        assertThat(parse(bytes(document)).toString()).doesNotContain("swordfish");
        Files.delete(secret);
    }

    private static List<byte[]> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/feeds"))) {
            List<Path> all = files.sorted().toList();
            List<byte[]> contents = new ArrayList<>();
            for (Path file : all) {
                contents.add(Files.readAllBytes(file));
            }
            return contents;
        }
    }

    private static ParsedFeed feed(String document) {
        return ((Parsed) parse(bytes(document))).feed();
    }

    private static ParseResult parse(byte[] document) {
        return FeedParser.parse(new FeedDocument(document, null, "https://x.example/"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
