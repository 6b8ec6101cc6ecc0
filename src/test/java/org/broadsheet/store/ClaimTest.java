package org.broadsheet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

    private static List<DueFeed> claim(TestStore store, Handle handle) {
        return store.feedTable.claim(handle, true, 10, store.clock.instant(), LEASE);
    }
}
