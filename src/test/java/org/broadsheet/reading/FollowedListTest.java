package org.broadsheet.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.ingest.opml.OpmlReader;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.model.NoList;
import org.broadsheet.model.Scope;
import org.broadsheet.model.Selection;
import org.broadsheet.reading.FollowedList.Mode;
import org.broadsheet.reading.ListPlan.Step;
import org.broadsheet.store.OnBothDatabases;
import org.broadsheet.store.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedListTest {
    private static final String A = "<outline text='A' xmlUrl='https://a.example/feed'/>";
    private static final String B = "<outline text='B' xmlUrl='https://b.example/feed'/>";

    @TempDir
    private Path dir;

    private Path file;
    private int version;

    @BeforeEach
    void nameTheFile() {
        file = dir.resolve("feeds.opml");
    }

    @OnBothDatabases
    void a_change_waits_as_a_plan_until_somebody_confirms_it(TestDatabase kind) throws IOException {
        try (TestStore store = TestStore.on(kind)) {
            store.feed("https://a.example/feed", "World");
            store.feed("https://gone.example/feed", "Old/Inner");
            FollowedList list = follow(store, Mode.ASK);

            write("<outline text='Science'>" + A + "</outline>" + B);
            settle(list);

            FollowedList.Standing standing = list.standing();
            assertThat(Objects.requireNonNull(standing.plan()).steps())
                    .extracting(Step::toString)
                    .containsExactly(
                            "Step[kind=ADDED, url=https://b.example/feed, title=B, from=null, to=]",
                            "Step[kind=MOVED, url=https://a.example/feed, title=a.example, from=World, to=Science]",
                            "Step[kind=RENAMED, url=https://a.example/feed, title=A, from=a.example, to=A]",
                            "Step[kind=REMOVED, url=https://gone.example/feed, title=gone.example, from=Old / Inner, to=null]");
            assertThat(titles(store)).containsExactlyInAnyOrder("a.example", "gone.example");

            assertThat(list.apply(standing.name())).isTrue();

            assertThat(titles(store)).containsExactlyInAnyOrder("A", "B");
            assertThat(store.subscribing.folders(store.account))
                    .extracting(folder -> folder.folder().path().toString())
                    .containsExactly("Science");
            assertThat(list.standing().plan()).isNull();
        }
    }

    @Test
    void a_change_is_carried_out_at_once_where_that_is_chosen() throws IOException {
        try (TestStore store = TestStore.h2()) {
            FollowedList list = follow(store, Mode.APPLY);

            write(A + B);
            settle(list);
            assertThat(titles(store)).containsExactlyInAnyOrder("A", "B");

            write(B);
            settle(list);
            assertThat(titles(store)).containsExactly("B");
        }
    }

    @Test
    void a_file_that_is_still_being_written_is_not_read() throws IOException {
        try (TestStore store = TestStore.h2()) {
            FollowedList list = follow(store, Mode.APPLY);

            write(A);
            list.look();
            write(A + B);
            list.look();

            assertThat(titles(store)).isEmpty();
            list.look();
            assertThat(titles(store)).hasSize(2);
        }
    }

    @Test
    void what_was_starred_in_a_source_that_leaves_the_list_is_there_when_it_comes_back() throws IOException {
        try (TestStore store = TestStore.h2()) {
            FollowedList list = follow(store, Mode.APPLY);
            write(A + B);
            settle(list);
            FeedId feed = store.subscribing.feeds(store.account).get(0).feed().id();
            store.entries(feed, "kept");
            EntryId entry = store.all().get(0).entry().id();
            store.marking.set(store.account, entry, null, true);

            write(B);
            settle(list);
            write(A + B);
            settle(list);

            assertThat(store.titles(Selection.all(Scope.EVERYTHING).withState(Selection.State.STARRED)))
                    .containsExactly("kept");
        }
    }

    @Test
    void a_list_that_lost_most_of_its_feeds_waits_even_where_changes_are_carried_out_at_once() throws IOException {
        try (TestStore store = TestStore.h2()) {
            FollowedList list = follow(store, Mode.APPLY);
            write(IntStream.range(0, 20)
                    .mapToObj(i -> "<outline xmlUrl='https://f" + i + ".example/feed'/>")
                    .collect(Collectors.joining()));
            settle(list);

            write("");
            settle(list);

            assertThat(titles(store)).hasSize(20);
            assertThat(Objects.requireNonNull(list.standing().plan()).count(ListPlan.Kind.REMOVED))
                    .isEqualTo(20);
        }
    }

    @OnBothDatabases
    void two_sources_that_differ_in_their_passwords_only_stay_two(TestDatabase kind) throws IOException {
        try (TestStore store = TestStore.on(kind)) {
            String both = "<outline text='Alice' xmlUrl='https://alice:x@a.example/feed'/>"
                    + "<outline text='Bob' xmlUrl='https://bob:y@a.example/feed'/>";
            FollowedList list = follow(store, Mode.APPLY);
            write(both);
            settle(list);
            touch();
            settle(list);
            write(both + B);
            settle(list);

            assertThat(titles(store)).containsExactlyInAnyOrder("Alice", "Bob", "B");
        }
    }

    @Test
    void a_change_of_settings_is_a_change_and_waits_too() throws IOException {
        try (TestStore store = TestStore.h2()) {
            FollowedList list = follow(store, Mode.ASK);
            write(A);
            settle(list);
            list.apply(list.standing().name());

            write("<outline text='A' xmlUrl='https://u:secret@a.example/feed' updateInterval='30' other='kept'/>");
            settle(list);

            ListPlan plan = Objects.requireNonNull(list.standing().plan());
            assertThat(plan.steps()).extracting(Step::kind).containsExactly(ListPlan.Kind.CHANGED);
            assertThat(plan.toString()).doesNotContain("secret");
            assertThat(exported(store)).doesNotContain("updateInterval", "other=");

            assertThat(list.apply(list.standing().name())).isTrue();
            assertThat(exported(store)).contains("updateInterval=\"30\"", "other=\"kept\"");
            assertThat(store.subscribing.feeds(store.account))
                    .extracting(FeedSummary::signsIn)
                    .containsExactly(true);

            write(A);
            settle(list);
            list.apply(list.standing().name());
            assertThat(exported(store)).doesNotContain("updateInterval", "other=");
        }
    }

    @Test
    void what_other_programs_keep_is_not_lost_by_a_list_that_was_cut_off() throws IOException {
        try (TestStore store = TestStore.h2()) {
            FollowedList list = follow(store, Mode.APPLY);
            write(
                    A
                            + "<outline text='B' rule='kept' xmlUrl='https://b.example/feed'/><outline text='a search' query='q'/>");
            settle(list);
            String whole = exported(store);

            Files.writeString(file, "<opml><body>" + A + B + "<outline tex");
            touch();
            settle(list);

            assertThat(exported(store)).isEqualTo(whole);
        }
    }

    @Test
    void a_plan_ends_with_its_file() throws IOException {
        try (TestStore store = TestStore.h2()) {
            FollowedList list = follow(store, Mode.ASK);
            write(A);
            settle(list);
            String seen = list.standing().name();

            Files.delete(file);
            list.look();

            assertThat(list.standing().plan()).isNull();
            assertThat(list.apply(seen)).isFalse();
        }
    }

    @Test
    void what_is_no_file_or_too_large_is_told_and_looked_at_again_later() throws IOException {
        try (TestStore store = TestStore.h2()) {
            FollowedList list = follow(store, Mode.APPLY);
            Files.createDirectory(file);
            list.look();
            assertThat(list.standing().trouble())
                    .isEqualTo(NoList.of(NoList.Kind.NO_FILE).at(file.toString()));
            Files.delete(file);

            try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
                large.setLength(OpmlReader.MAX_BYTES + 1L);
            }
            settle(list);
            assertThat(list.standing().trouble()).isEqualTo(OpmlReader.TOO_LARGE.at(file.toString()));

            write(A);
            settle(list);
            assertThat(titles(store)).containsExactly("A");
        }
    }

    @Test
    void a_broken_or_missing_file_changes_nothing_and_is_told() throws IOException {
        try (TestStore store = TestStore.h2()) {
            FollowedList list = follow(store, Mode.APPLY);
            list.look();
            assertThat(list.standing().trouble())
                    .isEqualTo(NoList.of(NoList.Kind.UNREADABLE).at(file.toString()));

            write(A + B);
            settle(list);
            assertThat(list.standing().trouble()).isNull();

            Files.writeString(file, "<opml><body>" + A + "<outline text=");
            touch();
            settle(list);
            assertThat(titles(store)).hasSize(2);
            assertThat(list.standing().plan()).isNotNull();

            Files.writeString(file, "Dear diary");
            touch();
            settle(list);
            assertThat(list.standing().trouble())
                    .isEqualTo(NoList.of(NoList.Kind.NO_MARKUP).at(file.toString()));
            assertThat(titles(store)).hasSize(2);
        }
    }

    @Test
    void a_plan_that_changed_in_the_meantime_is_not_carried_out() throws IOException {
        try (TestStore store = TestStore.h2()) {
            FollowedList list = follow(store, Mode.ASK);
            write(A);
            settle(list);
            String seen = list.standing().name();

            store.feed("https://later.example/feed", null);

            assertThat(list.apply(seen)).isFalse();
            assertThat(list.leave(seen)).isFalse();
            assertThat(titles(store)).containsExactly("later.example");
        }
    }

    @Test
    void a_plan_that_was_left_comes_back_only_with_the_next_change() throws IOException {
        try (TestStore store = TestStore.h2()) {
            FollowedList list = follow(store, Mode.ASK);
            write(A);
            settle(list);
            assertThat(list.leave(list.standing().name())).isTrue();

            FollowedList afterARestart = follow(store, Mode.ASK);
            settle(afterARestart);
            assertThat(afterARestart.standing().plan()).isNull();

            write(A + B);
            settle(afterARestart);
            assertThat(Objects.requireNonNull(afterARestart.standing().plan()).steps())
                    .hasSize(2);
        }
    }

    private FollowedList follow(TestStore store, Mode mode) {
        return store.follow(file, mode);
    }

    private void write(String outlines) throws IOException {
        Files.write(file, ("<opml version='2.0'><body>" + outlines + "</body></opml>").getBytes(UTF_8));
        touch();
    }

    // So that two writes within one tick of the file system's clock differ.
    private void touch() throws IOException {
        version++;
        Files.setLastModifiedTime(file, FileTime.fromMillis(version * 1_000L));
    }

    private static String exported(TestStore store) {
        return new String(store.outlines.exportOpml(store.account), UTF_8);
    }

    private static void settle(FollowedList list) {
        list.look();
        list.look();
    }

    private static List<String> titles(TestStore store) {
        return store.subscribing.feeds(store.account).stream()
                .map(FeedSummary::title)
                .toList();
    }
}
