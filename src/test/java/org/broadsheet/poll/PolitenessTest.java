package org.broadsheet.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.broadsheet.ingest.fetch.HostGate;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.Feed;
import org.broadsheet.model.FeedId;
import org.broadsheet.reading.TestStore;
import org.broadsheet.store.OnBothDatabases;
import org.broadsheet.store.TestDatabase;
import org.junit.jupiter.api.Test;

/** What publishers may expect of those who poll them (docs/politeness.md), through the whole way of a poll. */
class PolitenessTest {
    private static final Map<String, String> RSS = Map.of("Content-Type", "application/rss+xml", "ETag", "\"1\"");

    @Test
    void validators_go_back_byte_for_byte_and_together() {
        try (World world = new World(TestDatabase.H2)) {
            Map<String, String> odd = Map.of("ETag", "W/\"a b;gzip\"", "Last-Modified", "yesterday, more or less");
            world.publisher.answers(200, odd, FeedServer.rss("1|First|One"));
            world.poll();
            world.poll();

            Map<String, List<String>> asked = world.publisher.requests.get(1);
            assertThat(asked.get("If-none-match")).containsExactly("W/\"a b;gzip\"");
            assertThat(asked.get("If-modified-since")).containsExactly("yesterday, more or less");
        }
    }

    @Test
    void validators_that_a_new_document_no_longer_carries_are_forgotten_together() {
        try (World world = new World(TestDatabase.H2)) {
            world.publisher.answers(200, Map.of("ETag", "\"1\"", "Last-Modified", "x"), FeedServer.rss("1|First|One"));
            world.poll();
            world.publisher.answers(200, Map.of("ETag", "\"2\""), FeedServer.rss("2|Second|Two", "1|First|One"));
            world.poll();
            world.poll();

            assertThat(world.publisher.requests.get(2)).containsEntry("If-none-match", List.of("\"2\""));
            assertThat(world.publisher.requests.get(2)).doesNotContainKey("If-modified-since");
        }
    }

    @Test
    void nothing_is_sent_that_was_not_agreed() {
        try (World world = new World(TestDatabase.H2)) {
            world.publisher.publishes("1|First|One");
            world.poll();

            Map<String, List<String>> asked = world.publisher.requests.get(0);
            assertThat(asked.keySet())
                    .isSubsetOf(Set.of(
                            "Host",
                            "User-agent",
                            "Accept",
                            "Accept-encoding",
                            "Connection",
                            "A-im",
                            "Accept-language"));
            assertThat(String.valueOf(asked.get("User-agent")))
                    .contains("Broadsheet/")
                    .contains("1 subscriber");
        }
    }

    @Test
    void max_age_less_age_counts_on_a_304_as_on_a_200() {
        try (World world = new World(TestDatabase.H2)) {
            world.publisher.publishes("1|First|One");
            world.poll();
            world.publisher.answers(304, Map.of("Cache-Control", "max-age=36000", "Age", "3600"), "");
            world.poll();

            assertThat(world.untilNext()).isBetween(Duration.ofHours(9), Duration.ofHours(10));
            world.publisher.answers(
                    200, Map.of("Cache-Control", "public, max-age=18000"), FeedServer.rss("2|Second|Two"));
            world.poll();
            assertThat(world.untilNext()).isBetween(Duration.ofHours(5), Duration.ofMinutes(330));
        }
    }

    @Test
    void a_ttl_holds_for_as_long_as_the_document_is_the_same() {
        try (World world = new World(TestDatabase.H2)) {
            String rss = FeedServer.rss("1|First|One").replace("<item>", "<ttl>600</ttl><item>");
            world.publisher.answers(200, RSS, rss);
            world.poll();
            assertThat(world.untilNext()).isBetween(Duration.ofHours(10), Duration.ofHours(11));
            world.publisher.answers(304, Map.of(), "");
            world.poll();
            assertThat(world.untilNext()).isBetween(Duration.ofHours(10), Duration.ofHours(11));
        }
    }

