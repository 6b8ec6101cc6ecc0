package org.broadsheet.reading.hub;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.broadsheet.api.feeds.Presentation;
import org.broadsheet.api.feeds.StreamFeeds;
import org.broadsheet.api.websub.HubResource;
import org.broadsheet.config.Config;
import org.broadsheet.config.Config.AccessMode;
import org.broadsheet.ingest.clean.FeedForm;
import org.broadsheet.ingest.fetch.AddressGuard;
import org.broadsheet.ingest.fetch.FetchLimits;
import org.broadsheet.ingest.fetch.Fetcher;
import org.broadsheet.ingest.fetch.UserAgent;
import org.broadsheet.reading.TestStore;
import org.broadsheet.server.Access;
import org.broadsheet.server.BaseAddress;
import org.broadsheet.server.TestServer;

/** A real store, its feeds and its hub on a real server, and subscribers; nothing is sent until {@link #settle}. */
final class HubWorld implements AutoCloseable {
    static final String BASE = "https://news.example.org";
    static final String TOPIC = BASE + "/feed.atom";

    final TestStore store;
    final Callbacks callbacks = new Callbacks();
    final Hub hub;
    final Topics topics;
    private final TestServer server;

    /** How a world is made; each has a usual value. */
    record Plan(Config.Hub limits, AccessMode mode, Duration patience, int atATime, List<String> allowed) {
        static Plan usual() {
            return new Plan(
                    new Config.Hub(true, 1_000, 500, 100, List.of()),
                    AccessMode.LOCAL,
                    Duration.ofSeconds(20),
                    1_000,
                    List.of("127.0.0.0/8"));
        }

        Plan taking(int subscribers, int perHost) {
            return new Plan(
                    new Config.Hub(true, subscribers, perHost, 100, List.of()), mode, patience, atATime, allowed);
        }

        Plan allowing(String... networks) {
            return new Plan(limits, mode, patience, atATime, List.of(networks));
        }

        Plan waiting(Duration atMost) {
            return new Plan(limits, mode, atMost, atATime, allowed);
        }

        Plan in(AccessMode other) {
            return new Plan(limits, other, patience, atATime, allowed);
        }

        /** So many callbacks at a time in all. */
        Plan threads(int concurrency) {
            return new Plan(new Config.Hub(true, 1_000, 500, concurrency, List.of()), mode, patience, atATime, allowed);
        }

        /** So many requests to one host at a time. */
        Plan asking(int atOnce) {
            return new Plan(limits, mode, patience, atOnce, allowed);
        }
    }

    HubWorld() {
        this(TestStore.h2(), Plan.usual());
    }

    HubWorld(TestStore store, Plan plan) {
        this.store = store;
        Access access = new Access(plan.mode(), List.of(), store.accounts::local);
        URI address = URI.create(BASE + "/hub");
        StreamFeeds feeds = new StreamFeeds(
                access,
                new BaseAddress(Optional.of(URI.create(BASE))),
                store.room,
                new Presentation(FeedForm::of, List.of(address)),
                store.clock);
        topics = feeds.topics();
        AddressGuard guard = AddressGuard.of(plan.allowed());
        Fetcher fetcher = new Fetcher(
                new FetchLimits(plan.patience(), 4_096, plan.limits().concurrency()),
                guard,
                new UserAgent("test", ""),
                store.clock);
        hub = new Hub(
                address,
                topics,
                HubTables.of(store.database, store.writer),
                new HubDoor(fetcher, guard, plan.atATime()),
                new Hub.Terms(plan.limits(), store.clock));
        server = TestServer.in(plan.mode(), feeds, new HubResource(access, hub));
    }

    HttpResponse<String> get(String path) {
        return server.get(path);
    }

    /** Sends a form of names and values, one after the other, to the hub. */
    HttpResponse<String> ask(String... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(body, "Content-Type", "application/x-www-form-urlencoded");
    }

    HttpResponse<String> send(String body, String... headers) {
        return server.send("POST", "/hub", body, headers);
    }

    HttpResponse<String> subscribe(String topic, String callback) {
        return ask("hub.mode", "subscribe", "hub.topic", topic, "hub.callback", callback);
    }

    /** A confirmed subscription of this subscriber to the front page. */
    HubWorld with(String subscriber) {
        subscribe(TOPIC, callbacks.url(subscriber));
        settle();
        return this;
    }

    /** Lets the hub do all that is due now, and waits until it is done. */
    void settle() {
        List<CompletableFuture<Void>> started = hub.round();
        while (!started.isEmpty()) {
            started.forEach(CompletableFuture::join);
            started = hub.round();
        }
    }

    void settleAfter(Duration pause) {
        store.clock.advance(pause);
        settle();
    }

    /** Ends this hub and its server, and leaves the store's files. */
    void stop() {
        server.close();
        callbacks.close();
        store.stop();
    }

    @Override
    public void close() {
        server.close();
        callbacks.close();
        store.close();
    }
}
