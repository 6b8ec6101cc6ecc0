package org.broadsheet.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.broadsheet.model.DueFeed;
import org.broadsheet.model.Entry;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.Feed;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.LastPoll;
import org.broadsheet.model.LastPoll.Outcome;
import org.broadsheet.model.Validators;
import org.broadsheet.reading.TestStore;
import org.broadsheet.store.OnBothDatabases;
import org.broadsheet.store.TestDatabase;
import org.junit.jupiter.api.Test;

/** What becomes of a feed whose poll brings no document. */
class RefreshFailuresTest {
    @Test
    void validators_survive_a_304_and_an_error() {
        try (World world = new World(TestDatabase.H2)) {
            world.publisher.publishes("1|First|One");
            world.poll();
            world.publisher.answers(304, Map.of(), "");
            assertThat(world.poll().outcome()).isEqualTo(Outcome.UNCHANGED);
            world.publisher.answers(500, Map.of(), "");
            world.poll();
            world.publisher.answers(304, Map.of(), "");
            world.poll();

            assertThat(world.publisher.requests.get(3).get("If-none-match")).containsExactly("\"always the same\"");
            assertThat(world.state().status()).isEqualTo(Feed.Status.OK);
        }
    }

    @Test
    void a_document_that_breaks_off_brings_its_whole_entries_and_is_asked_for_again_in_full() {
        try (World world = new World(TestDatabase.H2)) {
            String whole = FeedServer.rss("3|Third|Three", "2|Second|Two", "1|First|One and a half");
            Map<String, String> headers = Map.of("ETag", "\"1\"");
            world.publisher.answers(200, headers, whole.substring(0, whole.indexOf(" and a half")));
            LastPoll poll = world.poll();

            assertThat(poll.errorKind()).isEqualTo(ErrorKind.TRUNCATED);
            assertThat(poll.newEntries()).isEqualTo(2);
            assertThat(world.entries()).extracting(Entry::title).containsExactlyInAnyOrder("Third", "Second");
            assertThat(world.state().title()).isEqualTo("Harbour Post");
            world.publisher.answers(200, headers, whole);
            world.poll();
            assertThat(world.publisher.requests.get(1)).doesNotContainKey("If-none-match");
            assertThat(world.entries()).hasSize(3);
        }
    }

