package org.broadsheet.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.broadsheet.model.Relocation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MovingTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final URI THERE = URI.create("https://new.example/feed");

    @Test
    void a_permanent_redirect_is_adopted_after_five_sightings_over_three_days() {
        Relocation moved = after(5, Duration.ofHours(18));
        assertThat(Moving.isProven(moved, NOW.plus(Duration.ofDays(3)))).isTrue();
    }

    @Test
    void many_sightings_within_a_day_prove_nothing_and_few_over_a_week_neither() {
        assertThat(Moving.isProven(after(90, Duration.ofMinutes(15)), NOW.plus(Duration.ofHours(23))))
                .isFalse();
        assertThat(Moving.isProven(after(4, Duration.ofDays(2)), NOW.plus(Duration.ofDays(8))))
                .isFalse();
    }

    @Test
    void another_target_begins_anew_and_an_answer_in_place_ends_it() {
        Relocation other = Moving.sighted(after(4, Duration.ofDays(1)), URI.create("https://b.example/"), true, NOW);
        assertThat(other).isEqualTo(new Relocation("https://b.example/", NOW, 1));
        assertThat(Moving.sighted(after(4, Duration.ofDays(1)), null, true, NOW))
                .isNull();
    }

    @Test
    void a_target_that_had_other_entries_when_first_seen_is_never_adopted() {
        Relocation parked = Moving.sighted(null, THERE, false, NOW);
        for (int i = 1; i < 30; i++) {
            parked = Moving.sighted(parked, THERE, true, NOW.plus(Duration.ofDays(i)));
        }
        assertThat(Moving.isProven(parked, NOW.plus(Duration.ofDays(30)))).isFalse();
    }

    @Test
    void what_was_first_seen_while_a_clock_ran_ahead_counts_from_now() {
        Relocation ahead = new Relocation(THERE.toString(), NOW.plus(Duration.ofDays(400)), 4);
        Relocation moved = Moving.sighted(ahead, THERE, true, NOW);
        assertThat(moved).isEqualTo(new Relocation(THERE.toString(), NOW, 5));
        assertThat(Moving.isProven(moved, NOW.plus(Duration.ofDays(3)))).isTrue();

        Relocation parked = new Relocation(THERE.toString(), NOW.plus(Duration.ofDays(400)), 0);
        assertThat(Moving.sighted(parked, THERE, true, NOW))
                .extracting(Relocation::sightings)
                .isEqualTo(0);
    }

    private static @Nullable Relocation after(int sightings, Duration apart) {
        Relocation moved = null;
        for (int i = 0; i < sightings; i++) {
            moved = Moving.sighted(moved, THERE, true, NOW.plus(apart.multipliedBy(i)));
        }
        return moved;
    }
}
