package org.broadsheet.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.broadsheet.model.Author;
import org.broadsheet.model.ParsedEntry;
import org.broadsheet.model.ParsedFeed;
import org.broadsheet.model.Particulars;
import org.broadsheet.model.QuietTimes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NormalisedFeedTest {
    @Test
    void the_text_is_cleaned_and_the_summary_is_plain() {
        JsonNode item = item(entry("g", "<p>Body</p>", "<p>In <b>short</b></p>", null));

        assertThat(item.path("content_html").asText()).isEqualTo("<P>BODY</P>");
        assertThat(item.path("summary").asText()).isEqualTo("IN SHORT");
    }

    @Test
    void an_entry_without_content_shows_its_summary() {
        JsonNode item = item(entry("g", null, "short", null));

        assertThat(item.path("content_html").asText()).isEqualTo("SHORT");
    }

    @Test
    void an_entry_without_guid_and_address_gets_an_id_that_stays_the_same() {
        String first = item(entry(null, "a", null, null)).path("id").asText();
        String again = item(entry(null, "a", null, null)).path("id").asText();
        String other = item(entry(null, "b", null, null)).path("id").asText();

        assertThat(first).startsWith("urn:uuid:").isEqualTo(again).isNotEqualTo(other);
    }

    @Test
    void an_author_known_by_mail_alone_is_named_by_it() {
        JsonNode item = item(entry("g", null, null, null));

        assertThat(item.path("authors").path(0).path("name").asText()).isEqualTo("x@y.example");
    }

    @Test
    void dates_are_rfc_3339_and_absent_where_that_has_no_way_to_write_them() {
        assertThat(item(entry("g", null, null, Instant.parse("2026-01-01T00:00:00Z")))
                        .path("date_published")
                        .asText())
                .isEqualTo("2026-01-01T00:00:00Z");
        assertThat(item(entry("g", null, null, Instant.parse("+12026-01-01T00:00:00Z")))
                        .has("date_published"))
                .isFalse();
    }

    private static JsonNode item(ParsedEntry entry) {
        ParsedFeed feed = new ParsedFeed(
                "RSS 2.0",
                "t",
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                QuietTimes.NONE,
                List.of(entry),
                List.of());
        return NormalisedFeed.write(feed, html -> html.toUpperCase(Locale.ROOT))
                .path("items")
                .path(0);
    }

    private static ParsedEntry entry(
            @Nullable String guid, @Nullable String content, @Nullable String summary, @Nullable Instant published) {
        List<Author> authors = List.of(new Author(null, null, "x@y.example"));
        return new ParsedEntry(
                guid,
                null,
                null,
                "t",
                content,
                summary,
                null,
                published,
                null,
                authors,
                List.of(),
                null,
                null,
                List.of(),
                Particulars.NONE);
    }

    @Test
    void what_json_feed_has_no_word_for_is_in_an_extension() {
        Particulars particulars = new Particulars(
                "(c) Ann",
                new Particulars.Origin("Elsewhere", "https://e.example/feed"),
                List.of(new Particulars.Transcript("https://e.example/1.vtt", "text/vtt", "en")),
                "https://e.example/chapters.json",
                List.of(new Particulars.Person("Nell", "guest", null, null)));
        ParsedEntry entry = new ParsedEntry(
                "g",
                null,
                null,
                "t",
                "c",
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                "https://e.example/1#comments",
                List.of(),
                particulars);

        JsonNode extension = item(entry).path("_broadsheet");

        assertThat(extension.path("comments_url").asText()).isEqualTo("https://e.example/1#comments");
        assertThat(extension.path("rights").asText()).isEqualTo("(c) Ann");
        assertThat(extension.path("source").path("title").asText()).isEqualTo("Elsewhere");
        assertThat(extension.path("transcripts").path(0).path("mime_type").asText())
                .isEqualTo("text/vtt");
        assertThat(extension.path("chapters_url").asText()).endsWith("chapters.json");
        assertThat(extension.path("people").path(0).path("role").asText()).isEqualTo("guest");
    }

    @Test
    void an_entry_without_particulars_has_no_extension() {
        assertThat(item(entry("g", "c", null, null)).has("_broadsheet")).isFalse();
    }
}
