package org.broadsheet.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.broadsheet.config.Config;
import org.broadsheet.ingest.fetch.Trace;
import org.broadsheet.model.DueFeed;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.HubLease;
import org.broadsheet.poll.schedule.Schedule;
import org.broadsheet.store.OnBothDatabases;
import org.broadsheet.store.TestDatabase;
import org.junit.jupiter.api.Test;

/** Hubs and polls at the same time, and hubs that come, go and change. */
class PushedFeedsTest {
    private static final Duration LEASE = Duration.ofMinutes(3);
    private static final Duration DAY = Duration.ofDays(1);

    @OnBothDatabases
    void what_is_announced_during_a_poll_that_finds_other_news_is_asked_for_once_more(TestDatabase kind) {
        try (FeedWithHub hub = new FeedWithHub(kind).trusted()) {
            hub.world.store.clock.advance(Duration.ofHours(28));
            DueFeed due = claim(hub);
            hub.announces();
            hub.publishes("3|Third|Three", "2|Second|Two");
            hub.world.run(due);
            assertThat(hub.world.untilNext()).isEqualTo(Duration.ofMinutes(1));

            hub.publishes("4|Fourth|Four", "3|Third|Three");
            hub.world.pollAfter(Duration.ofMinutes(1));
            assertThat(hub.reason()).as("the hub is trusted as before").contains("announces");
        }
    }

    @OnBothDatabases
    void what_is_announced_while_an_answer_takes_minutes_is_asked_for_once_more(TestDatabase kind) {
        try (FeedWithHub hub = new FeedWithHub(kind).trusted()) {
            hub.world.store.clock.advance(Duration.ofHours(28));
            DueFeed due = claim(hub);
            hub.world.store.clock.advance(Duration.ofSeconds(10));
            hub.announces();
            hub.world.store.clock.advance(Duration.ofSeconds(110));
            finishUnchanged(hub.world, due, Duration.ofMinutes(2));
            assertThat(hub.world.untilNext()).isEqualTo(Duration.ofMinutes(1));

            hub.publishes("3|Third|Three", "2|Second|Two");
            hub.world.pollAfter(Duration.ofMinutes(1));
            assertThat(hub.reason()).contains("announces");
        }
    }

    @OnBothDatabases
    void what_was_announced_before_a_slow_answer_began_is_not_asked_for_again(TestDatabase kind) {
        try (FeedWithHub hub = new FeedWithHub(kind).trusted()) {
            hub.world.store.clock.advance(Duration.ofHours(3));
            hub.announces();
            DueFeed due = claim(hub);
            hub.world.store.clock.advance(Duration.ofMinutes(2));
            finishUnchanged(hub.world, due, Duration.ofMinutes(2));
            assertThat(hub.world.untilNext()).isGreaterThan(Duration.ofMinutes(10));
        }
    }

    @OnBothDatabases
    void the_late_answer_of_a_hub_does_not_put_off_the_one_that_the_feed_names_meanwhile(TestDatabase kind) {
        try (FeedWithHub hub = new FeedWithHub(kind).agreed()) {
            hub.world.publisher.answersAt("/hub", 500, Map.of(), "");
            hub.world.store.clock.advance(Duration.ofDays(6));
            hub.moves("/hub2", "/topic2", "2");
            hub.world.publisher.meanwhile(hub.world::poll);
            hub.askHubs();

            assertThat(hub.askHubs()).isEqualTo(1);
            assertThat(hub.wished("hub.topic")).endsWith("/topic2");
        }
    }

    @OnBothDatabases
    void a_late_word_of_a_hub_does_not_count_for_the_one_that_the_feed_names_meanwhile(TestDatabase kind) {
        try (FeedWithHub hub = new FeedWithHub(kind).agreed()) {
            HubLease old =
                    hub.pushes.find(hub.callback().replace("/websub/", "")).orElseThrow();
            hub.moves("/hub2", old.topic(), "2");
            hub.world.pollAfter(Duration.ofHours(1));
            hub.world.store.clock.advance(Duration.ofMinutes(5));
            Duration before = hub.world.untilNext();

            assertThat(hub.pushes.confirm(old, old.topic(), DAY)).isFalse();
            hub.pushes.deny(old, old.topic());
            String signature = "sha256=" + FeedWithHub.hmac(old.secret(), "news");
            hub.pushes.announce(old, signature, "news".getBytes(StandardCharsets.UTF_8));

            assertThat(hub.world.untilNext()).isEqualTo(before);
            assertThat(hub.askHubs()).isEqualTo(1);
        }
    }

