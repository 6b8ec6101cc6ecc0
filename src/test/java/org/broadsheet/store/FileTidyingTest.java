package org.broadsheet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.broadsheet.model.FeedId;
import org.broadsheet.reading.TestStore;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void closing_writes_nothing_over_before_the_disk_keeps_what_took_its_place(@TempDir Path dir) throws Exception {
        FilePath.register(new RecordingPath());
        String url = "jdbc:h2:recorded:" + dir.resolve("store") + ";WRITE_DELAY=0;MAX_COMPACT_TIME=0";
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create table entry (id int primary key, title varchar)");
            connection.setAutoCommit(false);
            Random random = new Random(1);
            for (int i = 0; i < 2_000; i++) {
                statement.execute(
                        "merge into entry values (" + random.nextInt(300) + ", '" + "title ".repeat(500) + "')");
                if (i % 20 == 19) {
                    connection.commit();
                }
            }
            RecordingPath.events();

            FileTidying.finish(connection, Duration.ofSeconds(3));

            List<String> events = RecordingPath.events();
            assertThat(events).contains(RecordingPath.WRITE);
            assertThat(events.get(0)).isEqualTo(RecordingPath.FORCE);
            assertThat(events.get(events.size() - 1)).isEqualTo(RecordingPath.FORCE);
        }
    }
}
