package org.broadsheet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.Headline;
import org.broadsheet.model.Page;
import org.broadsheet.model.Position;
import org.broadsheet.model.Scope;
import org.broadsheet.model.Selection;
import org.broadsheet.model.Sighting;
import org.broadsheet.reading.TestStore;
import org.jspecify.annotations.Nullable;

class StreamTableTest {
    private static final Selection ALL = Selection.all(Scope.EVERYTHING);

    @OnBothDatabases
    void the_newest_entry_of_all_feeds_comes_first(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            store.entries(store.feed("https://a.example/feed", null), "old", "new");
            store.clock.advance(Duration.ofHours(1));
            store.entries(store.feed("https://b.example/feed", null), "newest");

            assertThat(store.titles(ALL)).containsExactly("newest", "new", "old");
        }
    }

    @OnBothDatabases
    void pages_show_every_headline_once_even_where_times_are_equal(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            FeedId feed = store.feed("https://a.example/feed", null);
            for (int i = 0; i < 25; i++) {
                store.put(feed, TestStore.entry("t" + i, TestStore.NOON));
            }
            List<String> seen = new ArrayList<>();
            @Nullable Position after = null;
            do {
                Page<Headline> page = store.headlines.page(store.account, ALL, after, 7);
                page.items().forEach(headline -> seen.add(headline.entry().title()));
                after = page.next();
            } while (after != null);

            assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        }
    }

    @OnBothDatabases
    void a_folder_shows_the_feeds_in_it_and_in_the_folders_inside(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            store.entries(store.feed("https://a.example/feed", "World"), "world");
            store.entries(store.feed("https://b.example/feed", "World/Europe"), "europe");
            store.entries(store.feed("https://c.example/feed", "Science"), "science");

            assertThat(store.titles(Selection.all(folder(store, "World"))))
                    .containsExactlyInAnyOrder("world", "europe");
            assertThat(store.titles(Selection.all(folder(store, "World/Europe"))))
                    .containsExactly("europe");
        }
    }

    @OnBothDatabases
    void the_same_address_in_a_second_feed_is_folded_into_the_first(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            FeedId a = store.feed("https://a.example/feed", "World");
            FeedId b = store.feed("https://b.example/feed", "Science");
            store.entries(a, "shared");
            store.entries(b, "shared");

            Headline only = store.all().get(0);
            assertThat(store.all()).hasSize(1);
            assertThat(only.source().id()).isEqualTo(a);
            assertThat(only.alsoIn()).extracting(Sighting::feedId).containsExactly(b);
            assertThat(store.titles(Selection.all(folder(store, "Science"))))
                    .as("a folder without the first one shows the repetition")
                    .containsExactly("shared");
            assertThat(store.titles(
                            new Selection(Scope.EVERYTHING, Selection.State.ALL, 0, Selection.Order.NEWEST, false)))
                    .hasSize(2);
        }
    }

    @OnBothDatabases
    void repetitions_fold_into_each_other_where_the_first_is_not_in_the_stream(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            FeedId a = store.feed("https://a.example/feed", "World");
            FeedId b = store.feed("https://b.example/feed", "Science");
            FeedId c = store.feed("https://c.example/feed", "Science");
            store.entries(a, "shared");
            store.entries(b, "shared");
            store.entries(c, "shared");

            Selection science = Selection.all(folder(store, "Science"));
            Headline shown = store.headlines
                    .page(store.account, science, null, 10)
                    .items()
                    .get(0);
            assertThat(store.titles(science)).containsExactly("shared");
            assertThat(shown.source().id()).isEqualTo(b);
            assertThat(shown.alsoIn()).extracting(Sighting::feedId).containsExactly(a, c);
        }
    }

    @OnBothDatabases
    void an_entry_that_is_kept_apart_stands_alone_until_it_is_folded_again(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            store.entries(store.feed("https://a.example/feed", null), "shared");
            FeedId b = store.feed("https://b.example/feed", null);
            store.entries(b, "shared");
            EntryId first = store.all().get(0).entry().id();
            EntryId second = store.all().get(0).alsoIn().get(0).entryId();
            long change = store.headlines.change(store.account, Scope.EVERYTHING);

            store.marking.keepApart(store.account, second);

            assertThat(store.all())
                    .extracting(headline -> headline.entry().id())
                    .containsExactlyInAnyOrder(first, second);
            assertThat(store.all()).allMatch(headline -> headline.alsoIn().isEmpty());
            assertThat(store.all()).allMatch(headline -> headline.apartFrom().size() == 1);
            assertThat(store.subscribing.feed(store.account, b).orElseThrow().unread())
                    .isEqualTo(1);
            assertThat(store.headlines.change(store.account, Scope.EVERYTHING)).isGreaterThan(change);
            store.marking.foldAgain(store.account, second);
            assertThat(store.all()).hasSize(1);
        }
    }

    @OnBothDatabases
    void the_first_of_a_group_can_be_kept_apart_from_the_others(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            store.entries(store.feed("https://a.example/feed", null), "shared");
            store.entries(store.feed("https://b.example/feed", null), "shared");
            store.entries(store.feed("https://c.example/feed", null), "shared");

            store.marking.keepApart(store.account, store.all().get(0).entry().id());

            assertThat(store.all()).hasSize(2);
            assertThat(store.all().get(0).alsoIn()).hasSize(1);
            assertThat(store.all().get(1).alsoIn()).isEmpty();
        }
    }

    @OnBothDatabases
    void an_address_that_stands_on_many_entries_of_a_feed_folds_none_of_them(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            FeedId a = store.feed("https://a.example/feed", null);
            FeedId b = store.feed("https://b.example/feed", null);
            String status = "https://news.example/status";
            store.put(a, TestStore.entry("a1", TestStore.NOON, status, null));
            store.put(a, TestStore.entry("a2", TestStore.NOON, status, null));
            store.put(b, TestStore.entry("b1", TestStore.NOON, status, null));
            store.put(b, TestStore.entry("b2", TestStore.NOON, status, null));
            assertThat(store.titles(ALL)).containsExactlyInAnyOrder("a1", "a2", "b1", "b2");

            String other = "https://news.example/other";
            store.put(a, TestStore.entry("a3", TestStore.NOON, other, null));
            store.put(
                    b,
                    TestStore.entry("b3", TestStore.NOON, other, null),
                    TestStore.entry("b4", TestStore.NOON, other, null));
            assertThat(store.titles(ALL)).contains("a3", "b3", "b4");
        }
    }

    @OnBothDatabases
    void a_home_page_names_no_repetition(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            FeedId a = store.feed("https://a.example/feed", null);
            FeedId b = store.feed("https://b.example/feed", null);
            store.put(a, TestStore.entry("a", TestStore.NOON, "https://news.example/", null));
            store.put(b, TestStore.entry("b", TestStore.NOON, "https://news.example/", null));

            assertThat(store.titles(ALL)).containsExactlyInAnyOrder("a", "b");
        }
    }

    @OnBothDatabases
    void a_repetition_of_what_is_not_followed_counts_as_unread(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            FeedId a = store.feed("https://a.example/feed", null);
            FeedId b = store.feed("https://b.example/feed", null);
            store.entries(a, "shared");
            store.entries(b, "shared");
            assertThat(store.subscribing.feed(store.account, b).orElseThrow().unread())
                    .as("folded into the other")
                    .isZero();
            store.subscribing.unsubscribe(store.account, a);

            assertThat(store.titles(ALL.withState(Selection.State.UNREAD))).containsExactly("shared");
            assertThat(store.subscribing.feed(store.account, b).orElseThrow().unread())
                    .isEqualTo(1);
        }
    }

    @OnBothDatabases
    void unread_and_starred_follow_what_the_account_did(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            store.entries(store.feed("https://a.example/feed", null), "one", "two", "three");
            EntryId three = store.all().get(0).entry().id();
            store.marking.set(store.account, three, true, true);

            assertThat(store.titles(ALL.withState(Selection.State.UNREAD))).containsExactly("two", "one");
            assertThat(store.titles(ALL.withState(Selection.State.STARRED))).containsExactly("three");
            store.marking.set(store.account, three, false, null);
            assertThat(store.titles(ALL.withState(Selection.State.UNREAD))).hasSize(3);
            assertThat(store.titles(ALL.withState(Selection.State.STARRED))).containsExactly("three");
        }
    }

    @OnBothDatabases
    void since_gives_only_what_a_later_change_touched(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            FeedId feed = store.feed("https://a.example/feed", null);
            store.entries(feed, "before");
            long change = store.headlines.change();
            store.entries(feed, "after");

            assertThat(store.titles(
                            new Selection(Scope.EVERYTHING, Selection.State.ALL, change, Selection.Order.NEWEST, true)))
                    .containsExactly("after");
            assertThat(store.headlines.change(store.account, Scope.EVERYTHING)).isEqualTo(change + 1);
        }
    }

    @OnBothDatabases
    void an_entry_of_a_feed_that_is_not_followed_is_not_found(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            FeedId feed = store.feed("https://a.example/feed", null);
            store.entries(feed, "one");
            EntryId id = store.all().get(0).entry().id();
            assertThat(store.headlines
                            .article(store.account, id)
                            .orElseThrow()
                            .content()
                            .value())
                    .contains("told in full");
            store.subscribing.unsubscribe(store.account, feed);

            assertThat(store.headlines.article(store.account, id)).isEmpty();
            assertThat(store.all()).isEmpty();
        }
    }

    private static Scope folder(TestStore store, String path) {
        return new Scope.InFolder(store.subscribing
                .folderByPath(store.account, FolderPath.parse(path))
                .orElseThrow()
                .id());
    }
}
