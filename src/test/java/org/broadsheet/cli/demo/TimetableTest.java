package org.broadsheet.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimetableTest {
    private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");
    private static final Timetable TIMETABLE = new Timetable(Material.read(), START);

    @Test
    void something_new_appears_within_each_four_seconds() {
        Set<Piece> known = all(START).collect(Collectors.toSet());
        for (int beat = 1; beat <= 30; beat++) {
            Set<Piece> now = all(START.plus(Timetable.BEAT.multipliedBy(beat))).collect(Collectors.toSet());

            assertThat(known.containsAll(now)).isFalse();
            known = now;
        }
    }

    @ParameterizedTest
    @EnumSource(Paper.class)
    void no_paper_shows_a_headline_twice_or_a_piece_from_the_future_in_three_hours(Paper paper) {
        for (int seconds = 0; seconds < 3 * 3600; seconds += 400) {
            Instant now = START.plusSeconds(seconds);
            List<Piece> shown = TIMETABLE.newest(paper, now);

            assertThat(shown).extracting(Piece::headline).doesNotHaveDuplicates();
            assertThat(shown).extracting(Piece::key).doesNotHaveDuplicates();
            assertThat(shown).allMatch(piece -> !piece.published().isAfter(now));
        }
    }

    @ParameterizedTest
    @EnumSource(Paper.class)
    void a_paper_starts_with_a_full_page_of_the_last_two_days_newest_first(Paper paper) {
        List<Piece> shown = TIMETABLE.newest(paper, START);

        assertThat(shown).hasSize(Timetable.AT_START);
        assertThat(shown).extracting(Piece::published).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(shown.get(shown.size() - 1).published()).isAfterOrEqualTo(START.minus(Duration.ofDays(2)));
    }

    @Test
    void a_piece_once_published_stays_as_it_is_for_ever() {
        Piece piece =
                TIMETABLE.newest(Paper.HARBOUR_POST, START.plusSeconds(100)).get(0);
        Instant later = START.plus(Duration.ofHours(9));

        assertThat(TIMETABLE.find(Paper.HARBOUR_POST, piece.key(), later)).contains(piece);
        assertThat(TIMETABLE.newest(Paper.HARBOUR_POST, later)).doesNotContain(piece);
        assertThat(new Timetable(Material.read(), START).find(Paper.HARBOUR_POST, piece.key(), later))
                .contains(piece);
    }

    @Test
    void a_piece_is_not_found_before_its_hour() {
        assertThat(TIMETABLE.find(Paper.MERIDIAN_WORLD, "coalition-talks", START))
                .isEmpty();
        assertThat(TIMETABLE.find(Paper.MERIDIAN_WORLD, "coalition-talks", START.plusSeconds(44)))
                .isPresent();
        assertThat(TIMETABLE.find(Paper.MERIDIAN_WORLD, "n9999", START)).isEmpty();
    }

    @Test
    void at_least_ten_stories_are_told_by_two_papers_or_more_in_other_words() {
        List<List<Draft>> shared =
                Material.read().stories().stream().collect(Collectors.groupingBy(Draft::key)).values().stream()
                        .filter(tellings -> tellings.size() > 1)
                        .toList();

        assertThat(shared).hasSizeGreaterThanOrEqualTo(10);
        assertThat(shared).allSatisfy(tellings -> {
            assertThat(tellings).extracting(Draft::headlines).doesNotHaveDuplicates();
            assertThat(tellings)
                    .flatExtracting(draft -> Arrays.asList(draft.body().split("\n\n")))
                    .doesNotHaveDuplicates();
        });
    }

    @Test
    void no_form_leaves_a_place_open() {
        assertThat(all(START.plus(Duration.ofHours(2)))).allSatisfy(piece -> {
            assertThat(piece.headline() + piece.author()).doesNotContain("{", "}", "|", "[");
            assertThat(piece.draft().body().replaceAll("(?s)```.*?```", "")).doesNotContain("{", "}", "|", "[");
        });
    }

    @Test
    void each_picture_is_one_that_can_be_painted() {
        Set<String> kinds = Material.read().stories().stream()
                .flatMap(draft -> Stream.ofNullable(draft.figure()))
                .map(Draft.Figure::kind)
                .collect(Collectors.toSet());

        assertThat(kinds)
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(kind -> assertThat(Picture.png(kind, "a")).isNotEmpty());
    }

    @Test
    void a_picture_comes_out_the_same_twice_and_differs_by_name() {
        assertThat(Picture.png("coast", "a"))
                .isEqualTo(Picture.png("coast", "a"))
                .isNotEqualTo(Picture.png("coast", "b"));
    }

    private static Stream<Piece> all(Instant now) {
        return Arrays.stream(Paper.values()).flatMap(paper -> TIMETABLE.newest(paper, now).stream());
    }
}
