package org.broadsheet.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.model.Headline;
import org.broadsheet.model.NewEntry;
import org.broadsheet.model.Position;
import org.broadsheet.model.Scope;
import org.broadsheet.model.Selection;
import org.broadsheet.model.Stretch;
import org.broadsheet.model.UnreadEntry;
import org.broadsheet.reading.BulkMarking.Marked;
import org.broadsheet.store.OnBothDatabases;
import org.broadsheet.store.TestDatabase;
import org.broadsheet.store.UnreadTable;
import org.junit.jupiter.api.Test;

class BulkMarkingTest {
    private static final Selection UNREAD = Selection.all(Scope.EVERYTHING).withState(Selection.State.UNREAD);

    @OnBothDatabases
    void marking_all_can_be_taken_back_with_what_was_unread_below_an_earlier_mark(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            store.entries(store.feed("https://a.example/feed", null), "one", "two");
            markAll(store);
            store.marking.set(store.account, id(store, "one"), false, null);
            store.entries(store.feed("https://b.example/feed", null), "three");
            Marked all = markAll(store);
            assertThat(store.titles(UNREAD)).isEmpty();
            assertThat(all.count()).isEqualTo(2);

            assertThat(store.bulkMarking.takeBack(store.account, all.id())).isTrue();

            assertThat(store.titles(UNREAD)).containsExactlyInAnyOrder("one", "three");
            assertThat(store.subscribing.feeds(store.account).stream().mapToLong(FeedSummary::unread))
                    .containsExactly(1L, 1L);
        }
    }

    @OnBothDatabases
    void what_is_above_an_entry_can_be_marked_and_what_is_below(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            store.entries(store.feed("https://a.example/feed", null), "oldest", "old", "new", "newest");

            Marked above = mark(store, Stretch.above(position(store, "new")));
            assertThat(store.titles(UNREAD)).containsExactly("old", "oldest");
            store.bulkMarking.takeBack(store.account, above.id());
            mark(store, Stretch.below(position(store, "new")));

            assertThat(store.titles(UNREAD)).containsExactly("newest");
        }
    }

    @OnBothDatabases
    void what_is_older_than_a_time_can_be_marked(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            store.entries(store.feed("https://a.example/feed", null), "two hours ago", "an hour ago", "now");

            mark(store, Stretch.olderThan(TestStore.NOON.minus(Duration.ofHours(1))));

            assertThat(store.titles(UNREAD)).containsExactly("now", "an hour ago");
        }
    }

    @OnBothDatabases
    void one_entry_marked_since_stays_as_it_was_marked(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            store.entries(store.feed("https://a.example/feed", null), "one", "two", "three");
            Marked all = markAll(store);
            store.marking.set(store.account, id(store, "two"), true, null);

            store.bulkMarking.takeBack(store.account, all.id());

            assertThat(store.titles(UNREAD)).containsExactly("three", "one");
        }
    }

    @Test
    void any_number_of_entries_can_be_marked_one_by_one_and_taken_back_and_looked_at_after_a_restart() {
        try (TestStore store = TestStore.h2()) {
            FeedId feed = store.feed("https://a.example/feed", null);
            NewEntry[] entries = IntStream.rangeClosed(0, 66_000)
                    .mapToObj(i -> TestStore.entry("Entry " + i, TestStore.NOON.minusSeconds(i == 0 ? 9_999_999 : i)))
                    .toArray(NewEntry[]::new);
            store.put(feed, Arrays.copyOfRange(entries, 0, 33_000));
            store.put(feed, Arrays.copyOfRange(entries, 33_000, entries.length));
            Stretch allButTheOldest =
                    Stretch.above(new Position(TestStore.NOON.minusSeconds(9_999_998), new EntryId(0)));

            Marked marked =
                    store.bulkMarking.markRead(store.account, Scope.EVERYTHING, allButTheOldest, Long.MAX_VALUE);
            assertThat(marked.count()).isEqualTo(66_000);
            assertThat(store.bulkMarking.takeBack(store.account, marked.id())).isTrue();

            assertThat(new UnreadTable(store.database).all(store.account)).hasSize(66_001);
        }
    }

    @Test
    void a_mark_can_be_taken_back_once_and_for_ten_minutes() {
        try (TestStore store = TestStore.h2()) {
            store.entries(store.feed("https://a.example/feed", null), "one");
            Marked first = markAll(store);
            assertThat(store.bulkMarking.takeBack(store.account, first.id())).isTrue();
            assertThat(store.bulkMarking.takeBack(store.account, first.id())).isFalse();

            Marked second = markAll(store);
            store.clock.advance(Duration.ofMinutes(10).plusSeconds(1));

            assertThat(store.bulkMarking.takeBack(store.account, second.id())).isFalse();
            assertThat(store.titles(UNREAD)).isEmpty();
        }
    }

    @Test
    void one_that_is_set_unread_between_a_bulk_mark_and_the_news_of_it_stays_unread() {
        try (TestStore store = TestStore.h2()) {
            store.entries(store.feed("https://a.example/feed", null), "one", "two");
            UnreadIndex.Held seen = store.unread.look(store.account);
            Marked all = markAll(store);
            store.marking.set(store.account, id(store, "one"), false, null);

            store.unread.marked(
                    store.account,
                    seen,
                    all.id(),
                    IdSet.of(seen.entries().stream().mapToLong(UnreadEntry::id)));

            assertThat(inMemory(store)).isEqualTo(inStore(store)).hasSize(1);
        }
    }

    @Test
    void what_another_node_marks_shows_within_ten_seconds_however_often_it_is_looked_at() {
        try (TestStore here = TestStore.on(TestDatabase.POSTGRESQL);
                TestStore there = TestStore.again(here.place)) {
            here.entries(here.feed("https://a.example/feed", null), "one", "two");
            assertThat(here.titles(UNREAD)).hasSize(2);
            markAll(there);

            for (int second = 0; second < 11; second++) {
                here.clock.advance(Duration.ofSeconds(1));
                here.unread.of(here.account);
            }

            assertThat(here.unread.of(here.account).size()).isZero();
            assertThat(here.subscribing.feeds(here.account).get(0).unread()).isZero();
        }
    }

    @Test
    void a_mark_can_be_taken_back_after_a_restart() {
        TestStore before = TestStore.h2();
        before.entries(before.feed("https://a.example/feed", null), "one", "two");
        Marked all = markAll(before);
        before.stop();
        try (TestStore after = TestStore.again(before.place)) {
            assertThat(after.bulkMarking.takeBack(after.account, all.id())).isTrue();
            assertThat(after.titles(UNREAD)).containsExactly("two", "one");
        }
    }

    /** Whatever is done in whatever order, memory says what the store says, and a mark marks what it says. */
    @OnBothDatabases
    void the_index_in_memory_is_never_of_another_opinion_than_the_store(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            List<FeedId> feeds = IntStream.range(0, 3)
                    .mapToObj(i -> store.feed("https://f" + i + ".example/feed", i == 0 ? "A" : null))
                    .toList();
            Random random = new Random(7);
            int[] shared = new int[feeds.size()];
            Marked last = markAll(store);
            for (int step = 0; step < 120; step++) {
                int which = random.nextInt(feeds.size());
                FeedId feed = feeds.get(which);
                List<Headline> all = store.all();
                switch (random.nextInt(7)) {
                    case 0, 1 -> store.entries(feed, "own " + step, "shared " + shared[which]++);
                    case 2 -> one(store, all, random, random.nextBoolean());
                    case 3 -> last = markAll(store);
                    case 4 ->
                        last = store.bulkMarking.markRead(
                                store.account, new Scope.OfFeed(feed), stretch(all, random), store.headlines.change());
                    case 5 -> last = mark(store, stretch(all, random));
                    default -> store.bulkMarking.takeBack(store.account, last.id());
                }
                assertThat(inMemory(store)).as("step " + step).isEqualTo(inStore(store));
            }
        }
    }

    private static void one(TestStore store, List<Headline> all, Random random, boolean read) {
        if (!all.isEmpty()) {
            EntryId id = all.get(random.nextInt(all.size())).entry().id();
            store.marking.set(store.account, id, read, null);
        }
    }

    private static Stretch stretch(List<Headline> all, Random random) {
        if (all.isEmpty()) {
            return Stretch.ALL;
        }
        Headline at = all.get(random.nextInt(all.size()));
        Position position = new Position(at.entry().sortedAt(), at.entry().id());
        return random.nextBoolean() ? Stretch.above(position) : Stretch.below(position);
    }

    private static List<Long> inMemory(TestStore store) {
        return store.unread.of(store.account).stream()
                .map(UnreadEntry::id)
                .sorted()
                .toList();
    }

    private static List<Long> inStore(TestStore store) {
        return List.copyOf(new TreeSet<>(new UnreadTable(store.database)
                .all(store.account).stream().map(UnreadEntry::id).toList()));
    }

    private static Marked markAll(TestStore store) {
        return mark(store, Stretch.ALL);
    }

    private static Marked mark(TestStore store, Stretch stretch) {
        return store.bulkMarking.markRead(store.account, Scope.EVERYTHING, stretch, store.headlines.change());
    }

    private static EntryId id(TestStore store, String title) {
        return store.all().stream()
                .filter(headline -> headline.entry().title().equals(title))
                .findFirst()
                .orElseThrow()
                .entry()
                .id();
    }

    private static Position position(TestStore store, String title) {
        return store.headlines.position(store.account, id(store, title)).orElseThrow();
    }
}
