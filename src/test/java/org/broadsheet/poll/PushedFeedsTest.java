package org.broadsheet.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.HubLease;
import org.broadsheet.store.OnBothDatabases;
import org.broadsheet.store.TestDatabase;

/** Hubs and polls at the same time, and hubs that come, go and change. */
class PushedFeedsTest {
    private static final Duration DAY = Duration.ofDays(1);

    @OnBothDatabases
    void the_late_answer_of_a_hub_does_not_put_off_the_one_that_the_feed_names_meanwhile(TestDatabase kind) {
        try (FeedWithHub hub = new FeedWithHub(kind)) {
            hub.world.publisher.answersAt("/hub", 500, Map.of(), "");
            hub.world.store.clock.advance(Duration.ofHours(1));
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
}
