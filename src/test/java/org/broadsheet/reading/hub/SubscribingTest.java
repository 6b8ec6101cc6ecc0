package org.broadsheet.reading.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.broadsheet.config.Config.AccessMode;
import org.broadsheet.model.FeedId;
import org.broadsheet.reading.TestStore;
import org.broadsheet.reading.hub.HubWorld.Plan;
import org.broadsheet.store.OnBothDatabases;
import org.broadsheet.store.TestDatabase;
import org.junit.jupiter.api.Test;

class SubscribingTest {
    @OnBothDatabases
    void a_callback_is_asked_whether_it_wants_what_was_asked_for_in_its_name(TestDatabase kind) {
        try (HubWorld world = new HubWorld(TestStore.on(kind), Plan.usual())) {
            HttpResponse<String> answer = world.ask(
                    "hub.mode",
                    "subscribe",
                    "hub.topic",
                    HubWorld.TOPIC,
                    "hub.callback",
                    world.callbacks.url("/ann?key=a%2Fb"),
                    "hub.lease_seconds",
                    "7200");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            assertThat(world.hub.subscribers()).isZero();
            world.settle();
            Map<String, String> question = world.callbacks.questions.get(0);
            assertThat(question)
                    .containsEntry("key", "a/b")
                    .containsEntry("hub.mode", "subscribe")
                    .containsEntry("hub.topic", HubWorld.TOPIC)
                    .containsEntry("hub.lease_seconds", "7200");
            assertThat(question.get("hub.challenge")).matches("[0-9a-f]{64}");
            assertThat(world.hub.subscribers()).isEqualTo(1);
        }
    }

    @Test
    void an_answer_that_is_not_exactly_the_challenge_gives_no_subscription() {
        try (HubWorld world = new HubWorld()) {
            world.callbacks.answersQuestions("/eve", "yes");
            world.subscribe(HubWorld.TOPIC, world.callbacks.url("/eve"));
            world.settle();
            world.store.entries(world.store.feed("http://a.example/feed", null), "first");
            world.settle();

            assertThat(world.callbacks.questions).hasSize(1);
            assertThat(world.callbacks.posts).isEmpty();
            assertThat(world.hub.subscribers()).isZero();
        }
    }

    @Test
    void a_callback_that_is_not_there_gives_no_subscription() {
        try (HubWorld world = new HubWorld()) {
            assertThat(world.subscribe(HubWorld.TOPIC, "http://127.0.0.1:1/x").statusCode())
                    .isEqualTo(202);
            world.settle();
            assertThat(world.hub.subscribers()).isZero();
        }
    }

    @Test
    void a_lease_is_what_was_asked_for_within_limits_and_ends() {
        try (HubWorld world = new HubWorld().with("/ann")) {
            assertThat(world.callbacks.questions.get(0)).containsEntry("hub.lease_seconds", "864000");
            FeedId feed = world.store.feed("http://a.example/feed", null);
            world.store.clock.advance(Duration.ofDays(10).minusSeconds(1));
            world.store.entries(feed, "in time");
            world.settle();
            world.store.clock.advance(Duration.ofSeconds(1));
            world.store.entries(feed, "too late");
            world.settle();

            assertThat(world.callbacks.titles("/ann")).containsExactly("in time");
            assertThat(world.hub.subscribers()).isZero();
        }
    }

    @OnBothDatabases
    void a_renewal_brings_a_new_lease_and_secret_and_until_it_is_confirmed_the_old_ones_hold(TestDatabase kind) {
        try (HubWorld world = new HubWorld(TestStore.on(kind), Plan.usual()).with("/ann")) {
            world.callbacks.answersQuestions("/ann", "not now");
            FeedId feed = world.store.feed("http://a.example/feed", null);
            String[] renewal = {
                "hub.mode",
                "subscribe",
                "hub.topic",
                HubWorld.TOPIC,
                "hub.callback",
                world.callbacks.url("/ann"),
                "hub.secret",
                "new",
                "hub.lease_seconds",
                "2000000"
            };
            world.ask(renewal);
            world.store.entries(feed, "first");
            world.settle();
            assertThat(world.callbacks.to("/ann").get(0).header("X-hub-signature"))
                    .isEmpty();

            world.callbacks.answersQuestionsProperly("/ann");
            world.ask(renewal);
            world.settle();
            world.store.clock.advance(Duration.ofDays(20));
            world.store.entries(feed, "second");
            world.settle();
            assertThat(world.callbacks.to("/ann").get(1).header("X-hub-signature"))
                    .startsWith("sha256=");
            assertThat(world.callbacks.titles("/ann")).containsExactly("first", "second");
        }
    }

