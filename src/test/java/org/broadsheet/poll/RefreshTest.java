package org.broadsheet.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.broadsheet.model.DueFeed;
import org.broadsheet.model.Entry;
import org.broadsheet.model.LastPoll;
import org.broadsheet.model.LastPoll.Outcome;
import org.broadsheet.model.PollRound;
import org.broadsheet.model.SubscriptionSettings;
import org.broadsheet.reading.TestStore;
import org.broadsheet.store.OnBothDatabases;
import org.broadsheet.store.TestDatabase;
import org.junit.jupiter.api.Test;

class RefreshTest {
    @OnBothDatabases
    void a_document_becomes_entries_and_the_feed_says_when_it_is_asked_next(TestDatabase kind) {
        try (World world = new World(kind)) {
            world.publisher.publishes("2|Second|&lt;p onclick='x()'&gt;Two&lt;/p&gt;", "1|First|One");

            LastPoll poll = world.poll();

            assertThat(poll.outcome()).isEqualTo(Outcome.CHANGED);
            assertThat(poll.newEntries()).isEqualTo(2);
            assertThat(world.entries()).extracting(Entry::title).containsExactly("Second", "First");
            assertThat(world.state().title()).isEqualTo("Harbour Post");
            assertThat(world.state().entries()).isEqualTo(2);
            assertThat(world.state().nextPollAt()).isAfter(TestStore.NOON);
            String html = world.store
                    .headlines
                    .article(world.store.account, world.entries().get(0).id())
                    .orElseThrow()
                    .content()
                    .value();
            assertThat(html).contains("<p>Two</p>").doesNotContain("onclick");
        }
    }

    @OnBothDatabases
    void the_same_document_again_brings_nothing_even_where_validators_are_ignored(TestDatabase kind) {
        try (World world = new World(kind)) {
            world.publisher.publishes("1|First|One");
            world.poll();

            assertThat(world.poll().outcome()).isEqualTo(Outcome.UNCHANGED);
            assertThat(world.entries()).hasSize(1);
            assertThat(world.publisher.requests.get(1).get("If-none-match")).containsExactly("\"always the same\"");
        }
    }

    @Test
    void what_names_nobody_is_by_the_authors_of_its_feed_unless_it_is_from_another() {
        try (World world = new World(TestDatabase.H2)) {
            world.publisher.answers(200, Map.of("Content-Type", "application/feed+json"), """
                    {"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Post",
                     "authors": [{"name": "Harbour Staff"}, {"url": "https://post.example/"}],
                     "items": [{"id": "1", "content_text": "Ours"},
                               {"id": "2", "content_text": "Hers", "authors": [{"name": "Ann Lee"}]}]}""");
            world.poll();
            assertThat(world.entries()).extracting(Entry::author).containsExactly("Harbour Staff", "Ann Lee");

            world.publisher.answers(200, Map.of("Content-Type", "application/atom+xml"), """
                    <feed xmlns="http://www.w3.org/2005/Atom"><title>Planet</title><id>urn:x</id>
                    <author><name>The Planet</name></author>
                    <entry><title>Taken over</title><id>urn:3</id><updated>2027-01-01T00:00:00Z</updated>
                    <source><title>Elsewhere</title><id>urn:elsewhere</id></source></entry></feed>""");
            world.poll();
            assertThat(world.entries().get(0).title()).isEqualTo("Taken over");
            assertThat(world.entries().get(0).author()).isNull();
        }
    }

    @Test
    void a_200_with_the_same_etag_can_carry_new_entries() {
        try (World world = new World(TestDatabase.H2)) {
            world.publisher.publishes("1|First|One");
            world.poll();
            world.publisher.publishes("2|Second|Two", "1|First|One");

            assertThat(world.poll().newEntries()).isEqualTo(1);
        }
    }

