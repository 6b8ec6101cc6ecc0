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
            Old lighthouse sold for one euro        | Old lighthouse sold for one…
            Old lighthouse sold for one euro        | Old lighthouse sold for one eu…
            Old lighthouse sold for one euro        | Old lighthouse sold for one ... | The Ledger
            U.S. lighthouse keepers win in court    | US lighthouse keepers win in court
            Lighthouse rent rises to £1,200 a month | UPDATE 1-Lighthouse rent rises to £1,200 a month
            Old lighthouse sold for one euro        | “Old lighthouse” sold for one euro
            Keeper's dog & cat found on island      | Keeper’s dog and cat found on island
            Vieux phare vendu pour un euro          | Vieux phare vendu pour un euro – Le Courrier
            Старый маяк продан за один евро         | СТАРЫЙ МАЯК ПРОДАН ЗА ОДИН ЕВРО
            المنارة القديمة بيعت بيورو واحد         | المنارة القديمة بيعت بيورو واحد.
            Старый маяк продан за один евро         | СРОЧНО: Старый маяк продан за один евро - Вестник
            المنارة القديمة بيعت بيورو واحد         | المنارةُ القديمةُ بيعت بيورو واحد
            古い灯台が一ユーロで売却された               | 古い灯台が一ユーロで売却された!
            古い灯台を１ユーロで売却　市が発表            | 【速報】古い灯台を1ユーロで売却 市が発表
            港口旧灯塔以一欧元的价格售出                | 港口旧灯塔以一欧元的价格售出｜海港日报
            오래된 등대가 1유로에 팔렸다               | [속보] 오래된 등대가 1유로에 팔렸다
            पुराना प्रकाशस्तंभ एक यूरो में बिका          | पुराना प्रकाशस्तंभ एक यूरो में बिका।
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
            Minister will resign over harbour letters | Minister will not resign over harbour letters
            Rivertown beats Lakeside in wild final   | Lakeside beats Rivertown in wild final
            Carmaker invests $5 million in Elmstad   | Carmaker invests €5 million in Elmstad
            Harbour frozen as night falls to -5      | Harbour frozen as night falls to 5
            Prices in Elmstad rise 3.5 on the year   | Prices in Elmstad rise 35 on the year
            Rents in Elmstad rise by 50% this year   | Rents in Elmstad rise by 50 this year
            Rivertown against Lakeside in cup final  | Rivertown against Lakeside in cup final - Live
            Watch 4-year-old swimmer save harbour dog | Watch 5-year-old swimmer save harbour dog
            The long road to the old lighthouse      | The long road to the old lighthouse - Part 2
            Photos of the lighthouse harbour festival | Photos of the lighthouse harbour festival (12)
            Guerre commerciale européenne            | Guerre commerciale européenne : Paris demande une trêve
            How the <audio> element works in pages   | How the <video> element works in pages
            Anna Winter announces ...                | Anna Winter announces new album in May
            Monday evening business briefing         | Monday evening business briefing
            Your weekly weather forecast for today   | Your weekly weather forecast for today
            Nachrichten am Morgen: Wetter, Horoskop  | Nachrichten am Morgen: Wetter, Horoskop
            東京で震度5弱の地震、津波の心配なし           | 東京で震度4の地震、津波の心配なし
            تحذير من الفيضانات في مدينة الإسكندرية   | تحذير من الفيضانات في مدينة القاهرة
            दिल्ली में आज भारी बारिश की चेतावनी          | दिल्ली में आज भारी बारिश के चेतावनी
            น้ำท่วมหนักในกรุงเทพมหานครวันนี้             | น้ำท่วมหนักในเชียงใหม่วันนี้
            今日の天気予報                             | 今日の天気予報
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
    void a_paper_that_uses_a_title_again_after_a_day_has_a_column_of_that_name() {
        String title = "Secret gardens behind harbour walls";
        Wording first = Wording.of(title, "", NOON, "Harbour Post");

        assertThat(first.repeats(Wording.of(title, "", NOON.plus(Duration.ofHours(3)), "Harbour Post")))
                .isTrue();
        assertThat(first.repeats(Wording.of(title, "", NOON.plus(Duration.ofHours(24)), "Harbour Post")))
                .isFalse();
        assertThat(first.repeats(Wording.of(title, "", NOON.plus(Duration.ofHours(24)), "The Ledger")))
                .isTrue();
        assertThat(first.repeats(Wording.of(title, "", null, "Harbour Post"))).isFalse();
    }

    @Test
    void each_paper_may_put_its_own_name_after_a_title() {
        Wording one = Wording.of("Old lighthouse sold for one euro - Post", "", NOON, "Post");
        Wording other = Wording.of("Old lighthouse sold for one euro | Ledger", "", NOON, "Ledger");

        assertThat(one.repeats(other)).isTrue();
    }

    @Test
    void an_entry_without_a_title_is_known_by_the_beginning_of_its_text() {
        String post = "The ferry to the old lighthouse is cancelled today because of wind from the north west";

        assertThat(with("", post).likeness(with(" ", post))).isEqualTo(Likeness.SAME_TITLE);
        assertThat(with("", post).repeats(with("", post.replace("north", "south"))))
                .isFalse();
        assertThat(with("", "").repeats(with("", ""))).isFalse();
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
        String article = "The lighthouse, a tower of 1820, goes to a singer who buys it. " + text("a", 300);
        Wording one = with("Lighthouse goes to a singer", article);
        Wording other = with("Who buys a tower?", article + " Read more in our paper.");

        assertThat(one.likeness(other)).isEqualTo(Likeness.SAME_TEXT);
        assertThat(other.likeness(one)).isEqualTo(Likeness.SAME_TEXT);
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
    void a_form_letter_that_names_the_place_in_its_title_only_is_another() {
        String form = "A flood warning is out. Keep away from the river and its banks. " + words(200);

        assertThat(with("Flood warning for Elmstad", form).repeats(with("Flood warning for Birkford", form)))
                .isFalse();
        assertThat(with("Flood warning 12 is out", form).repeats(with("River warning 13", form)))
                .isFalse();
    }

    @Test
    void a_form_letter_in_a_script_without_capitals_is_another_where_one_letter_differs() {
        String form = "川の水位が上がっています。高い場所へ移動し、川岸に近づかないでください。".repeat(8) + words(200);
        String title = "河川の水位上昇、高い場所へ移動を";

        assertThat(with(title, "大阪の" + form).likeness(with("川の水位上昇", "大阪の" + form)))
                .isEqualTo(Likeness.SAME_TEXT);
        assertThat(with(title, "大阪の" + form).repeats(with("川の水位上昇", "京都の" + form)))
                .isFalse();
    }

    @Test
    void names_that_change_places_make_another_text() {
        String rest = words(300);
        Wording won = with("Cup final ends in joy", "Cup joy: Rivertown beat Lakeside. " + rest);
        Wording lost = with("A final full of joy", "Cup joy: Lakeside beat Rivertown. " + rest);

        assertThat(won.repeats(lost)).isFalse();
    }

    @Test
    void a_notice_under_every_entry_of_a_podcast_does_not_make_them_one() {
        String notice = "Thank you for listening. Leave a rating so that others find us. " + words(100);

        assertThat(with("How bees find home", notice).repeats(with("Old maps of the moon", notice)))
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

    private static String words(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "" + (char) ('a' + i % 26) + (char) ('a' + i / 26) + "en")
                .collect(Collectors.joining(" "));
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