    @OnBothDatabases
    void a_feed_that_fails_says_why_and_is_tried_again_with_growing_pauses(TestDatabase kind) {
        try (World world = new World(kind)) {
            world.publisher.answers(404, Map.of(), "");
            LastPoll poll = world.poll();
            Duration first = world.untilNext();
            world.poll();

            assertThat(poll.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(poll.errorKind()).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(poll.error()).contains("404");
            assertThat(world.state().status()).isEqualTo(Feed.Status.FAILING);
            assertThat(world.untilNext()).isGreaterThan(first);
        }
    }

    @Test
    void a_web_page_is_not_a_feed_and_says_so() {
        try (World world = new World(TestDatabase.H2)) {
            world.publisher.answers(200, Map.of("Content-Type", "text/html"), "<html><body>Hello</body></html>");

            assertThat(world.poll().errorKind()).isEqualTo(ErrorKind.NOT_A_FEED);
        }
    }

    @Test
    void a_feed_that_is_gone_keeps_its_entries_and_is_not_asked_again() {
        try (World world = new World(TestDatabase.H2)) {
            world.publisher.publishes("1|First|One");
            world.poll();
            world.publisher.answers(410, Map.of(), "");
            world.poll();

            assertThat(world.state().status()).isEqualTo(Feed.Status.GONE);
            assertThat(world.state().nextPollAt()).isNull();
            assertThat(world.entries()).hasSize(1);
        }
    }

    @OnBothDatabases
    void who_subscribes_to_a_feed_that_was_given_up_has_it_asked_once_more(TestDatabase kind) {
        try (World world = new World(kind)) {
            world.publisher.answers(410, Map.of(), "");
            world.poll();
            world.store.subscribing.unsubscribe(world.store.account, world.feed);

            assertThat(world.store.feed(world.publisher.url("/feed"), null)).isEqualTo(world.feed);
            assertThat(world.state().nextPollAt()).isEqualTo(world.store.clock.instant());
        }
    }

    @Test
    void a_host_that_asked_for_silence_is_not_asked_through_the_redirects_of_others() {
        try (World world = new World(TestDatabase.H2);
                FeedServer target = new FeedServer()) {
            target.answers(429, Map.of("Retry-After", "3600"), "");
            world.publisher.answers(302, Map.of("Location", target.url("/feed")), "");
            FeedId other = world.store.feed(world.publisher.url("/other"), null);

            assertThat(world.poll().errorKind()).isEqualTo(ErrorKind.THROTTLED);
            assertThat(world.poll(other).errorKind()).isEqualTo(ErrorKind.THROTTLED);
            assertThat(target.requests).hasSize(1);
            assertThat(world.untilNext(other)).isGreaterThanOrEqualTo(Duration.ofHours(1));
        }
    }

    @OnBothDatabases
    void a_host_that_asks_for_silence_is_left_alone_and_that_is_remembered(TestDatabase kind) {
        try (World world = new World(kind)) {
            world.publisher.answers(429, Map.of("Retry-After", "7200"), "");
            LastPoll poll = world.poll();
            Instant inTwoHours = TestStore.NOON.plus(Duration.ofHours(2));

            assertThat(poll.errorKind()).isEqualTo(ErrorKind.THROTTLED);
            assertThat(world.state().nextPollAt()).isAfterOrEqualTo(inTwoHours);
            assertThat(world.gate.notBefore("127.0.0.1", TestStore.NOON)).contains(inTwoHours);
            assertThat(world.hosts.cooling(TestStore.NOON)).containsEntry("127.0.0.1", inTwoHours);
            assertThat(world.hosts.cooling(inTwoHours)).isEmpty();
        }
    }

    @OnBothDatabases
    void a_document_that_cannot_be_stored_counts_as_a_failure_and_is_tried_again_later(TestDatabase kind) {
        try (World world = new World(kind)) {
            world.store.writer.write(
                    handle -> handle.execute("alter table entry add constraint no_poison check (title <> 'Poison')"));
            world.publisher.publishes("1|Poison|One");

            LastPoll poll = world.poll();

            assertThat(poll.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(world.state().status()).isEqualTo(Feed.Status.FAILING);
            assertThat(world.state().nextPollAt()).isAfter(TestStore.NOON);
            assertThat(world.entries()).isEmpty();
        }
    }

    @OnBothDatabases
    void a_document_that_cannot_be_stored_ends_its_poll_and_is_tried_later(TestDatabase kind) {
        try (World world = new World(kind)) {
            world.store.writer.write(handle -> handle.execute("alter table entry_body rename to gone"));
            world.publisher.publishes("1|First|One");

            LastPoll poll = world.poll();

            assertThat(poll.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(poll.error()).contains("could not be stored");
        }
    }

    @Test
    void a_server_that_fails_only_when_asked_with_validators_is_asked_without_them_in_the_end() {
        try (World world = new World(TestDatabase.H2)) {
            world.publisher.publishes("1|First|One");
            world.poll();
            world.publisher.answers(412, Map.of(), "");
            world.poll();
            world.poll();
            world.poll();
            world.publisher.publishes("1|First|One");

            assertThat(world.poll().outcome()).isEqualTo(Outcome.UNCHANGED);
            assertThat(world.publisher.requests.get(3)).containsKey("If-none-match");
            assertThat(world.publisher.requests.get(4)).doesNotContainKey("If-none-match");
        }
    }

    @Test
    void a_server_that_is_down_or_silent_for_long_is_still_asked_with_validators() {
        try (World world = new World(TestDatabase.H2)) {
            world.publisher.publishes("1|First|One");
            world.poll();
            world.publisher.answers(503, Map.of(), "");
            world.poll();
            world.poll();
            world.poll();
            world.poll();

            assertThat(world.publisher.requests.get(4)).containsKey("If-none-match");
        }
    }

    @OnBothDatabases
    void a_feed_that_is_given_another_address_while_it_is_polled_is_asked_there_as_if_for_the_first_time(
            TestDatabase kind) {
        try (World world = new World(kind)) {
            world.publisher.publishes("1|First|One");
            DueFeed underWay = world.claim(world.feed);
            world.store.subscribing.signIn(world.store.account, world.feed, "ada", "secret");
            world.run(underWay);
            DueFeed next = world.claim(world.feed);

            assertThat(world.state().nextPollAt()).isEqualTo(world.store.clock.instant());
            assertThat(next.url()).contains("ada");
            assertThat(next.validators()).isEqualTo(Validators.NONE);
            assertThat(next.bodyHash()).isNull();
            assertThat(world.entries()).hasSize(1);
        }
    }

    @Test
    void a_feed_that_ends_at_its_old_address_is_still_asked_at_the_one_that_it_was_given_meanwhile() {
        try (World world = new World(TestDatabase.H2)) {
            DueFeed underWay = world.claim(world.feed);
            world.publisher.answers(410, Map.of(), "");
            world.store.subscribing.signIn(world.store.account, world.feed, "ada", "secret");
            world.run(underWay);

            assertThat(world.state().status()).isNotEqualTo(Feed.Status.GONE);
            assertThat(world.state().nextPollAt()).isEqualTo(world.store.clock.instant());
        }
    }

    @OnBothDatabases
    void an_address_that_an_earlier_version_stored_as_a_page_gave_it_is_asked_well_written(TestDatabase kind) {
        try (World world = new World(kind)) {
            world.publisher.publishes("1|First|One");
            world.store.writer.write(handle -> handle.execute("update feed set url = url || '?tags=a|b'"));

            assertThat(world.poll().newEntries()).isEqualTo(1);
        }
    }

    @Test
    void an_address_that_cannot_be_asked_fails_like_any_other() {
        try (World world = new World(TestDatabase.H2)) {
            world.store.writer.write(handle -> handle.execute("update feed set url = 'https://a b/'"));

            assertThat(world.poll().errorKind()).isEqualTo(ErrorKind.BLOCKED_SCHEME);
            assertThat(world.untilNext()).isPositive();
        }
    }

    @OnBothDatabases
    void failures_at_an_old_address_do_not_count_against_the_new_one(TestDatabase kind) {
        try (World world = new World(kind)) {
            world.publisher.answers(404, Map.of(), "");
            for (int day = 0; day < 13; day++) {
                world.pollAfter(Duration.ofDays(1));
            }
            DueFeed underWay = world.claim(world.feed);
            world.store.subscribing.signIn(world.store.account, world.feed, "ada", "secrte");
            world.run(underWay);
            world.pollAfter(Duration.ofDays(2));

            assertThat(world.state().status()).isEqualTo(Feed.Status.FAILING);
            assertThat(world.claim(world.feed).failures()).isEqualTo(1);
        }
    }
}
