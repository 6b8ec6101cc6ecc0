package org.broadsheet.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadsheet.config.Config;
import org.broadsheet.config.ConfigReader;
import org.broadsheet.ingest.fetch.HostGate;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.PollRound;
import org.broadsheet.poll.schedule.Schedule;
import org.broadsheet.store.MarkTable;
import org.broadsheet.store.Outage;
import org.broadsheet.store.StoreUnavailable;
import org.broadsheet.store.TestDatabase;
import org.junit.jupiter.api.Test;

/** What becomes of feeds when something goes wrong around their polls. */
class PollerTest {
    private static final int MOST_UNSAVED = 128;

    @Test
    void polls_that_end_with_an_error_take_no_room_from_the_others() throws Exception {
        try (World world = new World(TestDatabase.H2);
                Site site = new Site("127.0.1.1", () -> {})) {
            AtomicInteger thrown = new AtomicInteger();
            InstantSource failing = () -> {
                if (thrown.incrementAndGet() <= MOST_UNSAVED) {
                    throw new ShortOfMemory();
                }
                return world.store.clock.instant();
            };
            for (int i = 0; i < MOST_UNSAVED; i++) {
                world.store.feed(world.publisher.url("/" + i), null);
            }
            HostGate gate = new HostGate(16, Duration.ZERO);
            RefreshStore kept = new RefreshStore(
                    world.store.writer, world.store.entryTable, new MarkTable(), world.store.pollTable, world.hosts);
            Refresh refresh =
                    new Refresh(world.fetcher, kept, new Schedule(config(16).poll()), gate, failing);
            try (Poller poller = poller(world, 16, gate, refresh)) {
                poller.start();
                while (thrown.get() < MOST_UNSAVED) {
                    Thread.onSpinWait();
                }
                world.store.feed(site.url(), null);

                assertThat(site.isAsked()).isTrue();
            }
        }
    }

    @Test
    void a_poll_that_ends_while_the_poller_closes_is_stored() throws Exception {
        CountDownLatch closing = new CountDownLatch(1);
        try (World world = new World(TestDatabase.H2);
                Site site = new Site("127.0.1.1", () -> {
                    awaited(closing);
                    while (Thread.getAllStackTraces().keySet().stream()
                            .anyMatch(thread -> thread.getName().equals("poller"))) {
                        Thread.onSpinWait();
                    }
                })) {
            world.store.feed(site.url(), null);
            try (Poller poller = poller(world, 4, world.gate, world.refresh)) {
                poller.start();
                assertThat(site.isAsked()).isTrue();
                closing.countDown();
            }
            world.store.writer.write(handle -> true); // behind what the poller handed over

            assertThat(world.entries()).hasSize(1);
        }
    }

    @Test
    void feeds_that_wait_for_a_free_thread_longer_than_their_lease_are_asked_once() throws Exception {
        try (World world = new World(TestDatabase.H2);
                Sites sites = new Sites(8, () -> world.store.clock.advance(Duration.ofSeconds(29)))) {
            sites.all.subList(0, 7).forEach(site -> world.store.feed(site.url(), null));
            try (Poller poller = poller(world, 1, world.gate, world.refresh)) {
                poller.start();
                List<String> asked = new ArrayList<>(sites.asked(7));
                world.store.feed(sites.all.get(7).url(), null);
                asked.addAll(sites.asked(1));

                assertThat(asked).doesNotHaveDuplicates().hasSize(8);
            }
        }
    }

    @Test
    void a_round_waits_for_the_pauses_between_requests_to_a_host_however_long_they_are() throws Exception {
        try (World world = new World(TestDatabase.H2);
                Sites sites = new Sites(1, () -> world.store.clock.advance(Duration.ofSeconds(31)))) {
            String url = sites.all.get(0).url();
            List<FeedId> both = List.of(world.store.feed(url, null), world.store.feed(url + "?2", null));
            PollRound round = world.store.rounds.request(world.store.account, both);
            HostGate patient = new HostGate(1, Duration.ofSeconds(30));
            try (Poller poller = poller(world, 4, patient, world.refresh)) {
                poller.start();

                assertThat(sites.asked(2)).containsOnly("127.0.1.1");
            }
            assertThat(world.store.rounds.find(round.id()).orElseThrow().skipped())
                    .isZero();
        }
    }

