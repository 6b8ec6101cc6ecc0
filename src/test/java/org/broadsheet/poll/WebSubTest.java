package org.broadsheet.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.broadsheet.model.DueFeed;
import org.broadsheet.store.OnBothDatabases;
import org.broadsheet.store.TestDatabase;
import org.junit.jupiter.api.Test;

/** The conversation between a feed's hub and us, over real HTTP in both directions. */
class WebSubTest {
    private static final Duration LEASE = Duration.ofMinutes(3);

    @OnBothDatabases
    void a_hub_that_a_feed_names_is_asked_to_announce_it_at_an_address_nobody_can_guess(TestDatabase kind) {
        try (FeedWithHub hub = new FeedWithHub(kind)) {
            assertThat(hub.askHubs()).isEqualTo(1);

            Map<String, String> wish = hub.lastWish();
            assertThat(wish)
                    .containsEntry("hub.mode", "subscribe")
                    .containsEntry("hub.topic", hub.world.publisher.url("/feed?topic"))
                    .containsEntry("hub.lease_seconds", "864000");
            assertThat(hub.wished("hub.callback")).matches("http://news.example/reader/websub/[0-9a-f]{48}");
            assertThat(hub.wished("hub.secret")).matches("[0-9a-f]{64}");
            assertThat(hub.askHubs()).as("asked once").isZero();
        }
    }

    @OnBothDatabases
    void what_we_asked_for_is_confirmed_and_renewed_after_half_of_the_lease(TestDatabase kind) {
        try (FeedWithHub hub = new FeedWithHub(kind)) {
            hub.askHubs();
            Map<String, String> wish = hub.lastWish();
            HttpResponse<String> answer = hub.confirms(hub.wished("hub.topic"), 4 * 86_400);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("a b<c");
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
            hub.world.store.clock.advance(Duration.ofHours(47));
            assertThat(hub.askHubs()).isZero();
            hub.world.store.clock.advance(Duration.ofHours(2));
            assertThat(hub.askHubs()).isEqualTo(1);
            assertThat(hub.lastWish()).as("renewed, not anew").isEqualTo(wish);
        }
    }

