package org.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PlainTextTest {
    @Test
    void blocks_stay_apart_and_scripts_say_nothing() {
        assertThat(PlainText.of("<p>One&nbsp;two</p><p>three<br>four</p><script>x</script> <b>f</b>ive &lt;six&gt;"))
                .isEqualTo("One two three four five <six>");
    }

    @Test
    void text_without_markup_stays_as_it_is_but_for_its_blanks() {
        assertThat(PlainText.of("  a \n b  ")).isEqualTo("a b");
    }

    @Test
    void a_short_text_is_its_own_excerpt() {
        assertThat(PlainText.excerpt("as it is.", 9)).isEqualTo("as it is.");
    }

    @Test
    void an_excerpt_ends_with_a_whole_word() {
        assertThat(PlainText.excerpt("The ferry sails at noon, and again at six", 28))
                .isEqualTo("The ferry sails at noon…");
        assertThat(PlainText.excerpt("The ferry sails at noon, and again at six", 25))
                .isEqualTo("The ferry sails at noon…");
    }

    @Test
    void an_excerpt_of_a_text_without_spaces_cuts_no_character_apart() {
        assertThat(PlainText.excerpt("日本語の記事です", 5)).isEqualTo("日本語の…");
        assertThat(PlainText.excerpt("a😀😀😀", 5)).isEqualTo("a😀…");
        assertThat(PlainText.excerpt("ee\u0301ee\u0301e", 4)).isEqualTo("ee\u0301…");
    }

    @Test
    void words_are_counted_between_spaces_and_characters_where_there_are_none() {
        assertThat(Words.in("It's a well-known fact: 3 words – no, 8.")).isEqualTo(new Words(8, 0));
        assertThat(Words.in("今日は Java 17 です。")).isEqualTo(new Words(2, 5));
        assertThat(Words.in("한국어 기사")).isEqualTo(new Words(2, 0));
        assertThat(Words.in("")).isEqualTo(new Words(0, 0));
    }

    @Test
    void two_characters_count_as_a_word() {
        assertThat(Words.in("今日は x").count()).isEqualTo(3);
    }

    @Test
    void reading_time_grows_with_words_and_characters() {
        assertThat(new Words(265, 0).readingTime()).isEqualTo(Duration.ofMinutes(1));
        assertThat(new Words(265, 1000).readingTime()).isEqualTo(Duration.ofMinutes(3));
    }
}