    @Test
    void a_thread_that_cannot_be_had_takes_no_room_from_the_polls_after_it() throws Exception {
        try (World world = new World(TestDatabase.H2);
                Site site = new Site("127.0.1.1", () -> {})) {
            AtomicInteger wanted = new AtomicInteger();
            ThreadFactory shortOfThreads = task -> {
                if (wanted.incrementAndGet() == 1) {
                    throw new ShortOfMemory();
                }
                return new Thread(task, "refresh");
            };
            world.store.feed(site.url(), null);
            try (Poller poller = new Poller(
                    config(1),
                    world.store.feedTable,
                    world.store.writer,
                    world.gate,
                    world.refresh,
                    world.store.clock,
                    shortOfThreads)) {
                poller.start();

                assertThat(site.isAsked()).isTrue();
            }
        }
    }

    @Test
    void what_a_host_asked_of_one_node_is_heeded_by_the_others_before_their_next_request() throws Exception {
        try (World world = new World(TestDatabase.H2)) {
            HostGate gate = new HostGate(1, Duration.ZERO);
            RefreshStore kept = new RefreshStore(
                    world.store.writer, world.store.entryTable, new MarkTable(), world.store.pollTable, world.hosts);
            Refresh refresh =
                    new Refresh(world.fetcher, kept, new Schedule(config(4).poll()), gate, world.store.clock);
            refresh.recall();
            world.publisher.answers(429, Map.of("Retry-After", "7200"), "");
            world.poll();
            world.publisher.publishes("1|First|One");
            FeedId second = world.store.feed(world.publisher.url("/second"), null);
            PollRound round = world.store.rounds.request(world.store.account, List.of(second));
            try (Poller poller = poller(world, 4, gate, refresh)) {
                poller.start();
                while (!how(world, round).finished()) {
                    Thread.onSpinWait();
                }
            }

            assertThat(how(world, round).skipped()).isEqualTo(1);
        }
    }

    @Test
    void polling_goes_on_when_the_database_is_back() throws Exception {
        try (World world = new World(TestDatabase.POSTGRESQL);
                Site site = new Site("127.0.1.1", () -> {});
                Poller poller = poller(world, 4, world.gate, world.refresh)) {
            poller.start();
            Outage outage = new Outage(world.store.place);
            assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> world.store.feed(site.url(), null));
            outage.close();
            while (world.store.writer.trouble().isPresent() && !world.store.writer.hasEnded()) {
                Thread.onSpinWait();
            }
            world.store.feed(site.url(), null);

            assertThat(site.isAsked()).isTrue();
        }
    }

    private static PollRound how(World world, PollRound round) {
        return world.store.rounds.find(round.id()).orElseThrow();
    }

    private static Poller poller(World world, int concurrency, HostGate gate, Refresh refresh) throws Exception {
        return new Poller(
                config(concurrency), world.store.feedTable, world.store.writer, gate, refresh, world.store.clock);
    }

    private static Config config(int concurrency) throws Exception {
        return ConfigReader.read(null, Map.of("BROADSHEET_FETCH_CONCURRENCY", String.valueOf(concurrency)));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class ShortOfMemory extends Error {
        private static final long serialVersionUID = 1;

        ShortOfMemory() {
            super("as a parser may be", null, false, false);
        }
    }

    /** Several on addresses of their own, told apart by them. */
    private static final class Sites implements AutoCloseable {
        private final List<Site> all = new ArrayList<>();
        private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

        Sites(int count, Runnable beforeAnswering) {
            for (int i = 1; i <= count; i++) {
                String address = "127.0.1." + i;
                all.add(new Site(address, () -> {
                    asked.add(address);
                    beforeAnswering.run();
                }));
            }
        }

        /** The addresses that are asked next. */
        List<String> asked(int count) throws InterruptedException {
            List<String> some = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                some.add(String.valueOf(asked.poll(20, TimeUnit.SECONDS)));
            }
            return some;
        }

        @Override
        public void close() {
            all.forEach(Site::close);
        }
    }

    /** A publisher at an address of its own on loopback. */
    private static final class Site implements AutoCloseable {
        private final HttpServer server;
        private final String address;
        private final Runnable beforeAnswering;
        private final CountDownLatch asked = new CountDownLatch(1);

        Site(String address, Runnable beforeAnswering) {
            this.address = address;
            this.beforeAnswering = beforeAnswering;
            try {
                server = HttpServer.create(new InetSocketAddress(address, 0), 16);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.setExecutor(Executors.newCachedThreadPool());
            server.createContext("/", this::answer);
            server.start();
        }

        private void answer(HttpExchange exchange) throws IOException {
            asked.countDown();
            beforeAnswering.run();
            byte[] feed = FeedServer.rss("1|First|One").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, feed.length);
            exchange.getResponseBody().write(feed);
            exchange.close();
        }

        String url() {
            return "http://" + address + ":" + server.getAddress().getPort() + "/feed";
        }

        /** Waits until it is. */
        boolean isAsked() throws InterruptedException {
            return asked.await(20, TimeUnit.SECONDS);
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
