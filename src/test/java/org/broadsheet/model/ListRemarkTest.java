package org.broadsheet.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ListRemarkTest {
    @Test
    void programs_are_told_in_the_same_sentences_for_ever() {
        assertThat(Stream.of(ListNote.Kind.values()).map(kind -> new ListNote(kind, "{0} 'x' (y)").sentence()))
                .containsExactly(
                        "It points to another page or list, which is not followed.",
                        "It says that it is a feed, but has no address.",
                        "Its address is not one of the web: {0} 'x' (y)",
                        "It names a command to run, which is not kept.",
                        "Its address stands in the list already: {0} 'x' (y)",
                        "Its markup is broken or cut off; what could be read was kept. ({0} 'x' (y))",
                        "It has more than {0} 'x' (y) outlines; those after them were not read.",
                        "The import broke off; what it had done by then is kept.",
                        "\"{0} 'x' (y)\" is no address; it must look like https://example.org/feeds.opml.");
    }

    @Test
    void what_is_no_list_is_the_file_that_was_sent_or_one_with_a_path() {
        assertThat(Stream.of(NoList.Kind.values()).map(kind -> new NoList(kind, null, "50").sentence()))
                .containsExactly(
                        "The file is no file.",
                        "The file cannot be read.",
                        "The file is larger than 50 MB.",
                        "The file is empty.",
                        "The file is not OPML: it holds no markup.",
                        "The file is not OPML: it is a web page.",
                        "The file is not OPML: it is a feed; add its address instead.",
                        "The file is not OPML: it begins with <50> where <opml> should stand.");
        assertThat(NoList.of(NoList.Kind.EMPTY).at("/home/{0}/feeds.opml").sentence())
                .isEqualTo("/home/{0}/feeds.opml is empty.");
    }

    @Test
    void what_could_not_be_fetched_is_told_as_exactly_as_it_is_known() {
        assertThat(Stream.of(
                                Failure.of(ErrorKind.GONE),
                                Failure.answered(ErrorKind.NOT_FOUND, "404 Not Found"),
                                Failure.waiting(Instant.parse("2026-11-25T13:00:00Z")),
                                Failure.saying(ErrorKind.TLS, "The server's certificate has expired."))
                        .map(Failure::sentence))
                .containsExactly(
                        "The publisher has closed this feed for good.",
                        "The server answered 404 Not Found.",
                        "Its server asked to be left alone until 2026-11-25T13:00:00Z; try again then.",
                        "The server's certificate has expired.");
    }

    @Test
    void the_part_that_is_meant_is_named_by_its_address_or_its_number() {
        assertThat(Stream.of(
                                new ListPlace.Address("https://a.example/feed"),
                                new ListPlace.Outline(1_234, "My (own) title"),
                                new ListPlace.Outline(4, null),
                                new ListPlace.Whole())
                        .map(ListPlace::words))
                .containsExactly("https://a.example/feed", "outline 1234 (My (own) title)", "outline 4", "document");
    }
}
