package org.broadsheet.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.broadsheet.model.Feed;
import org.broadsheet.store.OnBothDatabases;
import org.broadsheet.store.TestDatabase;
import org.junit.jupiter.api.Test;

/** What permanent redirects lead to that is no new home. */
class MovedFeedsTest {
    @OnBothDatabases
    void a_target_too_long_for_an_address_is_followed_for_ever_and_its_entries_are_taken(TestDatabase kind) {
        try (World world = new World(kind)) {
            world.publisher.publishes("1|First|One");
            world.poll();
            movesTo(world, "/moved?" + noise(6_000));
            for (int i = 0; i < 8; i++) {
                world.publisher.publishes("1|First|One", "n" + i + "|More|Two");
                world.pollAfter(Duration.ofDays(1));
            }

            assertThat(world.state().url()).endsWith("/feed");
            assertThat(world.state().status()).isEqualTo(Feed.Status.OK);
            assertThat(world.entries()).hasSize(9);
        }
    }

    @Test
    void an_empty_document_is_no_proof_that_the_feed_has_moved_there() {
        try (World world = new World(TestDatabase.H2)) {
            world.publisher.publishes("1|First|One", "2|Second|Two");
            world.poll();
            movesTo(world, "/parked");
            for (int i = 0; i < 8; i++) {
                world.publisher.publishes();
                world.pollAfter(Duration.ofDays(1));
            }

            assertThat(world.state().url()).endsWith("/feed");
        }
    }

    private static void movesTo(World world, String path) {
        world.publisher.answersAt("/feed", 301, Map.of("Location", world.publisher.url(path)), "");
    }

    /** An index makes regular text short. */
    private static String noise(int characters) {
        StringBuilder noise = new StringBuilder();
        new Random(1).ints(characters, 'a', 'z' + 1).forEach(letter -> noise.append((char) letter));
        return noise.toString();
    }
}
