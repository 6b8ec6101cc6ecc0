package org.broadsheet.poll.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.model.Rhythm;
import org.junit.jupiter.api.Test;

class LearningTest {
    /** A Wednesday. */
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void entries_that_come_out_together_are_one_release() {
        Rhythm rhythm = Learning.more(
                null, List.of(NOW.minusSeconds(60), NOW.minusSeconds(90), NOW), NOW.minusSeconds(900), NOW);
        assertThat(rhythm.recent()).hasSize(1);
        assertThat(rhythm.entriesPerRelease()).isEqualTo(3);
    }

    @Test
    void entries_of_the_same_three_quarters_of_an_hour_are_one_release_and_hourly_bulletins_are_not() {
        List<Instant> burst = List.of(NOW.minus(Duration.ofMinutes(40)), NOW.minus(Duration.ofMinutes(20)), NOW);
        Instant yesterday = NOW.minus(Duration.ofDays(1));
        assertThat(Learning.more(null, burst, yesterday, NOW).recent()).hasSize(1);
        List<Instant> bulletins = List.of(
                NOW.minus(Duration.ofHours(2)), NOW.minus(Duration.ofMinutes(64)), NOW.minus(Duration.ofMinutes(2)));
        assertThat(Learning.more(null, bulletins, yesterday, NOW).recent()).hasSize(3);
    }

    @Test
    void the_oldest_entry_of_a_first_document_marks_the_start_of_what_is_known() {
        Rhythm rhythm = Learning.first(List.of(NOW.minus(Duration.ofDays(3)), NOW.minus(Duration.ofDays(1))), NOW);
        assertThat(rhythm.since()).isEqualTo(NOW.minus(Duration.ofDays(3)));
        assertThat(rhythm.recent()).containsExactly(NOW.minus(Duration.ofDays(1)));
    }

    @Test
    void a_date_before_the_last_reading_counts_as_that_reading_because_the_entry_was_not_there() {
        Instant lastRead = NOW.minus(Duration.ofHours(1));
        Rhythm rhythm = Learning.more(null, List.of(NOW.minus(Duration.ofDays(900))), lastRead, NOW);
        assertThat(rhythm.recent()).containsExactly(lastRead);
    }

    @Test
    void what_was_learnt_while_a_clock_ran_ahead_counts_for_nothing() {
        Instant ahead = NOW.plus(Duration.ofDays(1_500));
        Rhythm stray = Learning.more(null, List.of(ahead), ahead.minusSeconds(900), ahead);
        Rhythm late = Rhythm.startingAt(NOW.minus(Duration.ofDays(9))).with(ahead, 1);
        for (Rhythm known : List.of(stray, late)) {
            Rhythm rhythm = Learning.more(known, List.of(NOW), NOW.minusSeconds(900), NOW);
            assertThat(rhythm.since()).isEqualTo(NOW);
            assertThat(rhythm.recent()).containsExactly(NOW);
        }
        assertThat(Learning.more(null, List.of(NOW.minusSeconds(60)), ahead, NOW)
                        .recent())
                .containsExactly(NOW);
    }

    @Test
    void what_was_long_ago_weighs_less_and_a_rare_release_is_not_lost_by_it() {
        Rhythm rhythm = Rhythm.startingAt(NOW.minus(Duration.ofDays(60)));
        Rhythm later = Learning.more(rhythm.with(NOW.minus(Duration.ofDays(50)), 1), List.of(), NOW, NOW);
        assertThat(later.since()).isEqualTo(NOW.minus(Duration.ofDays(30)));
        assertThat(IntStream.range(0, 168).mapToDouble(later::releases).sum()).isEqualTo(0.5);
    }

    @Test
    void a_rhythm_is_stored_and_read_again_as_it_was() {
        Rhythm rhythm = Rhythm.startingAt(NOW.minus(Duration.ofDays(9)));
        for (int i = 0; i < 40; i++) {
            rhythm = rhythm.with(NOW.minus(Duration.ofHours(40 - i)), 1 + i % 3);
        }
        Rhythm again = Rhythm.of(rhythm.bytes());
        assertThat(again).isEqualTo(rhythm);
        assertThat(again.recent()).isEqualTo(rhythm.recent()).hasSize(16);
        assertThat(again.bytes()).hasSizeLessThan(500);
    }

    @Test
    void a_paper_of_working_hours_is_asked_far_less_at_night() {
        Instant noon = Instant.parse("2026-11-25T12:00:00Z");
        Instant night = Instant.parse("2026-11-25T22:00:00Z");
        Duration atNoon = pause(officeUntil(noon), noon);
        assertThat(atNoon).isLessThan(Duration.ofMinutes(40));
        assertThat(pause(officeUntil(night), night)).isGreaterThan(atNoon.multipliedBy(3));
    }

    private static Rhythm officeUntil(Instant end) {
        Rhythm office = Rhythm.startingAt(end.minus(Duration.ofDays(28)));
        for (int hour = 24 * 28; hour > 0; hour--) {
            Instant at = end.minus(Duration.ofHours(hour)).plus(Duration.ofMinutes(hour * 7L % 50));
            int hourOfDay = Rhythm.hourOfWeek(at) % 24;
            office = hourOfDay >= 8 && hourOfDay < 18 ? office.with(at, 1) : office;
        }
        return office;
    }

    @Test
    void a_bulletin_that_comes_like_clockwork_is_left_alone_right_after_it() {
        Instant last = Instant.parse("2026-11-25T09:00:00Z");
        Duration pause = pause(every(Duration.ofHours(5), last), last.plus(Duration.ofMinutes(10)));
        assertThat(pause).isGreaterThan(Duration.ofHours(3)).isLessThan(Duration.ofHours(6));
    }

    @Test
    void a_bulletin_that_stopped_is_asked_ever_less_often() {
        Instant last = Instant.parse("2026-11-25T09:00:00Z");
        Rhythm bulletin = every(Duration.ofHours(5), last);
        Duration afterDays = pause(bulletin, last.plus(Duration.ofDays(3)));
        Duration afterWeeks = pause(bulletin, last.plus(Duration.ofDays(21)));
        assertThat(afterDays).isGreaterThan(Duration.ofMinutes(30)).isLessThan(afterWeeks);
    }

    private static Rhythm every(Duration gap, Instant last) {
        Rhythm rhythm = Rhythm.startingAt(last.minus(gap.multipliedBy(101)));
        for (int i = 100; i >= 0; i--) {
            rhythm = rhythm.with(last.minus(gap.multipliedBy(i)), 1);
        }
        return rhythm;
    }

    private static Duration pause(Rhythm rhythm, Instant now) {
        return new Forecast(rhythm, now).pause(now, Schedule.PATIENCE, Duration.ofMinutes(5), Duration.ofDays(1));
    }
}
