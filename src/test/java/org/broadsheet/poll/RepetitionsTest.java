package org.broadsheet.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.broadsheet.ingest.dedupe.Wording;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.Headline;
import org.broadsheet.model.NewEntry;
import org.broadsheet.model.Scope;
import org.broadsheet.model.Selection;
import org.broadsheet.reading.TestStore;
import org.broadsheet.store.MarkTable;
import org.broadsheet.store.OnBothDatabases;
import org.broadsheet.store.TestDatabase;

class RepetitionsTest {
    private static final String TITLE = "Old lighthouse sold for one euro";

    /** A store and what folds in it. */
    private static final class World implements AutoCloseable {
        final TestStore store;
        MarkTable marks = new MarkTable();

        World(TestDatabase kind) {
            store = TestStore.on(kind);
        }

        FeedId feed(String name) {
            return store.feed("https://" + name + ".example/feed", null);
        }

        void arrives(FeedId feed, String title, String page) {
            Instant now = store.clock.instant();
            NewEntry entry = TestStore.entry(title, now, "https://" + page, null);
            insert(feed, Haul.Addition.of(entry, Wording.of(title, "", now)));
        }

        void insert(FeedId feed, Haul.Addition... added) {
            store.writer.write(handle -> {
                Instant now = store.clock.instant();
                Repetitions repetitions = new Repetitions(feed, Arrays.asList(added));
                List<EntryId> ids = store.entryTable.insert(handle, feed, repetitions.entries(), now);
                marks.fold(handle, ids, repetitions.marks(), repetitions, now);
                return true;
            });
        }

        List<String> shown() {
            return store.titles(Selection.all(Scope.EVERYTHING));
        }

        @Override
        public void close() {
            store.close();
        }
    }

    @OnBothDatabases
    void one_headline_in_two_feeds_is_shown_once_and_says_where_else_it_is(TestDatabase kind) {
        try (World world = new World(kind)) {
            world.arrives(world.feed("post"), TITLE, "post.example/1");
            world.arrives(world.feed("ledger"), TITLE + " - The Ledger", "ledger.example/9");
            world.arrives(world.feed("courier"), "UPDATE 1-" + TITLE, "courier.example/x");

            Headline shown = world.store.all().get(0);
            assertThat(world.shown()).containsExactly(TITLE);
            assertThat(shown.alsoIn()).hasSize(2);
        }
    }

    @OnBothDatabases
    void a_feed_never_repeats_itself(TestDatabase kind) {
        try (World world = new World(kind)) {
            FeedId post = world.feed("post");
            world.arrives(post, TITLE, "post.example/1");
            world.arrives(post, TITLE.toUpperCase(Locale.ROOT), "post.example/2");

            assertThat(world.shown()).hasSize(2);
        }
    }

    @OnBothDatabases
    void a_headline_that_a_feed_has_again_and_again_names_no_entry(TestDatabase kind) {
        try (World world = new World(kind)) {
            FeedId post = world.feed("post");
            FeedId ledger = world.feed("ledger");
            world.arrives(post, "Harbour traffic report this morning", "post.example/1");
            world.arrives(post, "HARBOUR traffic report this morning", "post.example/2");
            world.arrives(ledger, "Harbour traffic report this morning", "ledger.example/1");

            assertThat(world.shown()).hasSize(3);
        }
    }

    @OnBothDatabases
    void a_group_holds_one_entry_of_each_feed(TestDatabase kind) {
        try (World world = new World(kind)) {
            FeedId ledger = world.feed("ledger");
            world.arrives(world.feed("post"), TITLE, "post.example/1");
            Instant now = world.store.clock.instant();
            world.insert(
                    ledger,
                    Haul.Addition.of(
                            TestStore.entry(TITLE, now, "https://l.example/1", null), Wording.of(TITLE, "", now)),
                    Haul.Addition.of(
                            TestStore.entry(TITLE + " (2)", now, "https://l.example/2", null),
                            Wording.of(TITLE + " (2)", "", now)));

            assertThat(world.shown()).containsExactlyInAnyOrder(TITLE, TITLE + " (2)");
        }
    }

    @OnBothDatabases
    void marks_are_forgotten_when_a_repetition_is_no_longer_likely(TestDatabase kind) {
        try (World world = new World(kind)) {
            world.arrives(world.feed("post"), TITLE, "post.example/1");
            world.store.clock.advance(Duration.ofDays(5));
            world.arrives(world.feed("ledger"), "Quite another thing happened", "ledger.example/1");

            long marks = world.store.writer.write(handle -> handle.createQuery("select count(*) from entry_mark")
                    .mapTo(Long.class)
                    .one());
            assertThat(marks).isEqualTo(1);
        }
    }

    @OnBothDatabases
    void marks_outlive_a_restart(TestDatabase kind) {
        try (World world = new World(kind)) {
            world.arrives(world.feed("post"), TITLE, "post.example/1");
            world.marks = new MarkTable();
            world.arrives(world.feed("ledger"), TITLE, "ledger.example/1");

            assertThat(world.shown()).containsExactly(TITLE);
        }
    }

    @OnBothDatabases
    void what_was_rolled_back_hides_nothing_that_comes_under_its_number(TestDatabase kind) {
        try (World world = new World(kind)) {
            FeedId post = world.feed("post");
            FeedId ledger = world.feed("ledger");
            Instant now = world.store.clock.instant();
            assertThatThrownBy(() -> world.store.writer.write(handle -> {
                        for (String title :
                                List.of("Nobody ever saw this", "Nor this other headline", "Nor the third")) {
                            NewEntry entry = TestStore.entry(title, now);
                            Wording wording = Wording.of(title, "", now);
                            Repetitions lost = new Repetitions(post, List.of(Haul.Addition.of(entry, wording)));
                            List<EntryId> ids = world.store.entryTable.insert(handle, post, lost.entries(), now);
                            world.marks.fold(handle, ids, lost.marks(), lost, now);
                        }
                        throw new IllegalStateException("rolled back");
                    }))
                    .hasMessage("rolled back");
            world.arrives(post, TITLE, "post.example/1");
            world.arrives(ledger, TITLE, "ledger.example/1");

            assertThat(world.shown()).containsExactly(TITLE);
        }
    }

    @OnBothDatabases
    void entries_too_old_to_be_repeated_leave_no_marks(TestDatabase kind) {
        try (World world = new World(kind)) {
            Instant lastYear = world.store.clock.instant().minus(Duration.ofDays(300));
            world.insert(world.feed("post"), Haul.Addition.of(TestStore.entry(TITLE, lastYear), null));
            world.arrives(world.feed("ledger"), TITLE, "ledger.example/1");

            assertThat(world.shown()).hasSize(2);
        }
    }
}
