package org.broadsheet.reading.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.broadsheet.model.FeedId;
import org.broadsheet.reading.TestStore;
import org.broadsheet.reading.hub.HubWorld.Plan;
import org.broadsheet.store.OnBothDatabases;
import org.broadsheet.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What callbacks are asked, and told, when something is in the way. */
class ConfirmingTest {
    @OnBothDatabases
    void a_callback_that_is_down_is_asked_again_and_has_its_subscription_and_what_came_meanwhile(TestDatabase kind) {
        try (HubWorld world = new HubWorld(TestStore.on(kind), Plan.usual())) {
            FeedId feed = world.store.feed("http://a.example/feed", null);
            world.callbacks.onQuestion("/ann", exchange -> exchange.sendResponseHeaders(503, -1));
            world.subscribe(HubWorld.TOPIC, world.callbacks.url("/ann"));
            world.settle();
            world.store.entries(feed, "first");
            world.settleAfter(Duration.ofSeconds(20));
            assertThat(world.callbacks.questions).hasSize(1);

            world.callbacks.answersQuestionsProperly("/ann");
            world.settleAfter(Duration.ofSeconds(20));
            assertThat(world.hub.subscribers()).isEqualTo(1);
            assertThat(world.callbacks.titles("/ann")).containsExactly("first");
        }
    }

    @Test
    void a_callback_that_stays_down_is_given_up_after_four_questions() {
        try (HubWorld world = new HubWorld()) {
            world.callbacks.onQuestion("/ann", exchange -> exchange.close());
            world.subscribe(HubWorld.TOPIC, world.callbacks.url("/ann"));
            world.settle();
            for (int minute = 0; minute < 60; minute++) {
                world.settleAfter(Duration.ofMinutes(1));
            }
            assertThat(world.callbacks.questions).hasSize(4);
            assertThat(world.hub.counts().unconfirmed().sum()).isEqualTo(1);
            world.callbacks.answersQuestionsProperly("/ann");
            world.settleAfter(Duration.ofHours(1));
            assertThat(world.hub.subscribers()).isZero();
        }
    }

    @Test
    void a_callback_that_refuses_is_not_asked_again() {
        try (HubWorld world = new HubWorld()) {
            world.callbacks.onQuestion("/ann", exchange -> exchange.sendResponseHeaders(404, -1));
            world.subscribe(HubWorld.TOPIC, world.callbacks.url("/ann"));
            world.settle();
            world.settleAfter(Duration.ofHours(1));
            assertThat(world.callbacks.questions).hasSize(1);
        }
    }

    @Test
    void a_host_that_is_doubted_is_not_asked_again_by_itself() {
        try (HubWorld world = new HubWorld()) {
            for (int i = 0; i < 60; i++) {
                world.callbacks.onQuestion("/" + i, exchange -> exchange.sendResponseHeaders(500, -1));
                world.subscribe(HubWorld.TOPIC, world.callbacks.url("/" + i));
            }
            world.settle();
            int asked = world.callbacks.questions.size();
            world.settleAfter(Duration.ofMinutes(1));
            world.settleAfter(Duration.ofMinutes(2));
            assertThat(asked).isEqualTo(60);
            assertThat(world.callbacks.questions).hasSizeLessThanOrEqualTo(60 + 59);
        }
    }

    @Test
    void who_asks_again_after_his_callback_was_down_waits_a_minute_at_most() {
        try (HubWorld world = new HubWorld()) {
            world.callbacks.onQuestion("/ann", exchange -> {
                exchange.getResponseHeaders().set("Retry-After", "7200");
                exchange.sendResponseHeaders(503, -1);
            });
            world.subscribe(HubWorld.TOPIC, world.callbacks.url("/ann"));
            world.settle();
            world.settleAfter(Duration.ofMinutes(10));
            assertThat(world.callbacks.questions).hasSize(1);

            world.callbacks.answersQuestionsProperly("/ann");
            world.subscribe(HubWorld.TOPIC, world.callbacks.url("/ann"));
            world.settleAfter(Duration.ofMinutes(1));
            assertThat(world.hub.subscribers()).isEqualTo(1);
        }
    }

