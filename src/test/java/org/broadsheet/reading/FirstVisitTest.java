package org.broadsheet.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadsheet.ingest.fetch.AddressGuard;
import org.broadsheet.ingest.fetch.FetchLimits;
import org.broadsheet.ingest.fetch.Fetcher;
import org.broadsheet.ingest.fetch.HostGate;
import org.broadsheet.ingest.fetch.UserAgent;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.store.HostTable;
import org.broadsheet.store.TestDatabase;
import org.junit.jupiter.api.Test;

class FirstVisitTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-25T12:00:00Z"));

    private final AtomicInteger requests = new AtomicInteger();

    @Test
    void visits_to_one_host_wait_for_their_turn() throws IOException {
        try (Fetcher fetcher = fetcher();
                TestStore store = TestStore.on(TestDatabase.H2)) {
            HttpServer server = server(200);
            FirstVisit visit = visit(fetcher, new HostGate(1, Duration.ofMillis(5)), store);

            assertThat(visit.at(url(server))).isInstanceOf(Download.Document.class);
            assertThat(visit.at(url(server))).isInstanceOf(Download.Document.class);
            assertThat(requests).hasValue(2);
            server.stop(0);
        }
    }

    @Test
    void a_host_that_wants_to_be_left_alone_for_long_is_not_visited() throws IOException {
        try (Fetcher fetcher = fetcher();
                TestStore store = TestStore.on(TestDatabase.H2)) {
            HttpServer server = server(200);
            HostGate gate = new HostGate(1, Duration.ZERO);
            gate.cool("127.0.0.1", CLOCK.instant().plus(Duration.ofHours(1)));

            assertThat(visit(fetcher, gate, store).at(url(server)))
                    .isInstanceOfSatisfying(Download.Nothing.class, nothing -> {
                        assertThat(nothing.why().kind()).isEqualTo(ErrorKind.THROTTLED);
                        assertThat(nothing.why().sentence())
                                .isEqualTo(
                                        "Its server asked to be left alone until 2026-11-25T13:00:00Z; try again then.");
                    });
            assertThat(requests).hasValue(0);
            server.stop(0);
        }
    }

    @Test
    void a_host_that_asks_to_be_left_alone_at_a_first_visit_is_left_alone_by_all_who_come_after() throws IOException {
        try (Fetcher fetcher = fetcher();
                TestStore store = TestStore.on(TestDatabase.H2)) {
            HttpServer server = server(503);
            HostGate gate = new HostGate(1, Duration.ZERO);
            FirstVisit visit = visit(fetcher, gate, store);
            Instant inTwoHours = CLOCK.instant().plus(Duration.ofHours(2));

            assertThat(visit.at(url(server))).isInstanceOf(Download.Nothing.class);
            assertThat(visit.at(url(server))).isInstanceOf(Download.Nothing.class);
            assertThat(requests).hasValue(1);
            assertThat(gate.notBefore("127.0.0.1", CLOCK.instant())).contains(inTwoHours);
            assertThat(new HostTable(store.database).cooling(CLOCK.instant())).containsEntry("127.0.0.1", inTwoHours);
            server.stop(0);
        }
    }

    @Test
    void what_a_host_asked_of_another_node_is_heeded_at_a_first_visit() throws IOException {
        try (Fetcher fetcher = fetcher();
                TestStore store = TestStore.on(TestDatabase.H2)) {
            HttpServer server = server(503);
            FirstVisit one = visit(fetcher, new HostGate(1, Duration.ZERO), store);
            FirstVisit other = visit(fetcher, new HostGate(1, Duration.ZERO), store);

            assertThat(one.at(url(server))).isInstanceOf(Download.Nothing.class);
            assertThat(other.at(url(server))).isInstanceOf(Download.Nothing.class);
            assertThat(requests).hasValue(1);
            server.stop(0);
        }
    }

    private static FirstVisit visit(Fetcher fetcher, HostGate gate, TestStore store) {
        return new FirstVisit(fetcher, gate, new HostTable(store.database), store.writer, CLOCK);
    }

    private static Fetcher fetcher() {
        return new Fetcher(
                new FetchLimits(Duration.ofSeconds(5), 1 << 20, 4),
                AddressGuard.of(List.of("127.0.0.0/8")),
                new UserAgent("test", ""),
                CLOCK);
    }

    private HttpServer server(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getResponseHeaders().add("Retry-After", "7200");
            exchange.sendResponseHeaders(status, 2);
            exchange.getResponseBody().write("ok".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }
}
