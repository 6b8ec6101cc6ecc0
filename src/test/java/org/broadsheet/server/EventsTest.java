package org.broadsheet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.Context;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.FolderId;
import org.broadsheet.model.Listening;
import org.broadsheet.model.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class EventsTest {
    private static final int MOST = 100;
    private static final Duration PACE = Duration.ofMillis(20);

    @Test
    void a_listener_hears_of_entries_that_arrive() throws Exception {
        Newsroom newsroom = new Newsroom(5);
        Events events = new Events(newsroom, TestServer.access(), EventsTest::scope, PACE, MOST);
        try (TestServer server = TestServer.with(events);
                BufferedReader stream = listen(server)) {
            assertThat(message(stream)).containsExactly("retry: 3000");
            newsroom.publish(7);
            assertThat(event(stream)).containsExactly("event: entries", "id: 7", "data: {\"change\":7,\"new\":2}");
        }
    }

    @Test
    void a_listener_that_comes_back_hears_at_once_of_what_it_missed() throws Exception {
        Events events = new Events(new Newsroom(5), TestServer.access(), EventsTest::scope, PACE, MOST);
        try (TestServer server = TestServer.with(events);
                BufferedReader stream = listen(server, "/events", "Last-Event-ID", "2")) {
            assertThat(event(stream)).containsExactly("event: entries", "id: 5", "data: {\"change\":5,\"new\":3}");
        }
    }

    @Test
    void a_listener_to_a_folder_hears_only_of_that() throws Exception {
        Newsroom newsroom = new Newsroom(0);
        Events events = new Events(newsroom, TestServer.access(), EventsTest::scope, PACE, MOST);
        try (TestServer server = TestServer.with(events);
                BufferedReader all = listen(server);
                BufferedReader quiet = listen(server, "/events?folder=1");
                BufferedReader busy = listen(server, "/events?folder=2")) {
            newsroom.publish(1);
            assertThat(event(busy)).contains("id: 1");
            assertThat(event(all)).contains("id: 1");
            newsroom.publish(3);
            assertThat(event(quiet)).contains("id: 3", "data: {\"change\":3,\"new\":1}");
            assertThat(event(all)).contains("id: 3", "data: {\"change\":3,\"new\":2}");
        }
    }

    @Test
    void commits_between_two_rounds_are_told_as_one() throws Exception {
        Newsroom newsroom = new Newsroom(0);
        Events events = new Events(newsroom, TestServer.access(), EventsTest::scope, Duration.ofMillis(300), MOST);
        try (TestServer server = TestServer.with(events);
                BufferedReader stream = listen(server)) {
            message(stream);
            newsroom.publish(1);
            event(stream);
            newsroom.publish(2);
            newsroom.publish(3);
            newsroom.publish(4);
            assertThat(event(stream)).contains("data: {\"change\":4,\"new\":3}");
        }
    }

    @Test
    void a_quiet_stream_shows_that_it_lives() throws Exception {
        Events events = new Events(new Newsroom(0), TestServer.access(), EventsTest::scope, PACE, MOST);
        try (TestServer server = TestServer.with(events);
                BufferedReader stream = listen(server)) {
            message(stream);
            assertThat(message(stream)).containsExactly(":");
        }
    }

    @Test
    void closing_the_server_ends_the_streams() throws Exception {
        Events events = new Events(new Newsroom(0), TestServer.access(), EventsTest::scope, PACE, MOST);
        TestServer server = TestServer.with(events);
        try (BufferedReader stream = listen(server)) {
            message(stream);
            server.close();
            assertThat(stream.lines().filter(line -> !line.equals(":") && !line.isEmpty()))
                    .isEmpty();
        }
    }

    @Test
    void many_listeners_hold_no_threads_and_more_are_refused() throws Exception {
        Newsroom newsroom = new Newsroom(0);
        Events events = new Events(newsroom, TestServer.access(), EventsTest::scope, PACE, MOST);
        List<BufferedReader> streams = new ArrayList<>();
        try (TestServer server = TestServer.with(events)) {
            for (int i = 0; i < MOST; i++) {
                streams.add(listen(server));
            }
            assertThat(server.get("/events").statusCode()).isEqualTo(503);
            newsroom.publish(1);
            for (BufferedReader stream : streams) {
                assertThat(event(stream)).contains("id: 1");
            }
            assertThat(events.listeners()).isEqualTo(MOST);
            assertThat(server.get("/metrics").statusCode()).isEqualTo(200);
        }
        for (BufferedReader stream : streams) {
            stream.close();
        }
    }

    @Test
    void a_listener_that_went_away_is_forgotten() throws Exception {
        Events events = new Events(new Newsroom(0), TestServer.access(), EventsTest::scope, PACE, MOST);
        try (TestServer server = TestServer.with(events)) {
            BufferedReader stream = listen(server);
            message(stream);
            assertThat(events.listeners()).isEqualTo(1);
            stream.close();
            Instant deadline = Instant.now().plusSeconds(15);
            while (events.listeners() > 0 && Instant.now().isBefore(deadline)) {
                server.get("/metrics");
            }
            assertThat(events.listeners()).isZero();
        }
    }

    private static Scope scope(Context ctx) {
        String folder = ctx.queryParam("folder");
        return folder == null ? Scope.EVERYTHING : new Scope.InFolder(new FolderId(Long.parseLong(folder)));
    }

    private static BufferedReader listen(TestServer server) {
        return listen(server, "/events");
    }

    private static BufferedReader listen(TestServer server, String path, String... headers) {
        return new BufferedReader(new InputStreamReader(server.stream(path, headers), StandardCharsets.UTF_8));
    }

    private static List<String> event(BufferedReader stream) throws Exception {
        List<String> message = message(stream);
        while (!message.isEmpty() && !message.get(0).equals("event: entries")) {
            message = message(stream);
        }
        return message;
    }

    private static List<String> message(BufferedReader stream) throws Exception {
        List<String> lines = new ArrayList<>();
        for (String line = stream.readLine(); line != null && !line.isEmpty(); line = stream.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    /** Where each change is one entry that arrived. */
    private static final class Newsroom implements News {
        private final List<LongConsumer> ears = new CopyOnWriteArrayList<>();
        private final AtomicLong newest;

        Newsroom(long newest) {
            this.newest = new AtomicLong(newest);
        }

        /** The first two changes are of one folder, all others of another. */
        private static Scope folder(long change) {
            return new Scope.InFolder(new FolderId(change <= 2 ? 2 : 1));
        }

        void publish(long change) {
            newest.set(change);
            ears.forEach(ear -> ear.accept(change));
        }

        @Override
        public Listening listen(LongConsumer onChange) {
            ears.add(onChange);
            return () -> ears.remove(onChange);
        }

        @Override
        public long newest() {
            return newest.get();
        }

        @Override
        public long arrived(AccountId account, Scope scope, long after, long upTo) {
            return LongStream.rangeClosed(after + 1, upTo)
                    .filter(change -> scope.equals(Scope.EVERYTHING) || scope.equals(folder(change)))
                    .count();
        }
    }
}
