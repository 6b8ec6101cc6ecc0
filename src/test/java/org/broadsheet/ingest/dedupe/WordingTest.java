package org.broadsheet.ingest.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Old lighthouse sold for one euro        | OLD LIGHTHOUSE SOLD FOR ONE EURO
            Old lighthouse sold for one euro        | Old  lighthouse sold for one euro.
            Old lighthouse sold for one euro        | UPDATE 2-Old lighthouse sold for one euro
            Old lighthouse sold for one euro        | Exclusive: Old lighthouse sold for one euro
            Old lighthouse sold for one euro        | Old lighthouse sold for one euro - Harbour Post
            Old lighthouse sold for one euro        | Old lighthouse sold for one euro | The Ledger
            Old lighthouse sold for one euro        | Old lighthouse sold for one euro (2)
            Old lighthouse sold for one euro        | Old lighthouse sold…
            Old lighthouse sold for one euro        | “Old lighthouse” sold for one euro
            Keeper's dog & cat found on island      | Keeper’s dog and cat found on island
            Vieux phare vendu pour un euro          | Vieux phare vendu pour un euro – Le Courrier
            Старый маяк продан за один евро         | СТАРЫЙ МАЯК ПРОДАН ЗА ОДИН ЕВРО
            المنارة القديمة بيعت بيورو واحد         | المنارة القديمة بيعت بيورو واحد.
            古い灯台が一ユーロで売却された               | 古い灯台が一ユーロで売却された!
            """)
    void two_forms_of_one_headline_are_the_same(String one, String other) {
        assertThat(repeats(one, other)).isTrue();
        assertThat(repeats(other, one)).isTrue();
        assertThat(title(one).marks()).containsAnyElementsOf(title(other).marks());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Council approves 2026 budget for harbour | Council approves 2027 budget for harbour
            Court upholds ban on river mining today  | Court overturns ban on river mining today
            Ferry delayed for the second day at pier | Ferry delayed for the third day at pier
            Kestrel 4.2.1 released with many fixes   | Kestrel 4.2.2 released with many fixes
            Team A signs striker Ortega on loan      | Team B signs striker Ortega on loan
            Letters to the editor                    | Letters to the editor
            Your morning news                        | Your morning news
            Weather                                  | Weather
            Apple event at noon: everything new - live blog | Apple event at noon: everything new - analysis
            Minister denies plan to resign           | Minister denies plan to resign from party
            天気予報                                   | 天気
            """)
    void headlines_that_differ_in_what_matters_or_say_too_little_stay_apart(String one, String other) {
        assertThat(repeats(one, other)).isFalse();
        assertThat(repeats(other, one)).isFalse();
    }

    @Test
    void the_same_headline_five_days_later_is_another_occasion() {
        String title = "Harbour closed because of strong wind";

        assertThat(Wording.of(title, "", NOON).repeats(Wording.of(title, "", NOON.plus(Duration.ofDays(3)))))
                .isTrue();
        assertThat(Wording.of(title, "", NOON).repeats(Wording.of(title, "", NOON.plus(Duration.ofDays(5)))))
                .isFalse();
        assertThat(Wording.of(title, "", NOON).repeats(Wording.of(title, "", null)))
                .isTrue();
    }

    @Test
    void two_articles_under_one_headline_stay_apart() {
        String title = "Old lighthouse sold for one euro";

        assertThat(with(title, text("a", 100)).repeats(with(title, text("b", 100))))
                .isFalse();
        assertThat(with(title, text("a", 100)).repeats(with(title, text("a", 45))))
                .as("a teaser of the same text")
                .isTrue();
        assertThat(with(title, text("a", 100)).repeats(with(title, "")))
                .as("no text says nothing against it")
                .isTrue();
    }

    @Test
    void one_text_under_two_headlines_is_the_same() {
        Wording one = with("Lighthouse goes for a song", text("a", 300));
        Wording other = with("Who buys a tower?", text("a", 300) + " Read more in our paper.");

        assertThat(one.repeats(other)).isTrue();
        assertThat(one.marks()).containsAnyElementsOf(other.marks());
    }

    @Test
    void a_form_letter_with_another_name_or_number_is_another() {
        Wording one = with("Flood warning for Elmstad", text("a", 400) + " in Elmstad at 3 metres.");

        assertThat(one.repeats(with("Flood warning for Birkford", text("a", 400) + " in Birkford at 3 metres.")))
                .isFalse();
        assertThat(one.repeats(with("Warning renewed", text("a", 400) + " in Elmstad at 4 metres.")))
                .isFalse();
    }

    @Test
    void a_short_text_is_no_proof() {
        assertThat(with("One", text("a", 30)).repeats(with("Two", text("a", 30))))
                .isFalse();
    }

    @Test
    void a_text_of_any_length_is_read_in_bounded_time_and_space() {
        String long1 = String.join(" ", Collections.nCopies(300_000, "word"));

        assertThat(with("Some title of words", long1).marks()).hasSize(3);
        assertThat(title("x ".repeat(500_000) + "...").marks()).hasSizeLessThan(3);
        assertThat(title("a" + " ".repeat(300_000) + "(").marks()).isEmpty();
        assertThat(title("- | : ".repeat(100_000)).marks()).isEmpty();
    }

    private static boolean repeats(String one, String other) {
        return title(one).repeats(title(other));
    }

    private static Wording title(String title) {
        return Wording.of(title, "", null);
    }

    private static Wording with(String title, String text) {
        return Wording.of(title, text, NOON);
    }

    private static String text(String kind, int words) {
        return IntStream.range(0, words).mapToObj(i -> kind + (i * 7919) % 1009).collect(Collectors.joining(" "));
    }
}
