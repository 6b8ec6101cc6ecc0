package org.broadsheet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.broadsheet.model.DueFeed;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.PollRound;
import org.broadsheet.reading.TestStore;
import org.jdbi.v3.core.Handle;

class ClaimTest {
    private static final Duration LEASE = Duration.ofMinutes(1);

    @OnBothDatabases
    void what_another_node_is_claiming_is_left_to_it_and_so_is_what_it_has_claimed(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind);
                Handle one = store.database.jdbi().open();
                Handle other = store.database.jdbi().open()) {
            FeedId feed = store.feed("https://a.example/feed", null);
            one.begin();
            assertThat(claim(store, one)).extracting(DueFeed::id).containsExactly(feed);
            other.begin();
            assertThat(claim(store, other)).isEmpty();
            one.commit();
            assertThat(claim(store, other)).isEmpty();
            other.commit();
        }
    }

    @OnBothDatabases
    void what_nobody_finished_can_be_claimed_again_when_its_lease_is_over(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind);
                Handle handle = store.database.jdbi().open()) {
            FeedId feed = store.feed("https://a.example/feed", null);
            assertThat(claim(store, handle)).hasSize(1);
            assertThat(claim(store, handle)).isEmpty();
            store.clock.advance(LEASE);
            assertThat(claim(store, handle)).extracting(DueFeed::id).containsExactly(feed);
        }
    }

    @OnBothDatabases
    void of_two_nodes_that_ask_for_the_same_feeds_at_once_the_later_has_them(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind);
                Handle one = store.database.jdbi().open()) {
            store.feed("https://a.example/feed", null);
            RoundTable rounds = new RoundTable(store.database);
            one.begin();
            PollRound first = rounds.request(one, store.account, null, store.clock.instant());
            CompletableFuture<PollRound> second =
                    store.writer.submit(handle -> rounds.request(handle, store.account, null, store.clock.instant()));
            one.commit();

            assertThat(second.join().id()).isGreaterThan(first.id());
            assertThat(rounds.find(first.id())).map(PollRound::finished).contains(true);
            assertThat(claim(store, one))
                    .extracting(DueFeed::round)
                    .containsExactly(second.join().id());
        }
    }

    @OnBothDatabases
    void a_host_is_left_to_the_node_that_has_feeds_of_it_until_the_last_is_done(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind);
                Handle handle = store.database.jdbi().open()) {
            FeedTable other = node(store);
            store.feed("https://a.example/1", null);
            assertThat(claim(store, handle)).hasSize(1);
            FeedId second = store.feed("https://a.example/2", null);
            FeedId elsewhere = store.feed("https://b.example/", null);

            assertThat(claim(store, handle, other)).extracting(DueFeed::id).containsExactly(elsewhere);
            assertThat(other.anythingDue(true, store.clock.instant())).isFalse();
            assertThat(claim(store, handle)).extracting(DueFeed::id).containsExactly(second);
            store.clock.advance(LEASE);
            assertThat(claim(store, handle, other)).hasSize(3);
        }
    }

    @OnBothDatabases
    void a_host_in_rounds_is_left_to_one_node_too(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind);
                Handle handle = store.database.jdbi().open()) {
            FeedTable other = node(store);
            FeedId first = store.feed("https://a.example/1", null);
            FeedId second = store.feed("https://a.example/2", null);
            store.rounds.request(store.account, List.of(first));
            assertThat(store.feedTable.claim(handle, false, 1, store.clock.instant(), LEASE))
                    .hasSize(1);
            store.rounds.request(store.account, List.of(second));

            assertThat(other.claim(handle, false, 10, store.clock.instant(), LEASE))
                    .isEmpty();
        }
    }

    @OnBothDatabases
    void hosts_of_one_domain_are_left_to_one_node_and_hide_no_others(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind);
                Handle handle = store.database.jdbi().open()) {
            FeedTable one = node(store);
            FeedTable other = node(store);
            store.feed("https://news.a.example/", null);
            assertThat(claim(store, handle, one)).hasSize(1);
            IntStream.range(0, 10).forEach(i -> store.feed("https://s" + i + ".a.example/", null));
            FeedId behind = store.feed("https://not-a.example/", null);

            assertThat(claim(store, handle, other)).extracting(DueFeed::id).containsExactly(behind);
        }
    }

    @OnBothDatabases
    void of_two_nodes_that_claim_feeds_of_one_host_at_once_one_gets_it(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind);
                Handle one = store.database.jdbi().open();
                Handle another = store.database.jdbi().open()) {
            FeedTable other = node(store);
            store.feed("https://a.example/1", null);
            store.feed("https://a.example/2", null);
            one.begin();
            another.begin();
            assertThat(store.feedTable.claim(one, true, 1, store.clock.instant(), LEASE))
                    .hasSize(1);
            assertThat(claim(store, another, other)).isEmpty();
            one.commit();
            assertThat(claim(store, another, other)).isEmpty();
            another.commit();
        }
    }

    /** One whose hosts are told apart by the last two words of their names. */
    private static FeedTable node(TestStore store) {
        return new FeedTable(store.database, host -> host.replaceFirst("^.*\\.(?=[^.]+\\.[^.]+$)", ""));
    }

    private static List<DueFeed> claim(TestStore store, Handle handle, FeedTable node) {
        return node.claim(handle, true, 10, store.clock.instant(), LEASE);
    }

    private static List<DueFeed> claim(TestStore store, Handle handle) {
        return store.feedTable.claim(handle, true, 10, store.clock.instant(), LEASE);
    }
}