    @Test
    void hours_and_days_that_the_document_names_are_left_out() {
        try (World world = new World(TestDatabase.H2)) {
            String hours = IntStream.range(12, 20)
                    .mapToObj(hour -> "<hour>" + hour + "</hour>")
                    .reduce("<skipHours>", String::concat);
            world.publisher.answers(
                    200, RSS, FeedServer.rss("1|First|One").replace("<item>", hours + "</skipHours><item>"));
            world.poll();

            assertThat(world.state().nextPollAt()).isAfterOrEqualTo(Instant.parse("2026-11-25T20:00:00Z"));
            assertThat(world.lastReason()).contains("wants to be left alone at that time");
        }
    }

    @Test
    void retry_after_is_kept_in_both_forms_for_both_statuses() {
        try (World world = new World(TestDatabase.H2)) {
            // The server's own clock is the one that its date is to be read by.
            String inSixHours = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    ZonedDateTime.now(ZoneOffset.UTC).plusHours(6));
            world.publisher.answers(503, Map.of("Retry-After", inSixHours), "");
            assertThat(world.poll().errorKind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(world.untilNext()).isBetween(Duration.ofMinutes(359), Duration.ofHours(7));
            world.publisher.answers(429, Map.of("Retry-After", "90000"), "");
            assertThat(world.poll().errorKind()).isEqualTo(ErrorKind.THROTTLED);
            assertThat(world.untilNext()).isBetween(Duration.ofHours(25), Duration.ofHours(28));
        }
    }

    @Test
    void nobody_keeps_us_away_for_more_than_a_week() {
        try (World world = new World(TestDatabase.H2)) {
            world.publisher.answers(429, Map.of("Retry-After", "99999999"), "");
            world.poll();
            assertThat(world.untilNext()).isBetween(Duration.ofDays(7), Duration.ofDays(8));
        }
    }

    @Test
    void a_hosts_wish_outlives_a_restart() {
        try (World world = new World(TestDatabase.H2)) {
            world.publisher.answers(429, Map.of("Retry-After", "7200"), "");
            world.poll();

            HostGate afterwards = world.restarted();
            assertThat(afterwards.notBefore("127.0.0.1", TestStore.NOON)).contains(TestStore.NOON.plusSeconds(7200));
        }
    }

    @OnBothDatabases
    void what_a_clock_that_ran_ahead_has_planned_is_forgotten_at_the_next_start(TestDatabase kind) {
        try (World world = new World(kind)) {
            FeedId punctual = world.store.feed(world.publisher.url("/punctual"), null);
            world.publisher.publishes("1|First|One");
            world.poll(punctual);
            Duration planned = world.untilNext(punctual);
            world.publisher.answers(429, Map.of("Retry-After", "7200"), "");
            world.pollAfter(Duration.ofDays(3650));
            world.store.clock.advance(Duration.ofDays(-3650));

            HostGate afterwards = world.restarted();
            assertThat(afterwards.notBefore("127.0.0.1", TestStore.NOON)).isEmpty();
            assertThat(world.untilNext()).isZero();
            assertThat(world.untilNext(punctual)).isEqualTo(planned);
        }
    }

    @OnBothDatabases
    void what_was_claimed_by_a_clock_that_ran_ahead_is_free_at_the_next_start(TestDatabase kind) {
        try (World world = new World(kind)) {
            world.store.clock.advance(Duration.ofDays(3650));
            world.claim(world.feed);
            world.store.clock.advance(Duration.ofDays(-3650));
            world.restarted();

            assertThat(world.store.feedTable.anythingDue(true, world.store.clock.instant()))
                    .isTrue();
        }
    }

    @OnBothDatabases
    void a_clock_that_is_behind_at_the_start_forgets_no_wish(TestDatabase kind) {
        try (World world = new World(kind)) {
            world.publisher.answers(429, Map.of("Retry-After", "86400"), "");
            world.poll();
            Duration planned = world.untilNext();
            world.store.clock.advance(Duration.between(TestStore.NOON, Instant.EPOCH));
            world.restarted();
            world.store.clock.advance(Duration.between(Instant.EPOCH, TestStore.NOON));

            assertThat(world.untilNext()).isEqualTo(planned);
            assertThat(world.restarted().notBefore("127.0.0.1", TestStore.NOON)).isPresent();
        }
    }