    @OnBothDatabases
    void a_hub_that_a_feed_stopped_naming_while_it_waited_for_its_turn_is_not_asked(TestDatabase kind) {
        try (FeedWithHub hub = new FeedWithHub(kind)) {
            World world = hub.world;
            world.publisher.answersAt("/other", 200, hub.links(), FeedServer.rss("5|Fifth|Five"));
            world.store.clock.advance(Duration.ofSeconds(1));
            FeedId other = world.store.feed(world.publisher.url("/other"), null);
            world.poll(other);
            world.publisher.meanwhile(() -> {
                world.publisher.answersAt("/other", 200, Map.of(), FeedServer.rss("6|Sixth|Six"));
                world.poll(other);
            });
            hub.askHubs();

            assertThat(world.publisher.posted).hasSize(1);
        }
    }

    @OnBothDatabases
    void a_feed_that_names_another_hub_at_each_poll_has_one_asked_a_day(TestDatabase kind) {
        try (FeedWithHub hub = new FeedWithHub(kind)) {
            hub.askHubs();
            assertThat(askedInTwoDays(hub, false, poll -> hub.moves("/hub" + poll, "/topic", "e" + poll)))
                    .isEqualTo(2);
        }
    }

    @OnBothDatabases
    void naming_no_hub_in_between_does_not_have_hubs_asked_more_often(TestDatabase kind) {
        try (FeedWithHub hub = new FeedWithHub(kind)) {
            hub.askHubs();
            IntConsumer inTurns = poll -> {
                if (poll % 2 == 0) {
                    hub.world.publisher.answers(200, Map.of(), FeedServer.rss("e" + poll + "|None|x"));
                } else {
                    hub.moves("/hub" + poll, "/topic", "e" + poll);
                }
            };
            assertThat(askedInTwoDays(hub, false, inTurns)).isEqualTo(2);
        }
    }

    @OnBothDatabases
    void a_topic_that_changes_with_each_document_is_asked_for_once_a_day_though_its_hub_confirms(TestDatabase kind) {
        try (FeedWithHub hub = new FeedWithHub(kind).agreed()) {
            assertThat(askedInTwoDays(hub, true, poll -> hub.moves("/hub", "/topic" + poll, "e" + poll)))
                    .isEqualTo(2);
        }
    }

    @Test
    void an_announcement_may_be_as_long_as_a_document_whatever_its_type() {
        try (FeedWithHub hub = new FeedWithHub(TestDatabase.H2).agreed()) {
            hub.world.store.clock.advance(Duration.ofMinutes(5));
            String json = "{\"items\":[" + "1,".repeat(200_000) + "1]}";
            for (String type : List.of("application/json", "application/x-www-form-urlencoded", "text/xml")) {
                HttpResponse<String> answer = hub.us.send(
                        "POST",
                        hub.callback(),
                        json,
                        "Content-Type",
                        type,
                        "X-Hub-Signature",
                        "sha256=" + FeedWithHub.hmac(hub.wished("hub.secret"), json));
                assertThat(answer.statusCode()).as(type).isEqualTo(202);
            }
            assertThat(hub.world.untilNext()).isZero();
        }
    }

    @OnBothDatabases
    void announcements_do_not_shorten_the_pauses_of_a_feed_that_fails(TestDatabase kind) {
        try (FeedWithHub hub = new FeedWithHub(kind).trusted()) {
            hub.world.publisher.answers(429, Map.of(), "");
            hub.world.pollAfter(Duration.ofHours(1));
            hub.world.store.clock.advance(Duration.ofMinutes(1));
            Duration pause = hub.world.untilNext();
            hub.announces();
            assertThat(hub.world.untilNext()).isEqualTo(pause).isGreaterThan(Duration.ofMinutes(10));

            hub.world.store.clock.advance(pause);
            DueFeed due = claim(hub);
            hub.announces();
            hub.world.run(due);
            assertThat(hub.world.untilNext()).as("announced during a poll").isGreaterThan(pause);

            hub.publishes("3|Third|Three", "2|Second|Two");
            hub.world.pollAfter(hub.world.untilNext());
            assertThat(hub.reason()).as("well again").contains("announces");
        }
    }

