package org.broadsheet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.Finding;
import org.broadsheet.model.Headline;
import org.broadsheet.reading.TestStore;

class WriterTest {
    @OnBothDatabases
    void what_was_acknowledged_is_there_after_closing_and_opening_again(TestDatabase kind) {
        TestStore store = TestStore.on(kind);
        store.entries(store.feed("https://a.example/feed", "World"), "kept");
        store.stop();

        try (TestStore again = TestStore.again(store.place)) {
            assertThat(again.all())
                    .extracting(headline -> headline.entry().title())
                    .containsExactly("kept");
            assertThat(again.subscribing.folders(again.account)).hasSize(1);
        }
    }

    @OnBothDatabases
    void a_change_that_fails_takes_no_other_with_it(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            FeedId feed = store.feed("https://a.example/feed", null);
            CountDownLatch hold = new CountDownLatch(1);
            CompletableFuture<Boolean> held = store.writer.submit(handle -> {
                await(hold);
                return true;
            });
            CompletableFuture<Boolean> good = store.writer.submit(handle -> insert(store, feed, "good", handle));
            CompletableFuture<Boolean> twice = store.writer.submit(handle -> insert(store, feed, "good", handle));
            CompletableFuture<Boolean> other = store.writer.submit(handle -> insert(store, feed, "other", handle));
            hold.countDown();

            assertThat(held.join()).isTrue();
            assertThat(good.join()).isTrue();
            assertThat(other.join()).isTrue();
            assertThatExceptionOfType(CompletionException.class).isThrownBy(twice::join);
            assertThat(store.all())
                    .extracting(headline -> headline.entry().title())
                    .containsExactlyInAnyOrder("good", "other");
        }
    }

    @OnBothDatabases
    void change_numbers_grow_by_one_in_commit_order_whoever_writes(TestDatabase kind) throws InterruptedException {
        try (TestStore store = TestStore.on(kind)) {
            List<FeedId> feeds = IntStream.range(0, 4)
                    .mapToObj(i -> store.feed("https://f" + i + ".example/feed", null))
                    .toList();
            List<Thread> threads = feeds.stream()
                    .map(feed ->
                            new Thread(() -> IntStream.range(0, 10).forEach(i -> store.entries(feed, feed + " " + i))))
                    .toList();
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }

            List<Long> changes = store.all().stream()
                    .map(headline -> headline.entry().change())
                    .sorted()
                    .toList();
            assertThat(changes)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 40).mapToObj(Long::valueOf).toList());
        }
    }

    @OnBothDatabases
    void listeners_hear_of_commits_that_changed_entries_and_of_no_others(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            List<Long> heard = Collections.synchronizedList(new ArrayList<>());
            store.live.listen(heard::add);
            FeedId feed = store.feed("https://a.example/feed", null);
            store.entries(feed, "one", "two");
            Headline two = store.all().get(0);
            store.marking.set(store.account, two.entry().id(), true, null);
            store.entries(feed, "three");

            assertThat(heard).containsExactly(2L, 3L);
        }
    }

    @OnBothDatabases
    void a_listener_that_fails_neither_undoes_a_commit_nor_keeps_the_news_from_others(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            List<Long> heard = Collections.synchronizedList(new ArrayList<>());
            store.live.listen(change -> {
                throw new IllegalStateException("deaf");
            });
            store.live.listen(heard::add);
            FeedId feed = store.feed("https://a.example/feed", null);
            store.entries(feed, "one");
            store.entries(feed, "two");

            assertThat(heard).containsExactly(1L, 2L);
        }
    }

    @OnBothDatabases
    void a_writer_that_gave_up_refuses_even_while_it_is_still_telling_why(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            CountDownLatch told = new CountDownLatch(1);
            CountDownLatch hold = new CountDownLatch(1);
            store.writer.onFatal(trouble -> {
                told.countDown();
                await(hold);
            });
            CompletableFuture<Boolean> broken = store.writer.submit(handle -> {
                throw new StackOverflowError();
            });
            await(told);
            CompletableFuture<Boolean> late = store.writer.submit(handle -> true);

            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(broken::join)
                    .withCauseInstanceOf(StoreUnavailable.class);
            assertThat(late).isCompletedExceptionally();
            hold.countDown();
        }
    }

    @OnBothDatabases
    void a_closed_writer_refuses_at_once(TestDatabase kind) {
        TestStore store = TestStore.on(kind);
        store.close();

        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> store.writer.write(handle -> true));
    }

    @OnBothDatabases
    void the_check_finds_a_whole_store_whole_and_a_broken_one_broken(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            FeedId feed = store.feed("https://a.example/feed", null);
            store.entries(feed, "one", "two");
            store.writer.write(handle -> handle.execute("update feed set entries = 2"));
            Consistency consistency = new Consistency(store.database);
            assertThat(consistency.check()).allMatch(Finding::holds);

            store.writer.write(
                    handle -> handle.execute("delete from entry_body where entry_id = (select min(id) from entry)"));
            assertThat(consistency.check())
                    .filteredOn(finding -> !finding.holds())
                    .extracting(Finding::claim)
                    .containsExactly("every entry has its body");
        }
    }

    @OnBothDatabases
    void the_check_counts_entries_of_the_year_one_too(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            FeedId feed = store.feed("https://a.example/feed", null);
            store.put(feed, TestStore.entry("old", Instant.parse("0001-01-01T00:00:00Z")));
            store.writer.write(handle -> handle.execute("update feed set entries = 1"));

            assertThat(new Consistency(store.database).check()).allMatch(Finding::holds);
        }
    }

    private static boolean insert(TestStore store, FeedId feed, String title, org.jdbi.v3.core.Handle handle) {
        store.entryTable.insert(handle, feed, List.of(TestStore.entry(title, TestStore.NOON)), TestStore.NOON);
        return true;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
