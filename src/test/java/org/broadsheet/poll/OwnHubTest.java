package org.broadsheet.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.broadsheet.api.feeds.Presentation;
import org.broadsheet.api.feeds.StreamFeeds;
import org.broadsheet.api.websub.HubCallback;
import org.broadsheet.api.websub.HubResource;
import org.broadsheet.config.Config;
import org.broadsheet.ingest.clean.FeedForm;
import org.broadsheet.ingest.fetch.AddressGuard;
import org.broadsheet.ingest.fetch.FetchLimits;
import org.broadsheet.ingest.fetch.Fetcher;
import org.broadsheet.ingest.fetch.UserAgent;
import org.broadsheet.model.FeedId;
import org.broadsheet.reading.Pushes;
import org.broadsheet.reading.TestStore;
import org.broadsheet.reading.hub.Hub;
import org.broadsheet.reading.hub.HubDoor;
import org.broadsheet.reading.hub.HubTables;
import org.broadsheet.server.BaseAddress;
import org.broadsheet.server.TestServer;
import org.broadsheet.store.HubTable;
import org.broadsheet.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One Broadsheet follows another, whose hub tells it of news. */
class OwnHubTest {
    /** The one that publishes, with its hub at work. */
    private static final class Planet implements AutoCloseable {
        final TestStore store = TestStore.h2();
        final FeedId feed = store.feed("http://a.example/feed", null);
        final URI base = URI.create("http://127.0.0.1:" + freePort());
        private final TestServer server;

        Planet() {
            URI address = URI.create(base + "/hub");
            StreamFeeds feeds = new StreamFeeds(
                    TestServer.access(),
                    new BaseAddress(Optional.of(base)),
                    store.room,
                    new Presentation(FeedForm::of, List.of(address)),
                    store.clock);
            AddressGuard guard = AddressGuard.of(List.of("127.0.0.0/8"));
            Fetcher fetcher = new Fetcher(
                    new FetchLimits(Duration.ofSeconds(10), 4_096, 4), guard, new UserAgent("test", ""), store.clock);
            Hub hub = new Hub(
                    address,
                    feeds.topics(),
                    HubTables.of(store.database, store.writer),
                    new HubDoor(fetcher, guard, 2),
                    new Hub.Terms(new Config.Hub(true, 10, 10, 4, List.of()), store.clock));
            hub.start();
            server = TestServer.at(base.getPort(), feeds, new HubResource(TestServer.access(), hub));
        }

        private static int freePort() {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {
            server.close();
            store.close();
        }
    }

    @Test
    @Timeout(60)
    void what_we_publish_is_announced_to_whoever_follows_it_with_this_very_program() throws Exception {
        try (Planet planet = new Planet();
                World world = new World(TestDatabase.H2)) {
            planet.store.entries(planet.feed, "Vote");
            FeedId followed = world.store.feed(planet.base + "/feed.atom", null);
            assertThat(world.poll(followed).newEntries()).isEqualTo(1);
            HubTable leases = new HubTable(world.store.database);
            HubCallback callback = new HubCallback(new Pushes(world.store.writer, leases, world.store.clock));
            Semaphore called = new Semaphore(0);
            try (TestServer us =
                            TestServer.with(callback, routes -> routes.after("/websub/*", ctx -> called.release()));
                    HubSubscriber subscriber = new HubSubscriber(
                            leases, world.hosts, world.store.writer, world.fetcher, world.gate, world.store.clock)) {
                assertThat(subscriber.ask(us.at(""))).isEqualTo(1);
                called.acquire();
                world.store.clock.advance(Duration.ofMinutes(5));
                assertThat(world.untilNext(followed)).isPositive();

                planet.store.entries(planet.feed, "Comet");
                called.acquire();
                // It hastens only what is signed with the secret that was agreed on.
                assertThat(world.untilNext(followed)).isZero();
                assertThat(world.poll(followed).newEntries()).isEqualTo(1);
            }
        }
    }
}