    @Test
    void what_we_did_not_ask_for_is_not_confirmed() {
        try (FeedWithHub hub = new FeedWithHub(TestDatabase.H2)) {
            hub.askHubs();

            assertThat(hub.confirms("http://other.example/feed", 100).statusCode())
                    .isEqualTo(404);
            assertThat(hub.us
                            .get("/websub/0123?hub.mode=subscribe&hub.challenge=x&hub.topic=y")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(hub.us
                            .get(hub.callback() + "?hub.mode=unsubscribe&hub.challenge=x&hub.topic="
                                    + URLEncoder.encode(hub.wished("hub.topic"), StandardCharsets.UTF_8))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @OnBothDatabases
    void a_signed_announcement_has_the_feed_asked_at_once_and_then_only_to_be_sure(TestDatabase kind) {
        try (FeedWithHub hub = new FeedWithHub(kind).agreed()) {
            hub.world.store.clock.advance(Duration.ofMinutes(5));
            assertThat(hub.world.untilNext()).isPositive();

            assertThat(hub.announces().statusCode()).isEqualTo(202);
            assertThat(hub.world.untilNext()).isZero();

            hub.world.publisher.answers(200, hub.links(), FeedServer.rss("2|Second|Two", "1|First|One"));
            assertThat(hub.world.poll().newEntries()).isEqualTo(1);
            assertThat(hub.world.untilNext()).isBetween(Duration.ofDays(1), Duration.ofHours(27));
        }
    }

    @OnBothDatabases
    void what_is_announced_during_a_poll_is_asked_for_once_more(TestDatabase kind) {
        try (FeedWithHub hub = new FeedWithHub(kind).agreed()) {
            World world = hub.world;
            hub.announces();
            world.store.clock.advance(Duration.ofMinutes(5));
            DueFeed due = world.store
                    .writer
                    .write(handle -> world.store.feedTable.claim(handle, true, 1, world.store.clock.instant(), LEASE))
                    .get(0);
            hub.announces();
            world.run(due);
            assertThat(world.untilNext()).isEqualTo(Duration.ofMinutes(1));

            world.store.clock.advance(Duration.ofMinutes(1));
            world.publisher.answers(200, hub.links(), FeedServer.rss("2|Second|Two", "1|First|One"));
            world.poll();
            assertThat(world.untilNext()).isGreaterThanOrEqualTo(Duration.ofDays(1));
        }
    }

    @Test
    void announcements_never_have_a_feed_asked_more_than_once_a_minute() {
        try (FeedWithHub hub = new FeedWithHub(TestDatabase.H2).agreed()) {
            hub.announces();

            assertThat(hub.world.untilNext()).isEqualTo(Duration.ofMinutes(1));
        }
    }

    @Test
    void an_announcement_that_is_not_signed_with_our_secret_changes_nothing_and_is_not_told_so() {
        try (FeedWithHub hub = new FeedWithHub(TestDatabase.H2).agreed()) {
            Duration before = hub.world.untilNext();

            assertThat(hub.announces("guessed").statusCode()).isEqualTo(202);
            assertThat(hub.us.send("POST", hub.callback(), FeedWithHub.RSS).statusCode())
                    .isEqualTo(202);
            assertThat(hub.world.untilNext()).isEqualTo(before);
        }
    }

    @Test
    void what_is_announced_is_a_hint_and_never_becomes_an_entry_by_itself() {
        try (FeedWithHub hub = new FeedWithHub(TestDatabase.H2).agreed()) {
            String forged = FeedServer.rss("9|Forged|Nine");
            hub.us.send(
                    "POST",
                    hub.callback(),
                    forged,
                    "X-Hub-Signature",
                    "sha256=" + FeedWithHub.hmac(hub.wished("hub.secret"), forged));

            assertThat(hub.world.entries()).extracting(entry -> entry.title()).containsExactly("First");
        }
    }

    @OnBothDatabases
    void news_that_was_not_announced_brings_the_usual_rhythm_back(TestDatabase kind) {
        try (FeedWithHub hub = new FeedWithHub(kind).agreed()) {
            hub.world.store.clock.advance(Duration.ofMinutes(5));
            hub.announces();
            hub.world.poll();
            hub.world.publisher.answers(200, hub.links(), FeedServer.rss("2|Second|Two", "1|First|One"));
            hub.world.pollAfter(Duration.ofHours(1));
            assertThat(hub.world.untilNext()).isLessThan(Duration.ofDays(1));

            hub.world.publisher.answers(200, hub.links(), FeedServer.rss("3|Third|3", "2|Second|Two"));
            hub.world.pollAfter(Duration.ofMinutes(10));
            assertThat(hub.world.untilNext()).isLessThan(Duration.ofDays(1));
        }
    }

    @Test
    void an_announcement_of_what_is_not_there_yet_leaves_the_feed_to_its_rhythm() {
        try (FeedWithHub hub = new FeedWithHub(TestDatabase.H2).agreed()) {
            hub.world.store.clock.advance(Duration.ofMinutes(5));
            hub.announces();
            hub.world.poll();

            assertThat(hub.reason()).doesNotContain("announces");
            assertThat(hub.world.untilNext()).isLessThan(Duration.ofDays(1));
        }
    }

    @Test
    void a_lease_that_ended_is_not_relied_on() {
        try (FeedWithHub hub = new FeedWithHub(TestDatabase.H2).agreed()) {
            hub.world.store.clock.advance(Duration.ofMinutes(5));
            hub.announces();
            hub.world.publisher.answers(200, hub.links(), FeedServer.rss("2|Second|Two", "1|First|One"));
            hub.world.poll();
            assertThat(hub.reason()).contains("announces");

            hub.world.pollAfter(Duration.ofDays(11));
            assertThat(hub.reason()).doesNotContain("announces");
        }
    }

    @Test
    void a_hub_that_wants_to_be_left_alone_is_even_after_a_restart() {
        try (FeedWithHub hub = new FeedWithHub(TestDatabase.H2)) {
            hub.world.publisher.answersAt("/hub", 429, Map.of("Retry-After", "7200"), "");
            hub.askHubs();

            Instant now = hub.world.store.clock.instant();
            assertThat(hub.world.restarted().notBefore("127.0.0.1", now)).contains(now.plusSeconds(7_200));
        }
    }

    @Test
    void a_hub_that_refuses_is_left_alone_for_a_week() {
        try (FeedWithHub hub = new FeedWithHub(TestDatabase.H2)) {
            hub.askHubs();
            String topic = URLEncoder.encode(hub.wished("hub.topic"), StandardCharsets.UTF_8);
            hub.us.get(hub.callback() + "?hub.mode=denied&hub.reason=no&hub.topic=" + topic);

            hub.world.store.clock.advance(Duration.ofDays(6));
            assertThat(hub.askHubs()).isZero();
            hub.world.store.clock.advance(Duration.ofDays(2));
            assertThat(hub.askHubs()).isEqualTo(1);
        }
    }

    @Test
    void a_hub_that_fails_is_asked_more_and_more_seldom() {
        try (FeedWithHub hub = new FeedWithHub(TestDatabase.H2)) {
            hub.world.publisher.answersAt("/hub", 500, Map.of(), "");
            hub.askHubs();
            hub.world.store.clock.advance(Duration.ofHours(7));
            assertThat(hub.askHubs()).isEqualTo(1);
            hub.world.store.clock.advance(Duration.ofHours(7));
            assertThat(hub.askHubs()).isZero();
            hub.world.store.clock.advance(Duration.ofHours(6));
            assertThat(hub.askHubs()).isEqualTo(1);
        }
    }

    @Test
    void a_hub_hears_that_nobody_follows_the_feed_any_more() {
        try (FeedWithHub hub = new FeedWithHub(TestDatabase.H2).agreed()) {
            hub.world.store.subscribing.unsubscribe(hub.world.store.account, hub.world.feed);

            assertThat(hub.announces().statusCode()).isEqualTo(410);
            assertThat(hub.us.send("POST", "/websub/0123", FeedWithHub.RSS).statusCode())
                    .isEqualTo(410);
        }
    }

    @Test
    void a_feed_that_names_another_hub_is_announced_by_that_one_under_a_new_token() {
        try (FeedWithHub hub = new FeedWithHub(TestDatabase.H2).agreed()) {
            String old = hub.callback();
            String link = "<" + hub.world.publisher.url("/hub2") + ">; rel=hub";
            hub.world.publisher.answersAt("/hub2", 202, Map.of(), "");
            hub.world.publisher.answers(200, Map.of("Link", link), FeedServer.rss("2|Second|Two"));
            hub.world.pollAfter(Duration.ofHours(1));

            assertThat(hub.askHubs()).isEqualTo(1);
            assertThat(hub.callback()).isNotEqualTo(old);
            assertThat(hub.us.send("POST", old, FeedWithHub.RSS).statusCode()).isEqualTo(410);
        }
    }

    @Test
    void a_feed_that_names_no_hub_any_more_is_not_announced() {
        try (FeedWithHub hub = new FeedWithHub(TestDatabase.H2).agreed()) {
            hub.world.publisher.answers(200, Map.of(), FeedServer.rss("2|Second|Two"));
            hub.world.pollAfter(Duration.ofHours(1));

            assertThat(hub.announces().statusCode()).isEqualTo(410);
        }
    }
}
