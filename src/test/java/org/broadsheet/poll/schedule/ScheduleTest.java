package org.broadsheet.poll.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.broadsheet.config.Config;
import org.broadsheet.model.Announcements;
import org.broadsheet.model.DueFeed;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.Feed;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.HubLinks;
import org.broadsheet.model.Plan;
import org.broadsheet.model.QuietTimes;
import org.broadsheet.model.Reason;
import org.broadsheet.model.Rhythm;
import org.broadsheet.model.Timing;
import org.broadsheet.model.Validators;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    /** A Wednesday. */
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration DAY = Duration.ofDays(1);
    private final Schedule schedule = new Schedule(new Config.Poll(true, QUARTER, DAY));

    @Test
    void a_feed_that_publishes_more_is_asked_more_often_within_the_limits() {
        Duration busy = pause(well(everyHours(1, 24), nothing()));
        Duration daily = pause(well(everyHours(24, 20), nothing()));
        assertThat(busy).isGreaterThanOrEqualTo(QUARTER).isLessThan(daily);
        assertThat(daily).isLessThan(DAY);
    }

    @Test
    void a_feed_that_published_nothing_for_years_is_asked_three_times_a_day_at_most() {
        Rhythm dead = Learning.first(List.of(NOW.minus(Duration.ofDays(700))), NOW);
        assertThat(pause(well(dead, nothing()))).isBetween(Duration.ofHours(7), DAY.plusHours(3));
    }

    @Test
    void max_age_is_a_floor_but_not_beyond_the_longest_interval() {
        assertThat(pause(well(everyHours(1, 24), fresh(Duration.ofHours(3)))))
                .isBetween(Duration.ofHours(3), Duration.ofMinutes(198));
        Plan year = well(everyHours(1, 24), fresh(Duration.ofDays(400)));
        assertThat(pause(year)).isBetween(DAY, DAY.plusHours(3));
        assertThat(year.reason().sentence())
                .isEqualTo("Its server asks for a pause of 24 hours, the longest pause set here.");
        assertThat(pause(well(everyHours(1, 24), fresh(Duration.ofSeconds(1))))).isGreaterThanOrEqualTo(QUARTER);
    }

    @Test
    void the_ttl_of_the_document_is_a_floor_and_its_reason_says_so() {
        Plan plan = well(everyHours(1, 24), new Wishes(Duration.ZERO, Duration.ofHours(5), QuietTimes.NONE, false));
        assertThat(pause(plan)).isBetween(Duration.ofHours(5), Duration.ofMinutes(330));
        assertThat(plan.reason().sentence()).isEqualTo("The feed itself asks for a pause of 5 hours.");
    }

    @Test
    void a_readers_wish_counts_within_the_limits_and_yields_to_the_hosts() {
        Plan hourly = schedule.afterSuccess(wanted(Duration.ofHours(1)), everyHours(24, 20), nothing(), NOW);
        assertThat(pause(hourly)).isBetween(Duration.ofHours(1), Duration.ofMinutes(66));
        assertThat(hourly.reason().sentence()).isEqualTo("Its reader wants it asked every 60 minutes.");

        Plan minutely = schedule.afterSuccess(wanted(Duration.ofMinutes(1)), everyHours(24, 20), nothing(), NOW);
        assertThat(pause(minutely)).isGreaterThanOrEqualTo(QUARTER);

        Plan polite =
                schedule.afterSuccess(wanted(Duration.ofHours(1)), everyHours(1, 24), fresh(Duration.ofHours(3)), NOW);
        assertThat(pause(polite)).isGreaterThanOrEqualTo(Duration.ofHours(3));
    }

    @Test
    void a_pause_that_stands_at_a_limit_says_so() {
        Schedule seldom = new Schedule(new Config.Poll(true, Duration.ofHours(2), Duration.ofHours(3)));
        assertThat(seldom.afterSuccess(feed(1, 0, null), everyHours(1, 24), nothing(), NOW)
                        .reason()
                        .sentence())
                .isEqualTo("It publishes about 16 entries a day, so it is asked again in 2 hours,"
                        + " the shortest pause set here.");
        assertThat(seldom.afterSuccess(feed(1, 0, null), everyHours(72, 20), nothing(), NOW)
                        .reason()
                        .sentence())
                .endsWith(" old, so it is asked again in 3 hours, the longest pause set here.");
        assertThat(well(everyHours(24, 20), nothing()).reason().limit()).isEqualTo(Reason.Limit.NONE);
    }

    @Test
    void a_poll_that_would_fall_into_skip_hours_waits_for_their_end() {
        QuietTimes afternoon =
                new QuietTimes(Set.copyOf(IntStream.range(12, 18).boxed().toList()), Set.of());
        Plan plan = well(everyHours(1, 24), new Wishes(Duration.ZERO, Duration.ZERO, afternoon, false));
        assertThat(plan.at()).isEqualTo("2026-11-25T18:00:00Z");
        assertThat(plan.reason().sentence()).endsWith("it waits until Wednesday 18:00 UTC.");
    }

    @Test
    void a_poll_that_would_fall_on_a_skip_day_waits_for_the_next() {
        QuietTimes midweek = new QuietTimes(Set.of(), Set.of(DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY));
        Plan plan = well(everyHours(1, 24), new Wishes(Duration.ZERO, Duration.ZERO, midweek, false));
        assertThat(plan.at()).isEqualTo("2026-11-27T00:00:00Z");
    }

    @Test
    void a_feed_that_fails_waits_for_the_end_of_skip_days_too_and_says_so() {
        QuietTimes midweek = new QuietTimes(Set.of(), Set.of(DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY));
        Timing timing = new Timing(null, Duration.ZERO, midweek, null, null, Announcements.NONE, HubLinks.NONE);
        Plan plan = failed(feed(7, 0, null, timing), ErrorKind.HTTP_ERROR);
        assertThat(plan.at()).isEqualTo("2026-11-27T00:00:00Z");
        assertThat(plan.reason().sentence()).endsWith("it waits until Friday 00:00 UTC.");
        assertThat(plan.reason().isTheirs()).isTrue();
    }

    @Test
    void a_feed_that_skips_every_hour_of_the_week_is_asked_all_the_same() {
        QuietTimes always = new QuietTimes(Set.of(), Set.of(DayOfWeek.values()));
        Plan plan = well(everyHours(1, 24), new Wishes(Duration.ZERO, Duration.ZERO, always, false));
        assertThat(pause(plan)).isLessThan(DAY);
    }

    @Test
    void pauses_grow_with_each_failure_up_to_a_bound_and_never_for_ever() {
        Duration last = Duration.ZERO;
        for (int failures = 0; failures < 5; failures++) {
            Duration pause = pause(failed(feed(7, failures, null), ErrorKind.DNS));
            assertThat(pause).isGreaterThan(last);
            last = pause;
        }
        Plan late = failed(feed(7, 1_000, NOW.minus(Duration.ofDays(300))), ErrorKind.DNS);
        assertThat(pause(late)).isBetween(Duration.ofHours(6), Duration.ofHours(7));
        assertThat(late.status()).isEqualTo(Feed.Status.FAILING);
    }

    @Test
    void a_refusal_is_tried_again_later_than_a_hiccup() {
        assertThat(pause(failed(feed(7, 0, null), ErrorKind.TIMEOUT))).isLessThan(Duration.ofMinutes(20));
        for (ErrorKind refusal :
                List.of(ErrorKind.NOT_FOUND, ErrorKind.AUTH_REQUIRED, ErrorKind.HTTP_ERROR, ErrorKind.THROTTLED)) {
            assertThat(pause(failed(feed(7, 0, null), refusal))).isBetween(Duration.ofHours(1), Duration.ofHours(2));
            assertThat(pause(failed(feed(7, 50, NOW), refusal))).isBetween(DAY, DAY.plusHours(3));
        }
    }

    @Test
    void retry_after_is_kept_up_to_seven_days() {
        Plan plan = schedule.afterFailure(feed(7, 0, null), ErrorKind.THROTTLED, Optional.of(Duration.ofDays(2)), NOW);
        assertThat(pause(plan)).isGreaterThanOrEqualTo(Duration.ofDays(2));
        Plan absurd =
                schedule.afterFailure(feed(7, 0, null), ErrorKind.THROTTLED, Optional.of(Duration.ofDays(900)), NOW);
        assertThat(pause(absurd)).isBetween(Duration.ofDays(7), Duration.ofDays(8));
    }

    @Test
    void a_feed_that_is_gone_is_not_asked_again() {
        Plan plan = failed(feed(7, 0, null), ErrorKind.GONE);
        assertThat(plan.at()).isNull();
        assertThat(plan.status()).isEqualTo(Feed.Status.GONE);
    }

    @Test
    void an_address_with_nothing_at_it_is_given_up_after_two_weeks_and_ten_tries_with_a_notice() {
        Instant threeWeeksAgo = NOW.minus(Duration.ofDays(21));
        assertThat(failed(feed(7, 5, threeWeeksAgo), ErrorKind.NOT_FOUND).at()).isNotNull();
        assertThat(failed(feed(7, 30, NOW.minus(DAY)), ErrorKind.NOT_FOUND).at())
                .isNotNull();
        Plan plan = failed(feed(7, 9, threeWeeksAgo), ErrorKind.NOT_FOUND);
        assertThat(plan.at()).isNull();
        assertThat(plan.reason().sentence())
                .isEqualTo(
                        "There has been nothing at its address for 21 days; it is not asked again unless you ask for it.");
    }

    @Test
    void failing_since_stays_the_first_failure_and_ends_with_a_success() {
        Instant yesterday = NOW.minus(DAY);
        DueFeed failing = feed(1, 3, yesterday);
        assertThat(failed(failing, ErrorKind.DNS).failingSince()).isEqualTo(yesterday);
        Plan well = schedule.afterSuccess(failing, everyHours(5, 9), nothing(), NOW);
        assertThat(well.failingSince()).isNull();
        assertThat(well.failures()).isZero();
    }

    @Test
    void failures_that_began_while_a_clock_ran_ahead_count_from_now() {
        Plan plan = failed(feed(1, 9, NOW.plus(Duration.ofDays(400))), ErrorKind.NOT_FOUND);
        assertThat(plan.failingSince()).isEqualTo(NOW);
        assertThat(plan.missingSince()).isEqualTo(NOW);
    }

    @Test
    void feeds_of_equal_pause_spread_out_the_same_way_each_time() {
        Instant one = failed(feed(1, 0, null), ErrorKind.DNS).at();
        assertThat(one).isNotEqualTo(failed(feed(2, 0, null), ErrorKind.DNS).at());
        assertThat(one).isEqualTo(failed(feed(1, 0, null), ErrorKind.DNS).at());
    }

    private Plan well(Rhythm rhythm, Wishes wishes) {
        return schedule.afterSuccess(feed(7, 0, null), rhythm, wishes, NOW);
    }

    private Plan failed(DueFeed feed, ErrorKind kind) {
        return schedule.afterFailure(feed, kind, Optional.empty(), NOW);
    }

    private static Wishes nothing() {
        return fresh(Duration.ZERO);
    }

    private static Wishes fresh(Duration freshFor) {
        return new Wishes(freshFor, Duration.ZERO, QuietTimes.NONE, false);
    }

    /** The newest half a pause ago, and some variation so that it is no clockwork. */
    private static Rhythm everyHours(int hours, int entries) {
        return Learning.first(
                IntStream.range(0, entries)
                        .mapToObj(
                                i -> NOW.minus(Duration.ofMinutes(60L * hours * i + 30L * hours + i % 3 * 11L * hours)))
                        .toList(),
                NOW);
    }

    private static Duration pause(Plan plan) {
        return Duration.between(NOW, Objects.requireNonNull(plan.at()));
    }

    private static DueFeed wanted(Duration askEvery) {
        return feed(
                7,
                0,
                null,
                new Timing(null, Duration.ZERO, QuietTimes.NONE, null, askEvery, Announcements.NONE, HubLinks.NONE));
    }

    private static DueFeed feed(long id, int failures, @Nullable Instant failingSince) {
        return feed(id, failures, failingSince, Timing.UNKNOWN);
    }

    private static DueFeed feed(long id, int failures, @Nullable Instant failingSince, Timing timing) {
        return new DueFeed(
                new FeedId(id),
                "https://a.example/",
                "a.example",
                Validators.NONE,
                null,
                timing,
                failures,
                failingSince,
                failingSince,
                null,
                null,
                null,
                1);
    }
}
