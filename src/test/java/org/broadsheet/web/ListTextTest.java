package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.reading.Download;
import org.broadsheet.reading.ImportReport;
import org.broadsheet.reading.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListTextTest {
    private static final Texts GERMAN = Texts.of("de", null);

    @Test
    void each_thing_that_the_reader_of_lists_complains_of_has_words_for_people() {
        List<String> said = whys("""
                <opml version="2.0"><body>
                  <outline text="Odd" type="rss" xmlUrl="ftp://odd.example/feed"/>
                  <outline text="None" type="rss"/>
                  <outline text="Other" type="include" url="https://lists.example/x.opml"/>
                  <outline text="Run" filtercmd="rm" xmlUrl="https://a.example/feed"/>
                  <outline text="Twice" xmlUrl="https://a.example/feed"/>
                  <outline text="Open""");

        assertThat(said)
                .map(why -> ListText.why(why, Samples.ENGLISH))
                .isEqualTo(said)
                .hasSize(6);
        assertThat(said).map(why -> ListText.why(why, GERMAN)).doesNotContainAnyElementsOf(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Dear reader", "<html><p>x</p></html>", "<rss><channel/></rss>", "<svg/>"})
    void each_file_that_is_no_list_is_said_to_be_none(String file) {
        String why = String.valueOf(imported(file).unusable());

        assertThat(ListText.why(why, Samples.ENGLISH)).startsWith("The file is ");
        assertThat(ListText.why(why, GERMAN)).startsWith("Die Datei ist ");
    }

    @Test
    void a_list_without_end_is_said_to_be_one() {
        assertThat(whys("<opml><body>" + "<outline xmlUrl='https://a.example/'/>".repeat(50_001) + "</body></opml>"))
                .map(why -> ListText.why(why, GERMAN))
                .contains("Die Liste hat mehr als 50000 Einträge; die danach sind nicht gelesen.");
    }

    @ParameterizedTest
    @EnumSource(ErrorKind.class)
    void what_kept_a_list_from_being_fetched_is_told_like_what_keeps_a_feed(ErrorKind kind) {
        try (TestStore store = TestStore.h2()) {
            store.download = url -> new Download.Nothing(kind, kind.sentence());
            String why = store.outlines
                    .importFrom(store.account, "lists.example/x", (done, total) -> {})
                    .unusable();

            assertThat(ListText.why(String.valueOf(why), GERMAN)).isEqualTo(GERMAN.get("trouble." + kind));
        }
    }

    @Test
    void what_was_typed_and_what_a_server_says_stays_as_it_is_in_the_sentence() {
        try (TestStore store = TestStore.h2()) {
            String why = store.outlines
                    .importFrom(store.account, "mailto:{0}", (done, total) -> {})
                    .unusable();

            assertThat(ListText.why(String.valueOf(why), GERMAN)).startsWith("„mailto:{0}“ ist keine Adresse");
        }
        assertThat(ListText.why("The server answered 404 Not Found.", GERMAN))
                .isEqualTo("Der Server antwortete 404 Not Found.");
        assertThat(ListText.why("/home/feeds.opml is no file. The subscriptions stay as they are.", GERMAN))
                .isEqualTo("/home/feeds.opml ist keine Datei. Die Abonnements bleiben, wie sie sind.");
        assertThat(ListText.why("Nobody knows this.", GERMAN)).isEqualTo("Nobody knows this.");
    }

    @Test
    void the_part_that_is_meant_is_named_in_the_same_language() {
        assertThat(Stream.of("outline 3 (My (own) title)", "outline 4", "document", "https://a.example/outline 4")
                        .map(where -> ListText.where(where, GERMAN)))
                .containsExactly(
                        "Eintrag 3 (My (own) title)",
                        "Eintrag 4",
                        "die Liste als Ganzes",
                        "https://a.example/outline 4");
    }

    private static List<String> whys(String file) {
        return imported(file).lines().stream()
                .flatMap(line -> Stream.ofNullable(line.why()))
                .toList();
    }

    private static ImportReport imported(String file) {
        try (TestStore store = TestStore.h2()) {
            return store.outlines.importOpml(store.account, file.getBytes(StandardCharsets.UTF_8));
        }
    }
}
