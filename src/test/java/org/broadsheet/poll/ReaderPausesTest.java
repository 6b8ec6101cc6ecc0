package org.broadsheet.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.model.DueFeed;
import org.broadsheet.model.SubscriptionSettings;
import org.broadsheet.store.OnBothDatabases;
import org.broadsheet.store.TestDatabase;

/** What a pause that a reader sets does to the poll that is planned. */
class ReaderPausesTest {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Map<String, String> RSS = Map.of("Content-Type", "application/rss+xml");

    @OnBothDatabases
    void it_never_leads_into_hours_at_which_the_feed_wants_to_be_left_alone(TestDatabase kind) {
        try (World world = new World(kind)) {
            String hours = IntStream.range(13, 16)
                    .mapToObj(hour -> "<hour>" + hour + "</hour>")
                    .collect(Collectors.joining("", "<skipHours>", "</skipHours>"));
            String rss = FeedServer.rss("1|First|One").replace("<item>", hours + "<item>");
            world.publisher.answers(200, RSS, rss);
            asksEvery(world, Duration.ofHours(10));
            world.poll();
            asksEvery(world, Duration.ofMinutes(90));

            assertThat(world.state().nextPollAt()).isEqualTo(Instant.parse("2026-11-25T16:00:00Z"));
        }
    }

    @OnBothDatabases
    void one_that_is_set_while_the_feed_is_asked_counts_from_that_poll(TestDatabase kind) {
        try (World world = new World(kind)) {
            world.publisher.publishes("1|First|One");
            world.poll();
            DueFeed claimed = world.claim(world.feed);
            asksEvery(world, QUARTER);
            world.run(claimed);

            assertThat(world.untilNext()).isEqualTo(QUARTER);
        }
    }

    @OnBothDatabases
    void one_that_is_set_while_the_feed_is_asked_yields_to_its_publisher(TestDatabase kind) {
        try (World world = new World(kind)) {
            world.publisher.answers(200, Map.of("Cache-Control", "max-age=18000"), FeedServer.rss("1|First|One"));
            DueFeed claimed = world.claim(world.feed);
            asksEvery(world, QUARTER);
            world.run(claimed);

            assertThat(world.untilNext()).isGreaterThanOrEqualTo(Duration.ofHours(5));
        }
    }

    private static void asksEvery(World world, Duration pause) {
        world.store.subscribing.settle(world.store.account, world.feed, new SubscriptionSettings("", null, pause));
    }
}