    @OnBothDatabases
    void an_edited_entry_changes_in_place_and_keeps_when_it_was_first_seen(TestDatabase kind) {
        try (World world = new World(kind)) {
            world.publisher.publishes("1|First|One");
            world.poll();
            Entry before = world.entries().get(0);
            world.store.clock.advance(Duration.ofHours(1));
            world.publisher.publishes("1|First, corrected|One and a half");

            LastPoll poll = world.poll();

            Entry after = world.entries().get(0);
            assertThat(poll.changedEntries()).isEqualTo(1);
            assertThat(world.entries()).hasSize(1);
            assertThat(after.title()).isEqualTo("First, corrected");
            assertThat(after.id()).isEqualTo(before.id());
            assertThat(after.firstSeen()).isEqualTo(before.firstSeen());
            assertThat(after.sortedAt()).isEqualTo(before.sortedAt());
            assertThat(after.updated()).isEqualTo(TestStore.NOON.plus(Duration.ofHours(1)));
            assertThat(after.change()).isGreaterThan(before.change());
            assertThat(before.updated()).isNull();
        }
    }

    @OnBothDatabases
    void what_stands_around_a_text_that_stays_the_same_is_taken_over_without_a_change(TestDatabase kind) {
        try (World world = new World(kind)) {
            String rss = FeedServer.rss("1|First|One");
            world.publisher.answers(200, Map.of(), rss);
            world.poll();
            world.publisher.answers(200, Map.of(), rss.replace("</item>", "<author>Ada</author></item>"));

            LastPoll poll = world.poll();
            assertThat(poll.outcome()).isEqualTo(LastPoll.Outcome.UNCHANGED);
            assertThat(poll.errorKind()).isNull();
            assertThat(world.entries().get(0).author()).isEqualTo("Ada");
            assertThat(world.entries().get(0).updated()).isNull();
        }
    }

    @Test
    void an_entry_that_leads_to_no_web_page_has_its_relative_addresses_on_the_document() {
        try (World world = new World(TestDatabase.H2)) {
            String rss = FeedServer.rss("1|First|&lt;p&gt;&lt;img src='/a.png'&gt;&lt;/p&gt;");
            world.publisher.answers(
                    200, Map.of(), rss.replace("<link>https://news.example/1</link>", "<link>magnet:?xt=a</link>"));
            world.poll();

            assertThat(world.entries().get(0).imageUrl()).startsWith("http").endsWith("/a.png");
        }
    }

    @Test
    void bytes_that_mean_the_same_are_no_change() {
        try (World world = new World(TestDatabase.H2)) {
            world.publisher.publishes("1|First|&lt;p&gt;One&lt;/p&gt;");
            world.poll();
            world.publisher.publishes("1|First|&lt;p class='b'&gt;One&lt;/p&gt;");

            LastPoll poll = world.poll();
            assertThat(poll.outcome()).isEqualTo(LastPoll.Outcome.UNCHANGED);
            assertThat(poll.changedEntries()).isZero();
            assertThat(world.entries().get(0).updated()).isNull();
        }
    }

    @Test
    void a_document_that_lacks_only_the_end_of_the_whole_is_complete() {
        try (World world = new World(TestDatabase.H2)) {
            world.publisher.answers(
                    200, Map.of(), FeedServer.rss("2|Second|Two", "1|First|One").replace("</channel></rss>", ""));

            assertThat(world.poll().outcome()).isEqualTo(Outcome.CHANGED);
            assertThat(world.entries()).hasSize(2);
        }
    }

    @OnBothDatabases
    void a_pause_that_a_reader_sets_yields_to_the_publishers_at_once(TestDatabase kind) {
        try (World world = new World(kind)) {
            SubscriptionSettings quarterly = new SubscriptionSettings("", null, Duration.ofMinutes(15));
            world.publisher.answers(200, Map.of("Cache-Control", "max-age=43200"), FeedServer.rss("1|First|One"));
            world.poll();
            world.store.subscribing.settle(world.store.account, world.feed, quarterly);
            assertThat(world.untilNext()).isGreaterThanOrEqualTo(Duration.ofHours(12));

            world.publisher.publishes("1|First|One");
            world.poll();
            world.store.subscribing.settle(world.store.account, world.feed, quarterly);
            assertThat(world.untilNext()).isLessThanOrEqualTo(Duration.ofMinutes(17));
        }
    }

