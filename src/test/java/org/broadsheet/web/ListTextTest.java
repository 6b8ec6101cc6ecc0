package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.Failure;
import org.broadsheet.model.ListNote;
import org.broadsheet.model.ListPlace;
import org.broadsheet.model.ListRemark;
import org.broadsheet.model.NoList;
import org.broadsheet.reading.Download;
import org.broadsheet.reading.ImportReport;
import org.broadsheet.reading.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListTextTest {
    private static final Texts GERMAN = Texts.of("de", null);
    private static final String TYPED = "{0} 'it' \"x\" {";

    @ParameterizedTest
    @MethodSource("remarks")
    void each_remark_there_can_be_has_words_for_people_in_each_language(ListRemark remark) {
        String english = ListText.why(remark, Samples.ENGLISH);
        String german = ListText.why(remark, GERMAN);

        assertThat(english).isNotBlank();
        assertThat(german).isNotBlank().isNotEqualTo(english).isNotEqualTo(remark.sentence());
        boolean speaksOfIt = remark.sentence().contains(TYPED);
        assertThat(List.of(english.contains(TYPED), german.contains(TYPED))).containsOnly(speaksOfIt);
    }

    static Stream<ListRemark> remarks() {
        return Stream.of(
                        Stream.of(ListNote.Kind.values()).map(kind -> new ListNote(kind, TYPED)),
                        Stream.of(NoList.Kind.values()).map(kind -> new NoList(kind, null, TYPED)),
                        Stream.of(NoList.Kind.values()).map(kind -> new NoList(kind, TYPED, "50")),
                        Stream.of(ErrorKind.values()).map(Failure::of),
                        // What is said in English alone is shown as it is.
                        Stream.of(Failure.Detail.values())
                                .filter(detail -> detail != Failure.Detail.IN_ENGLISH)
                                .map(detail -> new Failure(ErrorKind.HTTP_ERROR, detail, TYPED)))
                .flatMap(some -> some);
    }

    @Test
    void each_thing_that_the_reader_of_lists_complains_of_has_words_for_people() {
        List<ListRemark> remarks = whys("""
                <opml version="2.0"><body>
                  <outline text="Odd" type="rss" xmlUrl="ftp://odd.example/feed"/>
                  <outline text="None" type="rss"/>
                  <outline text="Other" type="include" url="https://lists.example/x.opml"/>
                  <outline text="Run" filtercmd="rm" xmlUrl="https://a.example/feed"/>
                  <outline text="Twice" xmlUrl="https://a.example/feed"/>
                  <outline text="Open""");
        List<String> said = remarks.stream().map(ListRemark::sentence).toList();

        assertThat(remarks)
                .hasSize(6)
                .extracting(why -> ListText.why(why, Samples.ENGLISH))
                .isEqualTo(said);
        assertThat(remarks).extracting(why -> ListText.why(why, GERMAN)).doesNotContainAnyElementsOf(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Dear reader", "<html><p>x</p></html>", "<rss><channel/></rss>", "<svg/>"})
    void each_file_that_is_no_list_is_said_to_be_none(String file) {
        ListRemark why = Objects.requireNonNull(imported(file).unusable());

        assertThat(ListText.why(why, Samples.ENGLISH)).startsWith("The file is ");
        assertThat(ListText.why(why, GERMAN)).startsWith("Die Datei ist ");
    }

    @Test
    void a_list_without_end_is_said_to_be_one() {
        assertThat(whys("<opml><body>" + "<outline xmlUrl='https://a.example/'/>".repeat(50_001) + "</body></opml>"))
                .extracting(why -> ListText.why(why, GERMAN))
                .contains("Die Liste hat mehr als 50000 Einträge; die danach sind nicht gelesen.");
    }

    @ParameterizedTest
    @EnumSource(ErrorKind.class)
    void what_kept_a_list_from_being_fetched_is_told_like_what_keeps_a_feed(ErrorKind kind) {
        assertThat(ListText.why(fetching("lists.example/x", Failure.of(kind)), GERMAN))
                .isEqualTo(GERMAN.get("trouble." + kind));
    }

    @Test
    void what_was_typed_and_what_a_server_says_stays_as_it_is_in_the_sentence() {
        assertThat(ListText.why(fetching("mailto:{0}", Failure.of(ErrorKind.DNS)), GERMAN))
                .startsWith("„mailto:{0}“ ist keine Adresse");
        assertThat(ListText.why(
                        fetching("lists.example/x", Failure.answered(ErrorKind.NOT_FOUND, "404 Not Found")), GERMAN))
                .isEqualTo("Der Server antwortete 404 Not Found.");
        assertThat(ListText.why(Failure.waiting(Instant.parse("2026-11-25T13:00:00Z")), GERMAN))
                .isEqualTo(
                        "Der Server will bis 2026-11-25T13:00:00Z in Ruhe gelassen werden; versuche es dann noch einmal.");
        assertThat(ListText.trouble(NoList.of(NoList.Kind.NO_FILE).at("/home/feeds.opml"), GERMAN))
                .isEqualTo("/home/feeds.opml ist keine Datei. Die Abonnements bleiben, wie sie sind.");
        assertThat(ListText.why(Failure.saying(ErrorKind.TLS, "Nobody knows this."), GERMAN))
                .isEqualTo("Nobody knows this.");
    }

    @Test
    void the_part_that_is_meant_is_named_in_the_same_language() {
        assertThat(Stream.of(
                                new ListPlace.Outline(3, "My (own) title"),
                                new ListPlace.Outline(4, null),
                                new ListPlace.Outline(4_000, null),
                                new ListPlace.Whole(),
                                new ListPlace.Address("https://a.example/outline 4"))
                        .map(where -> ListText.where(where, GERMAN)))
                .containsExactly(
                        "Eintrag 3 (My (own) title)",
                        "Eintrag 4",
                        "Eintrag 4000",
                        "die Liste als Ganzes",
                        "https://a.example/outline 4");
    }

    private static ListRemark fetching(String typed, Failure failure) {
        try (TestStore store = TestStore.h2()) {
            store.download = url -> new Download.Nothing(failure);
            return Objects.requireNonNull(store.outlines
                    .importFrom(store.account, typed, (done, total) -> {})
                    .unusable());
        }
    }

    private static List<ListRemark> whys(String file) {
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
