package org.broadsheet.reading.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.model.FeedId;
import org.broadsheet.reading.TestStore;
import org.broadsheet.reading.hub.HubWorld.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody waits for those that are dead, slow or hostile. */
class FairnessTest {
    @Test
    void a_host_is_never_asked_more_than_its_share_at_a_time_and_all_there_get_their_turn() {
        try (HubWorld world = new HubWorld(TestStore.h2(), Plan.usual().asking(2))) {
            for (String path : List.of("/1", "/2", "/3", "/4", "/5")) {
                world.subscribe(HubWorld.TOPIC, world.callbacks.url(path));
            }
            world.settle();
            world.store.entries(world.store.feed("http://a.example/feed", null), "first");
            List<CompletableFuture<Void>> started = world.hub.round();
            assertThat(started).hasSize(2);
            started.forEach(CompletableFuture::join);
            world.settle();
            assertThat(world.callbacks.posts)
                    .extracting(Callbacks.Post::path)
                    .containsExactlyInAnyOrder("/1", "/2", "/3", "/4", "/5");
        }
    }

    @Test
    void those_who_failed_before_leave_half_of_the_room_to_the_others() {
        HubPool.Room room = HubPool.Room.of(4);
        HubPool.Room half = room.without(Standing.SHAKY, 1);
        assertThat(half.has(Standing.SHAKY)).isFalse();
        assertThat(half.has(Standing.UNCONFIRMED)).isTrue();
        HubPool.Room full = half.without(Standing.UNCONFIRMED, 1);
        assertThat(full.has(Standing.UNCONFIRMED)).isFalse();
        assertThat(full.has(Standing.SOUND)).isTrue();
        assertThat(full.without(Standing.SOUND, 2).has(Standing.SOUND)).isFalse();
    }

    @Test
    void those_who_wait_in_vain_do_not_hide_who_stands_behind_them() {
        List<Integer> visited = new ArrayList<>();
        Line.walk(most -> IntStream.range(0, Math.min(most, 1_000)).boxed().toList(), 10, Integer::longValue, one -> {
            visited.add(one);
            return true;
        });
        assertThat(visited).hasSize(1_000).doesNotHaveDuplicates();
        List<Integer> read = new ArrayList<>();
        Line.walk(
                most -> {
                    read.add(most);
                    return IntStream.range(0, most).boxed().toList();
                },
                10,
                Integer::longValue,
                one -> false);
        assertThat(read).containsExactly(10);
    }

    @Test
    @Timeout(60)
    void who_took_long_the_last_time_holds_up_nobody_the_next_time() throws Exception {
        try (HubWorld world = new HubWorld(TestStore.h2(), Plan.usual().threads(4))) {
            FeedId feed = world.store.feed("http://a.example/feed", null);
            List<String> slow = List.of("/slow/1", "/slow/2", "/slow/3", "/slow/4");
            slow.forEach(path -> {
                world.with(path);
                world.callbacks.on(path, exchange -> {
                    world.store.clock.advance(Duration.ofSeconds(5));
                    exchange.sendResponseHeaders(200, -1);
                });
            });
            world.store.entries(feed, "first");
            world.settle();
            world.with("/sound");
            slow.forEach(path -> world.callbacks.on(path, exchange -> world.callbacks.end.await()));

            world.store.entries(feed, "second");
            world.hub.round();
            world.callbacks.taken.acquire();
            assertThat(world.callbacks.titles("/sound")).containsExactly("second");
        }
    }

    @Test
    @Timeout(120)
    void the_sound_ones_of_two_hundred_never_wait_for_the_dead_the_slow_and_the_hostile() throws Exception {
        try (HubWorld world = new HubWorld(TestStore.h2(), Plan.usual().waiting(Duration.ofMinutes(10)))) {
            FeedId feed = world.store.feed("http://a.example/feed", null);
            List<String> sound =
                    IntStream.range(0, 140).mapToObj(i -> "/sound/" + i).toList();
            List<String> bad = IntStream.range(0, 60).mapToObj(i -> "/bad/" + i).toList();
            Stream.concat(sound.stream(), bad.stream())
                    .forEach(path -> world.subscribe(HubWorld.TOPIC, world.callbacks.url(path)));
            world.settle();
            assertThat(world.hub.subscribers()).isEqualTo(200);
            misbehave(world.callbacks, bad);
            Semaphore taken = new Semaphore(0);
            sound.forEach(path -> world.callbacks.on(path, exchange -> {
                exchange.sendResponseHeaders(200, -1);
                taken.release();
            }));

            world.hub.start();
            for (String title : List.of("first", "second", "third")) {
                world.store.entries(feed, title);
                taken.acquire(sound.size());
            }

            // Nobody has let those go that hang: the end of the test does.
            assertThat(world.callbacks.end.getCount()).isEqualTo(1);
            sound.forEach(path ->
                    assertThat(world.callbacks.titles(path)).as(path).containsExactly("first", "second", "third"));
        }
    }

    private static void misbehave(Callbacks callbacks, List<String> paths) {
        AtomicInteger next = new AtomicInteger();
        paths.forEach(path -> callbacks.on(
                path,
                switch (next.getAndIncrement() % 4) {
                    // Never answers.
                    case 0 -> exchange -> callbacks.end.await();
                    // Fails, and its answer never ends.
                    case 1 ->
                        exchange -> {
                            exchange.sendResponseHeaders(500, 0);
                            OutputStream out = exchange.getResponseBody();
                            while (callbacks.end.getCount() > 0) {
                                out.write(new byte[8_192]);
                            }
                        };
                    // Sends round in a circle.
                    case 2 ->
                        exchange -> {
                            exchange.getResponseHeaders().set("Location", path);
                            exchange.sendResponseHeaders(302, -1);
                        };
                    // Begins to answer, and hangs.
                    default ->
                        exchange -> {
                            exchange.sendResponseHeaders(500, 1_000_000);
                            exchange.getResponseBody().flush();
                            callbacks.end.await();
                        };
                }));
    }
}
