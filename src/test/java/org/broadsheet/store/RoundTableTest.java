package org.broadsheet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.broadsheet.model.DueFeed;
import org.broadsheet.model.Feed;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.LastPoll;
import org.broadsheet.model.Learnt;
import org.broadsheet.model.Plan;
import org.broadsheet.model.PollResult;
import org.broadsheet.model.PollRound;
import org.broadsheet.model.Reason;
import org.broadsheet.model.Validators;
import org.broadsheet.reading.TestStore;

class RoundTableTest {
    @OnBothDatabases
    void rounds_that_ended_a_month_ago_are_forgotten_with_the_wishes_of_hosts_and_what_still_waits_is_not(
            TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            FeedId feed = store.feed("https://a.example/feed", null);
            FeedId other = store.feed("https://b.example/feed", null);
            PollRound waiting = store.rounds.request(store.account, List.of(other));
            PollRound over = store.rounds.request(store.account, List.of(feed));
            HostTable hosts = new HostTable(store.database);
            Instant then = store.clock.instant();
            store.writer.write(handle -> {
                hosts.cool(handle, "a.example", then.plusSeconds(1), "throttled");
                hosts.cool(handle, "b.example", then.plus(Duration.ofDays(40)), "throttled");
                return true;
            });
            store.clock.advance(Duration.ofDays(31));
            store.writer.write(handle -> store.feedTable.claim(handle, false, 1, store.clock.instant(), LEASE));
            store.polled(
                    feed,
                    new LastPoll(
                            store.clock.instant(),
                            LastPoll.Outcome.UNCHANGED,
                            null,
                            null,
                            304,
                            Duration.ZERO,
                            0,
                            0,
                            0));

            assertThat(store.rounds.find(waiting.id())).isPresent();
            assertThat(store.rounds.find(over.id())).isEmpty();
            assertThat(hosts.cooling(then)).containsOnlyKeys("b.example");
        }
    }

    private static final Duration LEASE = Duration.ofMinutes(1);

    @OnBothDatabases
    void a_round_does_not_wait_for_a_feed_that_nobody_follows_any_more(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            FeedId feed = store.feed("https://a.example/feed", null);
            PollRound round = store.rounds.request(store.account, null);
            store.subscribing.unsubscribe(store.account, feed);

            assertThat(find(store, round)).isEqualTo(new PollRound(round.id(), 1, 0, 0, 0, 1, 0));
        }
    }

    @OnBothDatabases
    void a_feed_without_followers_is_not_looked_for_again_and_again(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            FeedId feed = store.feed("https://a.example/feed", null);
            assertThat(store.feedTable.anythingDue(true, store.clock.instant())).isTrue();
            store.subscribing.unsubscribe(store.account, feed);

            assertThat(store.feedTable.anythingDue(true, store.clock.instant())).isFalse();
        }
    }

    @OnBothDatabases
    void a_feed_that_a_later_round_takes_over_counts_once_in_each(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            store.feed("https://a.example/feed", null);
            store.feed("https://b.example/feed", null);
            PollRound first = store.rounds.request(store.account, null);
            DueFeed underWay = claim(store).get(0);
            PollRound second = store.rounds.request(store.account, null);
            finish(store, underWay);

            assertThat(find(store, first)).isEqualTo(new PollRound(first.id(), 2, 0, 0, 0, 2, 0));
            assertThat(find(store, second).done()).isZero();
            claim(store).forEach(feed -> finish(store, feed));
            assertThat(find(store, second).done())
                    .as("the other one is still claimed")
                    .isEqualTo(1);
            store.clock.advance(LEASE);
            claim(store).forEach(feed -> finish(store, feed));
            assertThat(find(store, second)).isEqualTo(new PollRound(second.id(), 2, 0, 2, 0, 0, 0));
        }
    }

    @OnBothDatabases
    void a_round_that_begins_while_a_host_wants_silence_does_not_wait_for_its_end(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            store.feed("https://a.example/feed", null);
            DueFeed due = claim(store).get(0);
            PollRound meanwhile = store.rounds.request(store.account, null);
            skip(store, due);
            assertThat(find(store, meanwhile)).isEqualTo(new PollRound(meanwhile.id(), 1, 0, 0, 0, 1, 0));
            assertThat(store.feedTable.anythingDue(true, store.clock.instant())).isFalse();

            PollRound later = store.rounds.request(store.account, null);
            skip(store, claim(store).get(0));
            assertThat(find(store, later).finished()).isTrue();
            store.clock.advance(Duration.ofHours(2));
            assertThat(claim(store)).as("due again when the host is").hasSize(1);
        }
    }

    @OnBothDatabases
    void the_history_of_polls_reaches_back_thirty_days(TestDatabase kind) {
        try (TestStore store = TestStore.on(kind)) {
            store.feed("https://a.example/feed", null);
            for (int day = 0; day < 40; day++) {
                claim(store).forEach(feed -> finish(store, feed));
                store.clock.advance(Duration.ofDays(1));
            }

            long kept = store.database
                    .jdbi()
                    .withHandle(handle -> handle.select("select count(*) from poll")
                            .mapTo(Long.class)
                            .one());
            assertThat(kept).isEqualTo(31);
        }
    }

    private static PollRound find(TestStore store, PollRound round) {
        return store.rounds.find(round.id()).orElseThrow();
    }

    private static List<DueFeed> claim(TestStore store) {
        return store.writer.write(handle -> store.feedTable.claim(handle, true, 10, store.clock.instant(), LEASE));
    }

    private static void skip(TestStore store, DueFeed feed) {
        store.writer.write(handle -> {
            store.pollTable.skip(handle, feed.id(), store.clock.instant().plus(Duration.ofHours(2)));
            return true;
        });
    }

    private static void finish(TestStore store, DueFeed feed) {
        LastPoll poll = new LastPoll(
                store.clock.instant(), LastPoll.Outcome.UNCHANGED, null, null, 304, Duration.ofMillis(5), 0, 0, 0);
        Duration hour = Duration.ofHours(1);
        PollResult result = new PollResult(
                feed,
                poll,
                new Plan(
                        poll.at().plus(hour),
                        hour,
                        Feed.Status.OK,
                        0,
                        null,
                        null,
                        Reason.of(Reason.Kind.UNKNOWN_RHYTHM, hour)),
                new Learnt(Validators.NONE, null, null, null, null, null),
                null);
        store.writer.write(handle -> {
            store.pollTable.finish(handle, List.of(result));
            return true;
        });
    }
}
