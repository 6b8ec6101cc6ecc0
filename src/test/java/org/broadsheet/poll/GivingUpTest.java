package org.broadsheet.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.broadsheet.model.Feed;
import org.broadsheet.store.OnBothDatabases;
import org.broadsheet.store.TestDatabase;

/** When a feed is not asked any more. */
class GivingUpTest {
    private static final Duration DAY = Duration.ofDays(1);

    @OnBothDatabases
    void a_feed_whose_server_was_down_for_weeks_is_not_given_up_when_it_comes_back_without_its_pages(
            TestDatabase kind) {
        try (World world = new World(kind)) {
            downForThreeWeeks(world);
            world.publisher.answers(404, Map.of(), "");
            world.pollAfter(DAY);

            assertThat(world.state().status()).isEqualTo(Feed.Status.FAILING);
            assertThat(world.state().nextPollAt()).isNotNull();
        }
    }

    @OnBothDatabases
    void once_nothing_has_been_there_for_two_weeks_it_is_and_only_they_are_told(TestDatabase kind) {
        try (World world = new World(kind)) {
            downForThreeWeeks(world);
            world.publisher.answers(404, Map.of(), "");
            for (int day = 0; day < 14; day++) {
                world.pollAfter(DAY);
                assertThat(world.state().status()).isEqualTo(Feed.Status.FAILING);
            }
            world.pollAfter(DAY);

            assertThat(world.state().status()).isEqualTo(Feed.Status.GONE);
            assertThat(world.lastReason()).contains("nothing at its address for 14 days");
        }
    }

    private static void downForThreeWeeks(World world) {
        world.publisher.publishes("1|First|One");
        world.poll();
        world.publisher.answers(500, Map.of(), "");
        for (int day = 0; day < 21; day++) {
            world.pollAfter(DAY);
        }
    }
}
