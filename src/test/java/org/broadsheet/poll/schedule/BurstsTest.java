package org.broadsheet.poll.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BurstsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void releases_that_come_one_a_day_announce_no_others() {
        List<Instant> daily = List.of(NOW.minus(Duration.ofDays(2)), NOW.minus(Duration.ofDays(1)), NOW);
        assertThat(Bursts.following(daily)).isZero();
    }

    @Test
    void half_of_the_releases_of_pairs_are_followed_by_another_within_the_hour_less_some_doubt() {
        List<Instant> pairs = pairs(8);
        assertThat(Bursts.following(pairs)).isEqualTo(8 / 18.0);
    }

    @Test
    void a_feed_never_heard_of_announces_nothing() {
        assertThat(Bursts.following(List.of())).isZero();
    }

    /** Two releases fifty minutes apart, each third day. */
    private static List<Instant> pairs(int times) {
        List<Instant> pairs = new ArrayList<>();
        for (int i = times; i > 0; i--) {
            Instant first = NOW.minus(Duration.ofDays(3L * i));
            pairs.addAll(List.of(first, first.plus(Duration.ofMinutes(50))));
        }
        return pairs;
    }
}
