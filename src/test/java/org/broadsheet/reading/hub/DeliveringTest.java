package org.broadsheet.reading.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.NewEntry;
import org.broadsheet.model.SubscriptionSettings;
import org.broadsheet.reading.TestStore;
import org.broadsheet.reading.hub.HubWorld.Plan;
import org.broadsheet.store.OnBothDatabases;
import org.broadsheet.store.TestDatabase;
import org.broadsheet.text.HubSignature;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliveringTest {
    @OnBothDatabases
    void news_are_sent_alone_and_once_with_who_sends_them_and_where_they_are_from(TestDatabase kind) {
        try (HubWorld world = new HubWorld(TestStore.on(kind), Plan.usual())) {
            FeedId feed = world.store.feed("http://a.example/feed", null);
            world.store.entries(feed, "old");
            world.with("/ann");
            assertThat(world.callbacks.posts).isEmpty();

            world.store.entries(feed, "first", "second");
            world.settle();
            world.store.edit(id(world, "old"), "old corrected", "<p>Corrected.</p>");
            world.settle();
            world.settle();

            List<Callbacks.Post> posts = world.callbacks.posts;
            assertThat(posts)
                    .extracting(Callbacks.Post::titles)
                    .containsExactly(List.of("second", "first"), List.of("old corrected"));
            assertThat(posts.get(0).header("Content-type")).isEqualTo("application/atom+xml; charset=utf-8");
            assertThat(posts.get(0).header("Link"))
                    .isEqualTo("<https://news.example.org/hub>; rel=\"hub\", <" + HubWorld.TOPIC + ">; rel=\"self\"");
            assertThat(posts.get(0).text()).contains("rel=\"self\" href=\"" + HubWorld.TOPIC + "\"");
            assertThat(posts.get(0).header("X-hub-signature")).isEmpty();
        }
    }

    @Test
    void each_topic_has_the_entries_of_its_stream_and_is_in_its_format() {
        try (HubWorld world = new HubWorld()) {
            FeedId inFolder = world.store.feed("http://a.example/feed", "World");
            FeedId outside = world.store.feed("http://b.example/feed", null);
            for (String topic : List.of("/folders/world/feed.atom", "/feeds/" + outside + "/feed.rss", "/feed.json")) {
                world.subscribe(HubWorld.BASE + topic, world.callbacks.url(topic));
            }
            world.settle();
            world.store.entries(inFolder, "Vote");
            world.settle();
            world.store.entries(outside, "Comet");
            world.settle();

            assertThat(world.callbacks.titles("/folders/world/feed.atom")).containsExactly("Vote");
            List<Callbacks.Post> rss = world.callbacks.to("/feeds/" + outside + "/feed.rss");
            assertThat(rss).hasSize(1);
            assertThat(rss.get(0).header("Content-type")).startsWith("application/rss+xml");
            assertThat(rss.get(0).text()).contains("Comet").doesNotContain("Vote");
            assertThat(world.callbacks.to("/feed.json"))
                    .hasSize(2)
                    .allMatch(post -> post.header("Content-type").startsWith("application/feed+json"));
        }
    }

    @Test
    void news_are_signed_with_the_secret_of_the_subscriber() {
        try (HubWorld world = new HubWorld()) {
            world.ask(
                    "hub.mode",
                    "subscribe",
                    "hub.topic",
                    HubWorld.TOPIC,
                    "hub.callback",
                    world.callbacks.url("/ann"),
                    "hub.secret",
                    "wörd");
            world.settle();
            world.store.entries(world.store.feed("http://a.example/feed", null), "Schön");
            world.settle();

            Callbacks.Post post = world.callbacks.posts.get(0);
            byte[] body = post.text().getBytes(StandardCharsets.UTF_8);
            assertThat(post.header("X-hub-signature")).startsWith("sha256=");
            assertThat(HubSignature.holds(post.header("X-hub-signature"), "wörd", body))
                    .isTrue();
            assertThat(HubSignature.holds(post.header("X-hub-signature"), "word", body))
                    .isFalse();
        }
    }

    @OnBothDatabases
    void who_fails_gets_all_that_he_missed_later_and_is_left_alone_in_between(TestDatabase kind) {
        try (HubWorld world = new HubWorld(TestStore.on(kind), Plan.usual()).with("/ann")) {
            FeedId feed = world.store.feed("http://a.example/feed", null);
            world.callbacks.answersNews("/ann", 500);
            world.store.entries(feed, "first");
            world.settle();
            world.store.entries(feed, "second");
            world.settle();
            assertThat(world.callbacks.posts).hasSize(1);

            world.callbacks.answersNews("/ann", 202);
            world.settleAfter(Duration.ofMinutes(1));
            assertThat(world.callbacks.to("/ann"))
                    .extracting(Callbacks.Post::titles)
                    .containsExactly(List.of("first"), List.of("second", "first"));
        }
    }

    @Test
    void news_whose_acknowledgement_was_lost_come_again_byte_for_byte() {
        try (HubWorld world = new HubWorld().with("/ann")) {
            FeedId feed = world.store.feed("http://a.example/feed", null);
            world.callbacks.on("/ann", exchange -> exchange.close());
            world.store.entries(feed, "first");
            world.settle();
            world.callbacks.answersNews("/ann", 200);
            world.settleAfter(Duration.ofMinutes(1));

            List<Callbacks.Post> posts = world.callbacks.to("/ann");
            assertThat(posts).hasSize(2);
            assertThat(posts.get(1).text()).isEqualTo(posts.get(0).text());
        }
    }

    @Test
    void a_wish_to_be_left_alone_is_kept_and_a_redirect_is_not_followed() {
        try (HubWorld world = new HubWorld().with("/ann").with("/bob")) {
            world.callbacks.on("/ann", exchange -> {
                exchange.getResponseHeaders().set("Retry-After", "7200");
                exchange.sendResponseHeaders(503, -1);
            });
            world.callbacks.on("/bob", exchange -> {
                exchange.getResponseHeaders().set("Location", "/elsewhere");
                exchange.sendResponseHeaders(307, -1);
            });
            world.store.entries(world.store.feed("http://a.example/feed", null), "first");
            world.settle();
            world.settleAfter(Duration.ofMinutes(119));
            assertThat(world.callbacks.to("/ann")).hasSize(1);
            assertThat(world.callbacks.to("/bob")).hasSize(2);
            world.settleAfter(Duration.ofMinutes(2));
            assertThat(world.callbacks.to("/ann")).hasSize(2);
            assertThat(world.callbacks.to("/elsewhere")).isEmpty();
        }
    }

    @OnBothDatabases
    void who_renews_while_news_is_under_way_is_not_sent_it_twice(TestDatabase kind) {
        try (HubWorld world = new HubWorld(TestStore.on(kind), Plan.usual()).with("/ann")) {
            Semaphore taking = new Semaphore(0);
            world.callbacks.on("/ann", exchange -> {
                taking.acquire();
                exchange.sendResponseHeaders(200, -1);
            });
            world.store.entries(world.store.feed("http://a.example/feed", null), "first");
            List<CompletableFuture<Void>> underWay = world.hub.round();
            world.with("/ann");
            taking.release(2);
            underWay.forEach(CompletableFuture::join);
            world.settle();
            assertThat(world.callbacks.titles("/ann")).containsExactly("first");
        }
    }

    @Test
    void who_waits_after_a_failure_is_tried_again_when_he_renews() {
        try (HubWorld world = new HubWorld().with("/ann")) {
            world.callbacks.on("/ann", exchange -> {
                exchange.getResponseHeaders().set("Retry-After", "7200");
                exchange.sendResponseHeaders(503, -1);
            });
            world.store.entries(world.store.feed("http://a.example/feed", null), "first");
            world.settle();
            world.callbacks.answersNews("/ann", 200);
            world.with("/ann");
            assertThat(world.callbacks.titles("/ann")).containsExactly("first", "first");
        }
    }

    @Test
    void who_is_gone_is_told_nothing_more() {
        try (HubWorld world = new HubWorld().with("/ann")) {
            FeedId feed = world.store.feed("http://a.example/feed", null);
            world.callbacks.answersNews("/ann", 410);
            world.store.entries(feed, "first");
            world.settle();
            assertThat(world.hub.subscribers()).isZero();
            world.store.entries(feed, "second");
            world.settleAfter(Duration.ofDays(1));
            assertThat(world.callbacks.posts).hasSize(1);
        }
    }

    @Test
    void who_fails_for_a_day_is_given_up() {
        try (HubWorld world = new HubWorld().with("/ann")) {
            world.callbacks.answersNews("/ann", 500);
            world.store.entries(world.store.feed("http://a.example/feed", null), "first");
            world.settle();
            int hours = 0;
            while (world.hub.subscribers() > 0 && hours < 100) {
                IntStream.range(0, 12).forEach(step -> world.settleAfter(Duration.ofMinutes(5)));
                hours++;
            }
            assertThat(hours).isBetween(20, 30);
            assertThat(world.callbacks.posts).hasSize(17);
            assertThat(world.hub.counts().dropped().sum()).isEqualTo(1);
        }
    }

    @OnBothDatabases
    void subscriptions_and_what_was_not_delivered_outlive_a_restart(TestDatabase kind) {
        TestStore store = TestStore.on(kind);
        try (Callbacks callbacks = new Callbacks()) {
            HubWorld before = new HubWorld(store, Plan.usual());
            before.subscribe(HubWorld.TOPIC, callbacks.url("/ann"));
            before.settle();
            store.entries(store.feed("http://a.example/feed", null), "first");
            before.stop();

            try (HubWorld after = new HubWorld(TestStore.again(store.place), Plan.usual())) {
                after.settle();
                assertThat(callbacks.titles("/ann")).containsExactly("first");
            }
        }
    }

    @Test
    void much_news_comes_in_pieces_the_earliest_first_and_nothing_is_lost() {
        try (HubWorld world = new HubWorld().with("/ann")) {
            FeedId feed = world.store.feed("http://a.example/feed", null);
            world.store.put(
                    feed,
                    IntStream.range(0, 250)
                            .mapToObj(i -> TestStore.entry("story " + i, TestStore.NOON.plusSeconds(i)))
                            .toArray(NewEntry[]::new));
            world.settle();

            List<Callbacks.Post> posts = world.callbacks.to("/ann");
            assertThat(posts).extracting(post -> post.titles().size()).containsExactly(100, 100, 50);
            assertThat(posts.get(0).titles()).contains("story 0").doesNotContain("story 100");
            assertThat(world.callbacks.titles("/ann")).hasSize(250).doesNotHaveDuplicates();
        }
    }

    @OnBothDatabases
    void of_a_feed_that_is_moved_into_a_folder_what_came_after_the_last_news_there_is_sent(TestDatabase kind) {
        try (HubWorld world = new HubWorld(TestStore.on(kind), Plan.usual())) {
            FeedId inFolder = world.store.feed("http://a.example/feed", "World");
            FeedId moved = world.store.feed("http://b.example/feed", null);
            String topic = "/folders/world/feed.atom";
            world.subscribe(HubWorld.BASE + topic, world.callbacks.url("/ann"));
            world.settle();
            world.store.entries(moved, "older");
            world.store.entries(inFolder, "first");
            world.settle();
            world.store.entries(moved, "later");
            world.settle();
            assertThat(world.callbacks.titles("/ann")).containsExactly("first");

            settle(world, moved, FolderPath.parse("World"));
            world.settleAfter(Duration.ofMinutes(1));
            assertThat(world.callbacks.titles("/ann")).containsExactly("first", "later");
            assertThat(world.get(topic).body()).contains("<title>older</title>");

            settle(world, moved, null);
            world.store.entries(moved, "elsewhere");
            world.settleAfter(Duration.ofMinutes(1));
            assertThat(world.callbacks.titles("/ann")).containsExactly("first", "later");
        }
    }

    private static void settle(HubWorld world, FeedId feed, @Nullable FolderPath folder) {
        assertThat(world.store.subscribing.settle(
                        world.store.account, feed, new SubscriptionSettings("", folder, null)))
                .isTrue();
    }

    @Test
    void long_news_come_in_pieces_of_two_megabytes_and_a_longer_one_alone() {
        try (HubWorld world = new HubWorld().with("/ann")) {
            world.store.entries(world.store.feed("http://a.example/feed", null), "a", "b", "c", "d", "e");
            world.settle();
            world.callbacks.posts.clear();
            Map.of("a", 600, "b", 600, "c", 3_000, "d", 600, "e", 600).entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(edit -> world.store.edit(
                            id(world, edit.getKey()), edit.getKey(), "x".repeat(edit.getValue() << 10)));
            world.settle();

            List<Callbacks.Post> posts = world.callbacks.to("/ann");
            assertThat(posts.stream().flatMap(post -> post.titles().stream()))
                    .containsExactlyInAnyOrder("a", "b", "c", "d", "e");
            assertThat(posts)
                    .filteredOn(post -> post.text().length() > 2 << 20)
                    .extracting(Callbacks.Post::titles)
                    .containsExactly(List.of("c"));
            assertThat(posts.get(posts.size() - 1).titles()).containsExactlyInAnyOrder("d", "e");
        }
    }

    @Test
    void what_comes_between_the_request_and_its_confirmation_is_sent_too() {
        try (HubWorld world = new HubWorld()) {
            FeedId feed = world.store.feed("http://a.example/feed", null);
            world.subscribe(HubWorld.TOPIC, world.callbacks.url("/ann"));
            world.store.entries(feed, "first");
            world.settle();
            assertThat(world.callbacks.titles("/ann")).containsExactly("first");
        }
    }

    @OnBothDatabases
    void who_has_all_that_is_left_of_a_stream_is_not_looked_after_again_and_again(TestDatabase kind) {
        try (HubWorld world = new HubWorld(TestStore.on(kind), Plan.usual())) {
            FeedId stays = world.store.feed("http://a.example/feed", "World");
            FeedId leaves = world.store.feed("http://b.example/feed", "World");
            world.subscribe(HubWorld.BASE + "/folders/world/feed.atom", world.callbacks.url("/ann"));
            world.settle();
            world.store.entries(stays, "first");
            world.settle();
            world.callbacks.answersNews("/ann", 500);
            world.store.entries(leaves, "second");
            world.settle();
            world.store.subscribing.unsubscribe(world.store.account, leaves);
            world.callbacks.answersNews("/ann", 200);
            world.settleAfter(Duration.ofHours(1));

            world.store.clock.advance(Duration.ofHours(1));
            assertThat(world.hub.round()).isEmpty();
            world.store.entries(stays, "third");
            world.settle();
            assertThat(world.callbacks.titles("/ann")).containsExactly("first", "second", "third");
        }
    }

    private static EntryId id(HubWorld world, String title) {
        return world.store.all().stream()
                .map(headline -> headline.entry())
                .filter(entry -> entry.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
