package org.broadsheet.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.broadsheet.model.DueFeed;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.SubscriptionSettings;
import org.broadsheet.reading.Shelf;
import org.broadsheet.reading.Shelves;
import org.broadsheet.reading.TestStore;
import org.broadsheet.reading.UnreadIndex;
import org.broadsheet.store.FolderTable;
import org.broadsheet.store.LabelTable;
import org.broadsheet.store.OnBothDatabases;
import org.broadsheet.store.TestDatabase;
import org.broadsheet.store.UnreadTable;
import org.junit.jupiter.api.Test;

class ShelvesWhilePollingTest {
    @OnBothDatabases
    void what_is_brought_up_to_date_is_what_would_be_read(TestDatabase kind) {
        try (World world = new World(kind)) {
            TestStore store = world.store;
            FeedId quiet = store.feed("https://quiet.example/feed", "World");
            store.subscribing.settle(store.account, world.feed, settings("Harbour", "World"));
            assertThat(shelf(world)).isEqualTo(readAnew(world));

            world.publisher.publishes("1|First|One");
            world.poll();
            assertThat(shelf(world)).isEqualTo(readAnew(world));

            world.publisher.publishes("2|Second|Two", "1|First|One");
            world.pollAfter(Duration.ofHours(1));
            assertThat(shelf(world)).isEqualTo(readAnew(world));
            assertThat(shelf(world).unread()).isEqualTo(2);

            store.marking.set(store.account, world.entries().get(0).id(), true, null);
            assertThat(shelf(world)).isEqualTo(readAnew(world));
            assertThat(shelf(world).folders().get(0).unread()).isEqualTo(1);

            world.publisher.answers(500, Map.of(), "");
            world.pollAfter(Duration.ofHours(1));
            assertThat(shelf(world)).isEqualTo(readAnew(world));
            assertThat(shelf(world).inTrouble()).hasSize(1);

            store.subscribing.unsubscribe(store.account, quiet);
            assertThat(shelf(world)).isEqualTo(readAnew(world));
            assertThat(shelf(world).feeds()).hasSize(1);
        }
    }

    @Test
    void a_feed_that_calls_itself_otherwise_finds_its_new_place() {
        try (World world = new World(TestDatabase.H2)) {
            world.store.feed("https://alpine.example/feed", null);
            world.publisher.publishes("1|First|One");
            world.poll();
            assertThat(shelf(world).feeds())
                    .extracting(FeedSummary::title)
                    .containsExactly("alpine.example", "Harbour Post");

            world.publisher.answers(200, Map.of(), FeedServer.rss("1|First|One").replace("Harbour Post", "A new name"));
            world.pollAfter(Duration.ofHours(1));

            assertThat(shelf(world).feeds())
                    .extracting(FeedSummary::title)
                    .containsExactly("A new name", "alpine.example");
        }
    }

    @Test
    void only_what_a_poll_or_a_mark_touched_is_read_again() {
        try (World world = new World(TestDatabase.H2)) {
            FeedId quiet = world.store.feed("https://quiet.example/feed", null);
            world.publisher.publishes("1|First|One");
            world.poll();
            Shelf before = shelf(world);

            world.store.marking.set(world.store.account, world.entries().get(0).id(), null, true);
            assertThat(shelf(world)).isSameAs(before);

            world.run(claimed(world));
            assertThat(of(shelf(world), world.feed)).isNotEqualTo(of(before, world.feed));
            assertThat(of(shelf(world), quiet).feed())
                    .isSameAs(of(before, quiet).feed());
        }
    }

    /** As the poller does it: without asking for a round first. */
    private static DueFeed claimed(World world) {
        world.store.clock.advance(Duration.ofDays(2));
        return world
                .store
                .writer
                .writeBeside(handle -> world.store.feedTable.claim(
                        handle, true, 10, world.store.clock.instant(), Duration.ofMinutes(1)))
                .stream()
                .filter(due -> due.id().equals(world.feed))
                .findFirst()
                .orElseThrow();
    }

    private static SubscriptionSettings settings(String title, String folder) {
        return new SubscriptionSettings(title, FolderPath.parse(folder), null);
    }

    private static Shelf shelf(World world) {
        return world.store.shelves.of(world.store.account);
    }

    private static FeedSummary of(Shelf shelf, FeedId feed) {
        List<FeedSummary> all = shelf.feeds();
        return all.stream()
                .filter(summary -> summary.feed().id().equals(feed))
                .findFirst()
                .orElseThrow();
    }

    private static Shelf readAnew(World world) {
        TestStore store = world.store;
        boolean shared = !store.database.isEmbedded();
        return new Shelves(
                        store.writer,
                        store.subscriptionTable,
                        store.feedTable,
                        new FolderTable(store.database),
                        new LabelTable(store.database),
                        new UnreadIndex(store.streamTable, new UnreadTable(store.database), shared, store.clock),
                        shared,
                        store.clock)
                .of(store.account);
    }
}