    @OnBothDatabases
    void a_pause_that_a_reader_sets_yields_to_the_publishers_where_ours_was_longer(TestDatabase kind) {
        try (World world = new World(kind)) {
            world.publisher.answers(200, Map.of("Cache-Control", "max-age=1800"), FeedServer.rss("1|First|One"));
            world.poll();
            assertThat(world.untilNext()).isGreaterThan(Duration.ofMinutes(45));
            world.store.subscribing.settle(
                    world.store.account, world.feed, new SubscriptionSettings("", null, Duration.ofMinutes(15)));

            assertThat(world.untilNext()).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(33));
        }
    }

    @OnBothDatabases
    void a_pause_that_a_reader_sets_does_not_shorten_those_after_errors(TestDatabase kind) {
        try (World world = new World(kind)) {
            world.publisher.answers(403, Map.of(), "");
            for (int i = 0; i < 4; i++) {
                world.pollAfter(Duration.ofDays(1));
            }
            Duration planned = world.untilNext();
            world.store.subscribing.settle(
                    world.store.account, world.feed, new SubscriptionSettings("", null, Duration.ofMinutes(15)));

            assertThat(planned).isGreaterThanOrEqualTo(Duration.ofHours(8));
            assertThat(world.untilNext()).isGreaterThanOrEqualTo(Duration.ofHours(8));
        }
    }

    @OnBothDatabases
    void a_round_counts_what_came_of_each_of_its_feeds(TestDatabase kind) {
        try (World world = new World(kind)) {
            world.publisher.publishes("1|First|One");
            PollRound round = world.store.rounds.request(world.store.account, null);
            DueFeed due = world.store
                    .writer
                    .write(handle -> world.store.feedTable.claim(
                            handle, false, 10, world.store.clock.instant(), Duration.ofMinutes(1)))
                    .get(0);
            assertThat(world.store.rounds.find(round.id()).orElseThrow().finished())
                    .isFalse();
            world.run(due);

            PollRound done = world.store.rounds.find(round.id()).orElseThrow();
            assertThat(done).isEqualTo(new PollRound(round.id(), 1, 1, 0, 0, 0, 1));
            assertThat(done.finished()).isTrue();
        }
    }

    @OnBothDatabases
    void hostile_characters_addresses_and_dates_keep_no_entry_out_of_the_store(TestDatabase kind) {
        try (World world = new World(kind)) {
            world.publisher.answers(200, Map.of("Content-Type", "application/feed+json"), """
                    {"version": "https://jsonfeed.org/version/1.1", "title": "Odd \\u0000 feed", "items": [
                     {"id": "nul\\u0000", "title": "Nothing \\u0000 here", "content_text": "a\\u0000b \\ud83d", "tags": ["\\u0000x"]},
                     {"id": "long", "url": "https://long.example/%s", "title": "Long"},
                     {"id": "old", "date_published": "0001-01-01T00:00:00Z", "title": "Old"},
                     {"id": "zero", "date_published": "1970-01-01T00:00:00Z", "title": "Zero"}]}""".formatted(new Random(7)
                    .ints(6_000, 'a', 'z' + 1)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining())));

            assertThat(world.poll().outcome()).isEqualTo(Outcome.CHANGED);
            assertThat(world.entries())
                    .extracting(Entry::title)
                    .containsExactlyInAnyOrder("Nothing here", "Long", "Old", "Zero");
            assertThat(world.entries())
                    .extracting(Entry::sortedAt)
                    .as("no date is no reason to stand at the end of everything")
                    .allMatch(at -> at.isAfter(TestStore.NOON.minusSeconds(1)));
        }
    }

    @OnBothDatabases
    void a_document_with_characters_that_no_database_holds_loses_only_these(TestDatabase kind) {
        try (World world = new World(kind)) {
            world.publisher.answers(200, Map.of("Content-Type", "application/feed+json"), """
                    {"version": "https://jsonfeed.org/version/1.1", "title": "a\\u0000b", "items": [
                      {"id": "i\\u0000d", "title": "c\\ud800d", "tags": ["e\\u0000f"], "authors": [{"name": "g\\u0000h"}],
                       "content_html": "<p>i\\u0000j</p>", "url": "https://a.example/\\u0000x"}]}""");

            assertThat(world.poll().newEntries()).isEqualTo(1);
            assertThat(world.entries().get(0).title()).isEqualTo("cd");
        }
    }
}
