package org.broadsheet.reading.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.broadsheet.ingest.fetch.AddressGuard;
import org.broadsheet.ingest.fetch.FetchLimits;
import org.broadsheet.ingest.fetch.Fetcher;
import org.broadsheet.ingest.fetch.UserAgent;
import org.broadsheet.model.FeedId;
import org.broadsheet.reading.TestStore;
import org.broadsheet.reading.hub.HubWorld.Plan;
import org.broadsheet.store.OnBothDatabases;
import org.broadsheet.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The hub of somebody else is a real server on loopback. */
class PingsTest {
    private static Pings pings(HubWorld world, String hub, String... allowed) {
        Fetcher fetcher = new Fetcher(
                new FetchLimits(Duration.ofSeconds(20), 4_096, 1),
                AddressGuard.of(List.of(allowed)),
                new UserAgent("test", ""),
                world.store.clock);
        return new Pings(
                URI.create(world.callbacks.url(hub)),
                () -> world.topics.newest(world.store.account),
                HubTables.of(world.store.database, world.store.writer),
                fetcher,
                world.store.clock);
    }

    private static Pings pings(HubWorld world) {
        return pings(world, "/other", "127.0.0.0/8");
    }

    private static void tellAfter(Duration pause, HubWorld world, Pings pings) {
        world.store.clock.advance(pause);
        pings.tell();
    }

    /** The paths of the Atom documents with whole texts that a post names. */
    private static List<String> atoms(Callbacks.Post post) {
        return Arrays.stream(post.text().split("&"))
                .filter(field -> field.startsWith("hub.url="))
                .map(field -> URLDecoder.decode(field.substring("hub.url=".length()), StandardCharsets.UTF_8))
                .filter(address -> address.endsWith(".atom"))
                .map(address -> address.replace(HubWorld.BASE, ""))
                .toList();
    }

    @OnBothDatabases
    void a_hub_is_told_which_streams_changed_at_most_once_a_minute(TestDatabase kind) {
        try (HubWorld world = new HubWorld(TestStore.on(kind), Plan.usual());
                Pings pings = pings(world)) {
            FeedId inFolder = world.store.feed("http://a.example/feed", "World");
            FeedId outside = world.store.feed("http://b.example/feed", null);
            world.store.entries(inFolder, "before there was a hub");
            pings.tell();
            assertThat(world.callbacks.posts).isEmpty();

            world.store.entries(inFolder, "first");
            pings.tell();
            assertThat(world.callbacks.posts).hasSize(1);
            Callbacks.Post post = world.callbacks.to("/other").get(0);
            assertThat(post.header("Content-type")).startsWith("application/x-www-form-urlencoded");
            assertThat(post.text()).startsWith("hub.mode=publish&hub.url=");
            assertThat(atoms(post))
                    .containsExactlyInAnyOrder(
                            "/feed.atom", "/folders/world/feed.atom", "/feeds/" + inFolder + "/feed.atom");
            assertThat(post.text().split("hub\\.url=")).hasSize(1 + 3 * 3 * 2);

            world.store.entries(inFolder, "second");
            world.store.entries(outside, "third");
            tellAfter(Duration.ofSeconds(59), world, pings);
            assertThat(world.callbacks.posts).hasSize(1);
            tellAfter(Duration.ofSeconds(1), world, pings);
            assertThat(atoms(world.callbacks.posts.get(1)))
                    .containsExactlyInAnyOrder(
                            "/feed.atom",
                            "/folders/world/feed.atom",
                            "/feeds/" + inFolder + "/feed.atom",
                            "/feeds/" + outside + "/feed.atom");
            tellAfter(Duration.ofHours(1), world, pings);
            assertThat(world.callbacks.posts).hasSize(2);
        }
    }

    @Test
    void a_hub_that_fails_is_told_again_with_what_came_meanwhile_and_left_alone_in_between() {
        try (HubWorld world = new HubWorld();
                Pings pings = pings(world)) {
            FeedId one = world.store.feed("http://a.example/feed", null);
            FeedId two = world.store.feed("http://b.example/feed", null);
            pings.tell();
            world.callbacks.answersNews("/other", 500);
            world.store.entries(one, "first");
            pings.tell();
            world.store.entries(two, "second");
            tellAfter(Duration.ofSeconds(20), world, pings);
            assertThat(world.callbacks.posts).hasSize(1);
            for (int minute = 0; minute < 10; minute++) {
                tellAfter(Duration.ofMinutes(1), world, pings);
            }
            assertThat(world.callbacks.posts).hasSizeBetween(4, 5);

            world.callbacks.answersNews("/other", 204);
            tellAfter(Duration.ofHours(4), world, pings);
            int told = world.callbacks.posts.size();
            assertThat(atoms(world.callbacks.posts.get(told - 1)))
                    .contains("/feeds/" + one + "/feed.atom", "/feeds/" + two + "/feed.atom");
            tellAfter(Duration.ofHours(4), world, pings);
            assertThat(world.callbacks.posts).hasSize(told);
        }
    }

    @Test
    void what_was_not_told_is_told_after_a_restart() {
        try (HubWorld world = new HubWorld()) {
            FeedId feed = world.store.feed("http://a.example/feed", null);
            try (Pings before = pings(world)) {
                before.tell();
            }
            world.store.entries(feed, "first");
            try (Pings after = pings(world)) {
                after.tell();
            }
            assertThat(world.callbacks.posts).hasSize(1);
        }
    }

    @Test
    void a_hub_at_an_address_that_must_not_be_asked_is_not_asked() {
        try (HubWorld world = new HubWorld();
                Pings pings = pings(world, "/other", "192.0.2.0/24")) {
            FeedId feed = world.store.feed("http://a.example/feed", null);
            pings.tell();
            world.store.entries(feed, "first");
            pings.tell();
            tellAfter(Duration.ofHours(1), world, pings);
            assertThat(world.callbacks.posts).isEmpty();
        }
    }

    @Test
    @Timeout(60)
    void a_hub_that_hangs_holds_up_no_other_and_the_end_does_not_wait_for_it() throws Exception {
        try (HubWorld world = new HubWorld();
                Pings stuck = pings(world, "/stuck", "127.0.0.0/8");
                Pings sound = pings(world)) {
            FeedId feed = world.store.feed("http://a.example/feed", null);
            stuck.tell();
            sound.tell();
            world.callbacks.on("/stuck", exchange -> world.callbacks.end.await());
            stuck.start();
            sound.start();
            world.store.entries(feed, "first");
            world.callbacks.taken.acquire();
            assertThat(world.callbacks.to("/other")).hasSize(1);
        }
    }
}
