package org.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.text.Difference.Kind;
import org.broadsheet.text.Difference.Paragraph;
import org.broadsheet.text.Difference.Piece;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    @Test
    void words_that_stay_are_kept_and_the_others_stand_beside_what_replaced_them() {
        assertThat(pieces("The ferry sank in the night", "The old ferry sank at night"))
                .isEqualTo("The[+ old+] ferry sank [-in the-][+at+] night");
    }

    @Test
    void a_phrase_that_was_replaced_is_shown_as_one() {
        assertThat(pieces("It ran off the pier at night", "It ran into a boat at night"))
                .isEqualTo("It ran [-off the pier-][+into a boat+] at night");
    }

    @Test
    void a_word_at_the_end_is_the_same_when_the_text_goes_on() {
        assertThat(pieces("All is well", "All is well now")).isEqualTo("All is well[+ now+]");
    }

    @Test
    void in_scripts_without_blanks_single_characters_are_compared() {
        assertThat(pieces("港は閉鎖された", "港は再開された")).isEqualTo("港は[-閉鎖-][+再開+]された");
    }

    @Test
    void a_paragraph_that_came_or_went_is_whole() {
        List<Paragraph> paragraphs =
                Difference.between(List.of("One", "Two", "Three"), List.of("One", "Three", "Four"));

        assertThat(paragraphs)
                .containsExactly(
                        paragraph(Kind.KEPT, "One"),
                        paragraph(Kind.REMOVED, "Two"),
                        paragraph(Kind.KEPT, "Three"),
                        paragraph(Kind.ADDED, "Four"));
    }

    @Test
    void texts_of_any_size_that_have_nothing_in_common_are_compared_in_bounded_time_and_space() {
        List<String> before = many("a", 20_000);
        List<String> after = many("b", 20_000);
        String longBefore = String.join(" ", before);
        String longAfter = String.join(" ", after);

        assertThat(Difference.between(before, after)).hasSize(Difference.MOST_PARAGRAPHS);
        assertThat(Difference.between(List.of(longBefore), List.of(longAfter)))
                .containsExactly(
                        new Paragraph(List.of(new Piece(Kind.REMOVED, longBefore), new Piece(Kind.ADDED, longAfter))));
    }

    @Test
    void paragraphs_are_the_blocks_of_html_that_have_text() {
        assertThat(Paragraphs.of(
                        "<p>One  <b>and</b> a half</p>Loose<ul><li>Two</li></ul><p> </p><div>Three<br>Four</div>"))
                .containsExactly("One and a half", "Loose", "Two", "Three", "Four");
    }

    private static Paragraph paragraph(Kind kind, String text) {
        return new Paragraph(List.of(new Piece(kind, text)));
    }

    private static List<String> many(String word, int count) {
        return IntStream.range(0, count).mapToObj(i -> word + i).toList();
    }

    private static String pieces(String before, String after) {
        return Difference.between(List.of(before), List.of(after)).stream()
                .flatMap(paragraph -> paragraph.pieces().stream())
                .map(piece -> switch (piece.kind()) {
                    case KEPT -> piece.text();
                    case REMOVED -> "[-" + piece.text() + "-]";
                    case ADDED -> "[+" + piece.text() + "+]";
                })
                .collect(Collectors.joining());
    }
}
