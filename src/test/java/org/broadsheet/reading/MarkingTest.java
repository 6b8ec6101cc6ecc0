package org.broadsheet.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.broadsheet.model.EntryId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.Scope;
import org.broadsheet.model.Selection;
import org.broadsheet.model.Stretch;
import org.broadsheet.store.OnBothDatabases;
import org.broadsheet.store.TestDatabase;

class MarkingTest {
    private static final Selection UNREAD = Selection.all(Scope.EVERYTHING).withState(Selection.State.UNREAD);

    @OnBothDatabases
    void what_is_yet_to_arrive_stays_unread_however_far_a_mark_reaches(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            FeedId feed = store.feed("https://a.example/feed", null);
            store.entries(feed, "seen");
            store.bulkMarking.markRead(store.account, Scope.EVERYTHING, Stretch.ALL, Long.MAX_VALUE);
            store.entries(feed, "later");

            assertThat(store.titles(Selection.all(Scope.EVERYTHING).withState(Selection.State.UNREAD)))
                    .containsExactly("later");
        }
    }

    @OnBothDatabases
    void marking_all_read_leaves_what_arrived_since_unread(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            FeedId feed = store.feed("https://a.example/feed", null);
            store.entries(feed, "seen one", "seen two");
            long seen = store.headlines.change();
            store.entries(feed, "came meanwhile");

            store.bulkMarking.markRead(store.account, Scope.EVERYTHING, Stretch.ALL, seen);

            assertThat(store.titles(UNREAD)).containsExactly("came meanwhile");
            assertThat(unread(store, feed)).isEqualTo(1);
        }
    }

    @OnBothDatabases
    void read_once_is_read_everywhere_and_so_is_unread(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            FeedId a = store.feed("https://a.example/feed", null);
            FeedId b = store.feed("https://b.example/feed", null);
            store.entries(a, "shared");
            store.entries(b, "shared", "own");
            EntryId repetition = store.all().stream()
                    .flatMap(headline -> headline.alsoIn().stream())
                    .findFirst()
                    .orElseThrow()
                    .entryId();

            store.marking.set(store.account, repetition, true, null);

            assertThat(store.titles(UNREAD)).containsExactly("own");
            assertThat(unread(store, a)).isZero();
            store.marking.set(store.account, repetition, false, null);
            assertThat(store.titles(UNREAD)).containsExactlyInAnyOrder("own", "shared");
        }
    }

    @OnBothDatabases
    void marking_a_feed_read_marks_what_repeats_its_entries_in_other_feeds(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            FeedId a = store.feed("https://a.example/feed", null);
            FeedId b = store.feed("https://b.example/feed", null);
            store.entries(a, "shared", "first's own");
            store.entries(b, "shared", "second's own");

            store.bulkMarking.markRead(store.account, new Scope.OfFeed(b), Stretch.ALL, store.headlines.change());

            assertThat(store.titles(UNREAD)).containsExactly("first's own");
            assertThat(unread(store, a)).isEqualTo(1);
        }
    }

    @OnBothDatabases
    void what_repeats_a_read_entry_arrives_read(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            store.entries(store.feed("https://a.example/feed", null), "shared", "by mark");
            store.bulkMarking.markRead(store.account, Scope.EVERYTHING, Stretch.ALL, store.headlines.change());
            FeedId b = store.feed("https://b.example/feed", null);
            store.entries(b, "shared", "by mark", "new");

            assertThat(store.titles(Selection.all(new Scope.OfFeed(b)).withState(Selection.State.UNREAD)))
                    .containsExactly("new");
        }
    }

    @OnBothDatabases
    void what_is_kept_apart_is_read_by_itself(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            store.entries(store.feed("https://a.example/feed", null), "shared");
            store.entries(store.feed("https://b.example/feed", null), "shared");
            EntryId first = store.all().get(0).entry().id();
            store.marking.keepApart(
                    store.account, store.all().get(0).alsoIn().get(0).entryId());

            store.marking.set(store.account, first, true, null);

            assertThat(store.titles(UNREAD)).containsExactly("shared");
        }
    }

    @OnBothDatabases
    void one_entry_can_be_unread_again_below_the_mark(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            FeedId feed = store.feed("https://a.example/feed", null);
            store.entries(feed, "one", "two");
            EntryId two = store.all().get(0).entry().id();
            store.bulkMarking.markRead(store.account, Scope.EVERYTHING, Stretch.ALL, store.headlines.change());
            assertThat(unread(store, feed)).isZero();

            store.marking.set(store.account, two, false, null);

            assertThat(store.titles(UNREAD)).containsExactly("two");
            assertThat(unread(store, feed)).isEqualTo(1);
        }
    }

    @OnBothDatabases
    void marking_a_folder_read_leaves_the_others_alone_and_keeps_stars(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            FeedId world = store.feed("https://a.example/feed", "World/Europe");
            FeedId science = store.feed("https://b.example/feed", "Science");
            store.entries(world, "world");
            store.entries(science, "science");
            EntryId starred = store.titles(UNREAD).indexOf("world") == 0
                    ? store.all().get(0).entry().id()
                    : store.all().get(1).entry().id();
            store.marking.set(store.account, starred, null, true);
            Scope folder = new Scope.InFolder(store.subscribing
                    .folderByPath(store.account, FolderPath.parse("World"))
                    .orElseThrow()
                    .id());

            store.bulkMarking.markRead(store.account, folder, Stretch.ALL, store.headlines.change());

            assertThat(store.titles(UNREAD)).containsExactly("science");
            assertThat(store.titles(Selection.all(Scope.EVERYTHING).withState(Selection.State.STARRED)))
                    .containsExactly("world");
        }
    }

    @OnBothDatabases
    void an_entry_of_somebody_else_cannot_be_marked(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            assertThat(store.marking.set(store.account, new EntryId(4711), true, true))
                    .isFalse();
        }
    }

    private static long unread(TestStore store, FeedId feed) {
        return store.subscribing
                .feed(store.account, feed)
                .map(FeedSummary::unread)
                .orElseThrow();
    }
}