    @Test
    void a_document_that_names_no_hub_any_more_leaves_its_feed_to_its_rhythm_at_once() {
        try (FeedWithHub hub = new FeedWithHub(TestDatabase.H2).trusted()) {
            hub.world.publisher.answers(200, Map.of(), FeedServer.rss("2|Second|Two", "1|First|One") + " ");
            hub.world.pollAfter(Duration.ofHours(3));

            assertThat(hub.reason()).doesNotContain("announces");
            assertThat(hub.world.untilNext()).isLessThan(DAY);
        }
    }

    @OnBothDatabases
    void a_document_that_names_another_hub_or_topic_leaves_its_feed_to_its_rhythm_until_that_one_announces(
            TestDatabase kind) {
        Map.of("/hub2", "/feed?topic", "/hub", "/topic2").forEach((other, topic) -> {
            try (FeedWithHub hub = new FeedWithHub(kind).trusted()) {
                hub.moves(other, topic, "2");
                hub.world.pollAfter(Duration.ofHours(3));

                assertThat(hub.reason()).as(other).doesNotContain("announces");
            }
        });
    }

    @OnBothDatabases
    void what_a_clock_that_ran_ahead_has_planned_with_a_hub_is_forgotten(TestDatabase kind) {
        try (FeedWithHub hub = new FeedWithHub(kind)) {
            Duration years = Duration.ofDays(4 * 365);
            hub.world.store.clock.advance(years);
            hub.world.poll();
            hub.trusted();
            hub.world.store.clock.advance(years.negated());
            hub.world.restarted();
            hub.world.publisher.answers(200, hub.links(), FeedServer.rss("2|Second|Two", "1|First|One") + " ");
            hub.world.poll();

            assertThat(hub.reason()).doesNotContain("announces");
            assertThat(hub.askHubs()).isEqualTo(1);
            hub.confirms(hub.wished("hub.topic"), 864_000);
            assertThat(hub.askHubs()).isZero();
            hub.world.store.clock.advance(Duration.ofDays(6));
            assertThat(hub.askHubs()).as("renewed as ever").isEqualTo(1);
        }
    }

    @OnBothDatabases
    void a_lease_of_a_year_is_taken_for_one_when_the_clock_is_right(TestDatabase kind) {
        try (FeedWithHub hub = new FeedWithHub(kind).trusted()) {
            hub.confirms(hub.wished("hub.topic"), 365 * 86_400);
            hub.world.restarted();

            assertThat(hub.askHubs()).isZero();
            hub.world.pollAfter(Duration.ofDays(100));
            assertThat(hub.reason()).contains("announces");
        }
    }

    /** How often hubs are asked in two days with a poll each half hour. */
    private static int askedInTwoDays(FeedWithHub hub, boolean confirming, IntConsumer change) {
        int asked = 0;
        for (int poll = 0; poll < 96; poll++) {
            change.accept(poll);
            hub.world.pollAfter(Duration.ofMinutes(30));
            int now = hub.askHubs();
            if (now > 0 && confirming) {
                hub.confirms(hub.wished("hub.topic"), 864_000);
            }
            asked += now;
        }
        return asked;
    }

    private static DueFeed claim(FeedWithHub hub) {
        return hub.world
                .store
                .writer
                .write(handle ->
                        hub.world.store.feedTable.claim(handle, true, 1, hub.world.store.clock.instant(), LEASE))
                .get(0);
    }

    /** As if the server had taken so long to say that nothing is new. */
    private static void finishUnchanged(World world, DueFeed due, Duration took) {
        Schedule schedule = new Schedule(new Config.Poll(true, Duration.ofMinutes(15), DAY));
        Attempt attempt = new Attempt(due, world.store.clock.instant(), new Trace(304, took, 0), schedule);
        Answer answer = new Answer(due.validators(), due.bodyHash(), Duration.ZERO, null);
        world.store.writer.write(handle -> {
            world.store.pollTable.finish(
                    handle, List.of(attempt.unchanged(answer).result()));
            return true;
        });
    }
}