    @OnBothDatabases
    void who_follows_a_stream_that_is_gone_for_an_hour_is_told_so_and_his_subscription_ends(TestDatabase kind) {
        try (HubWorld world = new HubWorld(TestStore.on(kind), Plan.usual())) {
            FeedId feed = world.store.feed("http://a.example/feed", null);
            String topic = HubWorld.BASE + "/feeds/" + feed + "/feed.atom";
            world.with("/bob").subscribe(topic, world.callbacks.url("/ann?key=1"));
            world.settle();
            world.store.subscribing.unsubscribe(world.store.account, feed);
            world.settleAfter(Duration.ofMinutes(1));
            world.settleAfter(Duration.ofMinutes(59));
            assertThat(world.hub.subscribers()).isEqualTo(2);

            world.callbacks.onQuestion("/ann", exchange -> exchange.sendResponseHeaders(500, -1));
            world.settleAfter(Duration.ofMinutes(1));
            world.callbacks.onQuestion("/ann", exchange -> exchange.sendResponseHeaders(200, -1));
            world.settleAfter(Duration.ofMinutes(1));
            world.settleAfter(Duration.ofHours(1));
            Map<String, String> denial =
                    Map.of("key", "1", "hub.mode", "denied", "hub.topic", topic, "hub.reason", "The stream is gone.");
            assertThat(world.callbacks.questions.subList(2, world.callbacks.questions.size()))
                    .containsExactly(denial, denial);
            assertThat(world.hub.subscribers()).isEqualTo(1);
        }
    }

    @Test
    void a_stream_that_comes_back_within_the_hour_keeps_its_subscribers() {
        try (HubWorld world = new HubWorld()) {
            FeedId feed = world.store.feed("http://a.example/feed", null);
            world.subscribe(HubWorld.BASE + "/feeds/" + feed + "/feed.atom", world.callbacks.url("/ann"));
            world.settle();
            world.store.subscribing.unsubscribe(world.store.account, feed);
            world.settleAfter(Duration.ofMinutes(1));
            assertThat(world.store.feed("http://a.example/feed", null)).isEqualTo(feed);
            world.settleAfter(Duration.ofHours(2));
            world.store.entries(feed, "first");
            world.settle();
            assertThat(world.callbacks.titles("/ann")).containsExactly("first");
        }
    }

    @Test
    void who_asked_for_a_stream_that_was_gone_before_he_confirmed_is_told_so() {
        try (HubWorld world = new HubWorld()) {
            FeedId feed = world.store.feed("http://a.example/feed", null);
            world.subscribe(HubWorld.BASE + "/feeds/" + feed + "/feed.atom", world.callbacks.url("/ann"));
            world.store.subscribing.unsubscribe(world.store.account, feed);
            world.settle();
            assertThat(world.callbacks.questions).hasSize(1);
            assertThat(world.callbacks.questions.get(0)).containsEntry("hub.mode", "denied");
            assertThat(world.hub.subscribers()).isZero();
        }
    }

    @Test
    @Timeout(60)
    void who_repeats_what_was_not_confirmed_hastens_nothing_and_is_not_taken_for_one_who_renews() throws Exception {
        try (HubWorld world = new HubWorld()) {
            Semaphore asked = new Semaphore(0);
            world.callbacks.onQuestion("/held", exchange -> {
                asked.release();
                world.callbacks.end.await();
            });
            String held = world.callbacks.url("/held");
            world.subscribe(HubWorld.TOPIC, held);
            world.hub.round();
            asked.acquire();
            assertThat(world.subscribe(HubWorld.TOPIC, held).statusCode()).isEqualTo(202);
            world.settle();
            assertThat(asked.tryAcquire()).isFalse();

            for (int i = 0; i < 60; i++) {
                world.callbacks.answersQuestions("/" + i, "no");
                world.subscribe(HubWorld.TOPIC, world.callbacks.url("/" + i));
            }
            world.settle();
            assertThat(world.subscribe(HubWorld.TOPIC, held).statusCode()).isEqualTo(429);
        }
    }

    @Test
    void a_renewal_that_is_never_confirmed_is_not_asked_about_on_and_on_and_hinders_nobody_else() {
        try (HubWorld world = new HubWorld().with("/ann").with("/bob")) {
            world.callbacks.answersQuestions("/ann", "it was not me");
            int asked = 0;
            while (asked < 100
                    && world.subscribe(HubWorld.TOPIC, world.callbacks.url("/ann"))
                                    .statusCode()
                            == 202) {
                world.settle();
                asked++;
            }
            assertThat(asked).isEqualTo(60);
            assertThat(world.subscribe(HubWorld.TOPIC, world.callbacks.url("/bob"))
                            .statusCode())
                    .isEqualTo(202);
        }
    }
}