    @OnBothDatabases
    void unsubscribing_is_confirmed_too_and_ends_it(TestDatabase kind) {
        try (HubWorld world =
                new HubWorld(TestStore.on(kind), Plan.usual()).with("/ann").with("/bob")) {
            FeedId feed = world.store.feed("http://a.example/feed", null);
            world.callbacks.answersQuestions("/bob", "it was not me");
            for (String path : List.of("/ann", "/bob")) {
                assertThat(world.ask(
                                        "hub.mode",
                                        "unsubscribe",
                                        "hub.topic",
                                        HubWorld.TOPIC,
                                        "hub.callback",
                                        world.callbacks.url(path))
                                .statusCode())
                        .isEqualTo(202);
            }
            world.settle();
            world.store.entries(feed, "first");
            world.settle();

            assertThat(world.callbacks.titles("/ann")).isEmpty();
            assertThat(world.callbacks.titles("/bob")).containsExactly("first");
            assertThat(world.ask(
                                    "hub.mode",
                                    "unsubscribe",
                                    "hub.topic",
                                    HubWorld.TOPIC,
                                    "hub.callback",
                                    world.callbacks.url("/ann"))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_request_is_not_forgotten_when_the_server_stops_before_it_is_confirmed() {
        HubWorld before = new HubWorld();
        try (Callbacks callbacks = new Callbacks()) {
            before.subscribe(HubWorld.TOPIC, callbacks.url("/ann"));
            before.stop();
            try (HubWorld after = new HubWorld(TestStore.again(before.store.place), Plan.usual())) {
                after.settle();
                assertThat(after.hub.subscribers()).isEqualTo(1);
            }
        }
    }

    @Test
    void only_streams_that_are_open_to_all_are_topics_and_only_by_their_own_address() {
        try (HubWorld world = new HubWorld()) {
            FeedId feed = world.store.feed("http://a.example/feed", "World");
            String token = world.store
                    .room
                    .privateAddresses()
                    .make(world.store.account, "feeds/" + feed, "")
                    .orElseThrow();
            String callback = world.callbacks.url("/ann");
            for (String sound : List.of(
                    "/feed.rss",
                    "/feed.json",
                    "/folders/world/feed.atom",
                    "/feeds/" + feed + "/feed.atom",
                    "/feed.atom?content=summary")) {
                assertThat(world.subscribe(HubWorld.BASE + sound, callback).statusCode())
                        .as(sound)
                        .isEqualTo(202);
            }
            for (String other : List.of(
                    "/private/" + token + "/feed.atom",
                    "/starred/feed.atom",
                    "/unread/feed.atom",
                    "/folders/nowhere/feed.atom",
                    "/feed.xml",
                    "/feed",
                    "/feed.atom?limit=5",
                    "/./feed.atom",
                    "/feeds/0" + feed + "/feed.atom",
                    "")) {
                HttpResponse<String> answer = world.subscribe(HubWorld.BASE + other, callback);
                assertThat(answer.statusCode()).as(other).isEqualTo(404);
                assertThat(answer.body()).contains("rel=self");
            }
            assertThat(world.subscribe("https://news.example.org.evil.example/feed.atom", callback)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_bad_request_is_told_what_is_wrong_with_it() {
        try (HubWorld world = new HubWorld()) {
            String good = "https://reader.example/callback";
            assertThat(bad(world, "hub.topic", HubWorld.TOPIC, "hub.callback", good))
                    .contains("hub.mode");
            assertThat(bad(world, "hub.mode", "publish")).contains("by itself");
            assertThat(bad(world, "hub.mode", "subscribe", "hub.callback", good))
                    .contains("hub.topic");
            for (String callback : List.of(
                    "",
                    "reader.example",
                    "ftp://reader.example/",
                    "javascript:alert(1)",
                    "http://",
                    "http://me:pw@reader.example/",
                    "http://reader.example/#x",
                    "http://reader.example/" + "x".repeat(2_000))) {
                assertThat(bad(world, "hub.mode", "subscribe", "hub.topic", HubWorld.TOPIC, "hub.callback", callback))
                        .as(callback)
                        .contains("hub.callback");
            }
            assertThat(bad(
                            world,
                            "hub.mode",
                            "subscribe",
                            "hub.topic",
                            HubWorld.TOPIC,
                            "hub.callback",
                            good,
                            "hub.secret",
                            "é".repeat(100)))
                    .contains("hub.secret");
            assertThat(bad(
                            world,
                            "hub.mode",
                            "subscribe",
                            "hub.topic",
                            HubWorld.TOPIC,
                            "hub.callback",
                            good,
                            "hub.lease_seconds",
                            "-1"))
                    .contains("hub.lease_seconds");
            assertThat(world.send("{}", "Content-Type", "application/json").statusCode())
                    .isEqualTo(415);
        }
    }

    private static String bad(HubWorld world, String... fields) {
        HttpResponse<String> answer = world.ask(fields);
        assertThat(answer.statusCode()).as(String.join(" ", fields)).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return answer.body();
    }

    @Test
    void a_callback_that_must_not_be_asked_is_refused_and_never_is() {
        try (HubWorld world = new HubWorld(TestStore.h2(), Plan.usual().allowing("192.0.2.0/24"))) {
            for (String callback : List.of(
                    world.callbacks.url("/ann"),
                    "http://localhost:8080/",
                    "http://10.0.0.1/",
                    "http://[::1]/",
                    "http://2130706433/",
                    "http://169.254.169.254/latest")) {
                HttpResponse<String> answer = world.subscribe(HubWorld.TOPIC, callback);
                assertThat(answer.statusCode()).as(callback).isEqualTo(403);
            }
            // A name is looked up when it is asked, and then at the address that was checked.
            world.subscribe(HubWorld.TOPIC, world.callbacks.url("/ann").replace("127.0.0.1", "ip6-localhost"));
            world.settle();
            assertThat(world.callbacks.questions).isEmpty();
            assertThat(world.hub.subscribers()).isZero();
        }
    }

    @Test
    void there_are_limits_for_a_host_and_for_all_but_renewals_go_on() {
        try (HubWorld world = new HubWorld(TestStore.h2(), Plan.usual().taking(3, 2)).with("/1")) {
            assertThat(world.subscribe(HubWorld.TOPIC, world.callbacks.url("/2"))
                            .statusCode())
                    .isEqualTo(202);
            HttpResponse<String> third = world.subscribe(HubWorld.TOPIC, world.callbacks.url("/3"));
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.body()).contains("2 subscriptions of 127.0.0.1");
            assertThat(world.subscribe(HubWorld.TOPIC, "https://a.reader.example/")
                            .statusCode())
                    .isEqualTo(202);
            assertThat(world.subscribe(HubWorld.TOPIC, "https://b.other.example/")
                            .statusCode())
                    .isEqualTo(503);
            assertThat(world.subscribe(HubWorld.TOPIC, world.callbacks.url("/1"))
                            .statusCode())
                    .isEqualTo(202);
        }
    }

    @Test
    void a_host_whose_callbacks_never_confirm_is_not_asked_on_and_on() {
        try (HubWorld world = new HubWorld()) {
            int asked = 0;
            while (world.subscribe(HubWorld.TOPIC, world.callbacks.url("/" + asked))
                            .statusCode()
                    == 202) {
                world.callbacks.answersQuestions("/" + asked, "no");
                world.settle();
                asked++;
            }
            assertThat(world.callbacks.questions).hasSize(asked).hasSize(60);
        }
    }

    @Test
    void whoever_may_read_may_subscribe_and_no_page_of_another_site() {
        try (HubWorld open = new HubWorld(TestStore.h2(), Plan.usual().in(AccessMode.PUBLIC));
                HubWorld closed = new HubWorld(TestStore.h2(), Plan.usual().in(AccessMode.ACCOUNTS))) {
            String callback = open.callbacks.url("/ann");
            assertThat(open.subscribe(HubWorld.TOPIC, callback).statusCode()).isEqualTo(202);
            assertThat(closed.subscribe(HubWorld.TOPIC, callback).statusCode()).isEqualTo(401);
            String form = "hub.mode=subscribe&hub.callback=https://evil.example/&hub.topic=" + HubWorld.TOPIC;
            assertThat(open.send(
                                    form,
                                    "Origin",
                                    "https://evil.example",
                                    "Content-Type",
                                    "application/x-www-form-urlencoded")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void streams_open_to_all_name_the_hub_in_every_format_and_others_do_not() {
        try (HubWorld world = new HubWorld()) {
            world.store.entries(world.store.feed("http://a.example/feed", "World"), "first");
            String hub = HubWorld.BASE + "/hub";
            assertThat(world.get("/feed.atom").body()).contains("<link rel=\"hub\" href=\"" + hub + "\" />");
            assertThat(world.get("/feed.rss").body()).contains("<atom:link rel=\"hub\" href=\"" + hub + "\" />");
            assertThat(world.get("/feed.json").body())
                    .contains("\"hubs\":[{\"type\":\"WebSub\",\"url\":\"" + hub + "\"}]");
            assertThat(world.get("/folders/world/feed.atom").headers().firstValue("Link"))
                    .hasValue("<" + hub + ">; rel=\"hub\", <" + HubWorld.BASE
                            + "/folders/world/feed.atom>; rel=\"self\"");
            for (String other : List.of("/starred/feed.atom", "/feed.atom?limit=5", "/feed.json?since=0")) {
                HttpResponse<String> answer = world.get(other);
                assertThat(answer.statusCode()).as(other).isEqualTo(200);
                assertThat(answer.body()).as(other).doesNotContain("/hub");
                assertThat(answer.headers().firstValue("Link")).as(other).isEmpty();
            }
        }
    }
}
