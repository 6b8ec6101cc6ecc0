package org.broadsheet.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.config.Config;
import org.broadsheet.model.DueFeed;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.Feed;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.Validators;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration DAY = Duration.ofDays(1);
    private final Schedule schedule = new Schedule(new Config.Poll(true, QUARTER, DAY));

    @Test
    void news_halves_the_pause_down_to_the_least() {
        Duration pause = Duration.ofHours(8);
        for (int i = 0; i < 10; i++) {
            pause = schedule.afterSuccess(feed(pause, 0), true, Duration.ZERO, NOW)
                    .interval();
        }
        assertThat(pause).isEqualTo(QUARTER);
    }

    @Test
    void silence_stretches_the_pause_up_to_the_most() {
        Duration pause = QUARTER;
        for (int i = 0; i < 20; i++) {
            pause = schedule.afterSuccess(feed(pause, 0), false, Duration.ZERO, NOW)
                    .interval();
        }
        assertThat(pause).isEqualTo(DAY);
    }

    @Test
    void the_publishers_wish_counts_when_it_is_longer_but_not_beyond_the_most() {
        DueFeed feed = feed(QUARTER, 0);
        assertThat(pause(schedule.afterSuccess(feed, true, Duration.ofHours(3), NOW)))
                .isBetween(Duration.ofHours(3), Duration.ofMinutes(198));
        assertThat(pause(schedule.afterSuccess(feed, true, Duration.ofDays(400), NOW)))
                .isBetween(DAY, DAY.plusHours(3));
        assertThat(pause(schedule.afterSuccess(feed, true, Duration.ofSeconds(1), NOW)))
                .isBetween(QUARTER, Duration.ofMinutes(17));
    }

    @Test
    void pauses_grow_with_each_failure_and_never_beyond_the_most() {
        Duration last = Duration.ZERO;
        for (int failures = 0; failures < 7; failures++) {
            Duration pause =
                    pause(schedule.afterFailure(feed(QUARTER, failures), ErrorKind.DNS, Optional.empty(), NOW));
            assertThat(pause).isGreaterThan(last);
            last = pause;
        }
        Plan late = schedule.afterFailure(feed(QUARTER, 1_000), ErrorKind.DNS, Optional.empty(), NOW);
        assertThat(pause(late)).isBetween(DAY, DAY.plusHours(3));
        assertThat(late.status()).isEqualTo(Feed.Status.FAILING);
    }

    @Test
    void retry_after_is_kept_up_to_seven_days() {
        Plan plan = schedule.afterFailure(feed(QUARTER, 0), ErrorKind.THROTTLED, Optional.of(Duration.ofDays(2)), NOW);
        assertThat(pause(plan)).isGreaterThanOrEqualTo(Duration.ofDays(2));
        Plan absurd =
                schedule.afterFailure(feed(QUARTER, 0), ErrorKind.THROTTLED, Optional.of(Duration.ofDays(900)), NOW);
        assertThat(pause(absurd)).isBetween(Duration.ofDays(7), Duration.ofDays(8));
    }

    @Test
    void a_feed_that_is_gone_is_not_asked_again() {
        Plan plan = schedule.afterFailure(feed(QUARTER, 0), ErrorKind.GONE, Optional.empty(), NOW);
        assertThat(plan.at()).isNull();
        assertThat(plan.status()).isEqualTo(Feed.Status.GONE);
    }

    @Test
    void failing_since_stays_the_first_failure_and_ends_with_a_success() {
        Instant yesterday = NOW.minus(DAY);
        DueFeed failing = new DueFeed(
                new FeedId(1),
                "https://a.example/",
                "a.example",
                Validators.NONE,
                null,
                QUARTER,
                3,
                yesterday,
                null,
                null,
                1);
        assertThat(schedule.afterFailure(failing, ErrorKind.DNS, Optional.empty(), NOW)
                        .failingSince())
                .isEqualTo(yesterday);
        Plan well = schedule.afterSuccess(failing, false, Duration.ZERO, NOW);
        assertThat(well.failingSince()).isNull();
        assertThat(well.failures()).isZero();
    }

    @Test
    void feeds_of_equal_pause_spread_out_the_same_way_each_time() {
        Plan one = schedule.afterSuccess(feed(1, QUARTER, 0), false, Duration.ZERO, NOW);
        Plan other = schedule.afterSuccess(feed(2, QUARTER, 0), false, Duration.ZERO, NOW);
        assertThat(one.at()).isNotEqualTo(other.at());
        assertThat(one.at())
                .isEqualTo(schedule.afterSuccess(feed(1, QUARTER, 0), false, Duration.ZERO, NOW)
                        .at());
    }

    private static Duration pause(Plan plan) {
        return Duration.between(NOW, java.util.Objects.requireNonNull(plan.at()));
    }

    private static DueFeed feed(Duration interval, int failures) {
        return feed(7, interval, failures);
    }

    private static DueFeed feed(long id, Duration interval, int failures) {
        return new DueFeed(
                new FeedId(id),
                "https://a.example/",
                "a.example",
                Validators.NONE,
                null,
                interval,
                failures,
                null,
                null,
                null,
                1);
    }
}