    @Test
    void a_feed_that_was_not_found_for_two_weeks_is_given_up_with_a_notice_and_comes_back_when_asked() {
        try (World world = new World(TestDatabase.H2)) {
            world.publisher.publishes("1|First|One");
            world.poll();
            world.publisher.answers(404, Map.of(), "");
            for (int day = 0; day < 15; day++) {
                world.pollAfter(Duration.ofDays(1));
            }
            assertThat(world.state().status()).isEqualTo(Feed.Status.GONE);
            assertThat(world.state().nextPollAt()).isNull();
            assertThat(world.lastReason()).contains("not asked again unless you ask");

            world.publisher.publishes("1|First|One");
            world.poll();
            assertThat(world.state().status()).isEqualTo(Feed.Status.OK);
        }
    }

    @Test
    void a_permanent_redirect_is_followed_at_once_and_adopted_after_days() {
        try (World world = new World(TestDatabase.H2)) {
            world.publisher.publishes("1|First|One");
            world.poll();
            String there = world.publisher.url("/moved");
            world.publisher.answersAt("/feed", 301, Map.of("Location", there), "");
            for (int i = 0; i < 5; i++) {
                world.publisher.publishes("1|First|One", "n" + i + "|More|Two");
                world.pollAfter(Duration.ofHours(12));
                assertThat(world.state().url()).endsWith("/feed");
            }
            world.publisher.publishes("1|First|One", "last|Last|Two");
            world.pollAfter(Duration.ofDays(2));

            assertThat(world.state().url()).isEqualTo(there);
            assertThat(world.entries()).hasSize(7);
            int before = world.publisher.requests.size();
            world.poll();
            assertThat(world.publisher.requests).hasSize(before + 1);
        }
    }

    @Test
    void a_temporary_redirect_is_followed_for_ever_and_never_adopted() {
        try (World world = new World(TestDatabase.H2)) {
            world.publisher.publishes("1|First|One");
            world.poll();
            world.publisher.answersAt("/feed", 302, Map.of("Location", world.publisher.url("/moved")), "");
            for (int i = 0; i < 8; i++) {
                world.publisher.publishes("1|First|One", "n" + i + "|More|Two");
                world.pollAfter(Duration.ofDays(1));
            }
            assertThat(world.state().url()).endsWith("/feed");
            assertThat(world.entries()).hasSize(9);
        }
    }

    @Test
    void a_permanent_redirect_to_another_feed_is_not_adopted() {
        try (World world = new World(TestDatabase.H2)) {
            world.publisher.publishes("1|First|One", "2|Second|Two");
            world.poll();
            world.publisher.answersAt("/feed", 301, Map.of("Location", world.publisher.url("/parked")), "");
            for (int i = 0; i < 8; i++) {
                world.publisher.publishes("x" + i + "|Buy this domain|Now");
                world.pollAfter(Duration.ofDays(1));
            }
            assertThat(world.state().url()).endsWith("/feed");
        }
    }

    @Test
    void what_came_of_the_polls_is_counted_and_what_a_304_saves_too() {
        try (World world = new World(TestDatabase.H2)) {
            world.publisher.publishes("1|First|One");
            long size = world.poll().bytes();
            world.publisher.answers(304, Map.of(), "");
            world.poll();
            world.poll();
            world.publisher.answers(429, Map.of("Retry-After", "60"), "");
            world.poll();
            world.publisher.answers(500, Map.of(), "");
            world.poll();

            assertThat(world.store.politeness.hosts(world.store.account))
                    .singleElement()
                    .satisfies(host -> {
                        assertThat(host.host()).isEqualTo("127.0.0.1");
                        assertThat(List.of(host.full(), host.unchanged(), host.throttled(), host.failed()))
                                .containsExactly(1L, 2L, 1L, 1L);
                        assertThat(host.bytesSaved()).isEqualTo(2 * size);
                        assertThat(host.notBefore()).isEqualTo(TestStore.NOON.plusSeconds(60));
                    });
        }
    }
}
