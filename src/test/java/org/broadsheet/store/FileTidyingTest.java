package org.broadsheet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.broadsheet.model.FeedId;
import org.broadsheet.reading.TestStore;
import org.junit.jupiter.api.Test;

class FileTidyingTest {
    @Test
    void tidying_comes_to_an_end_and_loses_nothing() {
        TestStore store = TestStore.h2();
        FeedId feed = store.feed("https://a.example/feed", null);
        for (int i = 0; i < 40; i++) {
            String round = "round " + i + " entry ";
            store.entries(feed, IntStream.range(0, 20).mapToObj(n -> round + n).toArray(String[]::new));
        }
        int steps = 0;
        while (store.database.tidy() && steps < 1_000) {
            steps++;
        }
        store.stop();

        assertThat(steps).isLessThan(1_000);
        try (TestStore again = TestStore.again(store.place)) {
            assertThat(again.all()).hasSize(800);
        }
    }

    @Test
    void closing_gives_back_the_room_of_what_was_written_over() throws IOException {
        TestStore store = TestStore.h2();
        FeedId feed = store.feed("https://a.example/feed", null);
        for (int i = 0; i < 300; i++) {
            store.entries(feed, "entry " + i);
        }
        Path file = store.place.dir().resolve("broadsheet.mv.db");
        long open = Files.size(file);
        store.stop();

        assertThat(Files.size(file)).isLessThan(open / 2);
    }
}
