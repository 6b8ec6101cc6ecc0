package org.broadsheet.poll;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.broadsheet.api.websub.HubCallback;
import org.broadsheet.reading.Pushes;
import org.broadsheet.server.TestServer;
import org.broadsheet.store.HistoryTable;
import org.broadsheet.store.HubTable;
import org.broadsheet.store.TestDatabase;

/** A publisher whose answers name its hub, the hub itself, and our side of it. */
final class FeedWithHub implements AutoCloseable {
    static final String RSS = FeedServer.rss("1|First|One");

    final World world;
    final HubTable leases;
    final Pushes pushes;
    final TestServer us;
    final HubSubscriber subscriber;

    FeedWithHub(TestDatabase kind) {
        world = new World(kind);
        leases = new HubTable(world.store.database);
        pushes = new Pushes(world.store.writer, leases, world.store.clock);
        us = TestServer.with(new HubCallback(pushes));
        subscriber = new HubSubscriber(
                leases, world.hosts, world.store.writer, world.fetcher, world.gate, world.store.clock);
        world.publisher.answers(200, links(), RSS);
        world.publisher.answersAt("/hub", 202, Map.of(), "");
        world.poll();
    }

    Map<String, String> links() {
        return Map.of("Link", "<" + world.publisher.url("/hub") + ">; rel=\"hub\", </feed?topic>; rel=self");
    }

    /** The feed has these entries from now on, and its usual hub. */
    void publishes(String... entries) {
        world.publisher.answers(200, links(), FeedServer.rss(entries));
    }

    /** The feed has an entry of this name from now on, and another hub, which takes every wish. */
    void moves(String hub, String topic, String entry) {
        world.publisher.answersAt(hub, 202, Map.of(), "");
        String links = "<" + world.publisher.url(hub) + ">; rel=hub, <" + topic + ">; rel=self";
        world.publisher.answers(200, Map.of("Link", links), FeedServer.rss(entry + "|" + entry + "|x"));
    }

    int askHubs() {
        return subscriber.ask(URI.create("http://news.example/reader"));
    }

    Map<String, String> lastWish() {
        List<String> posted = world.publisher.posted;
        return Stream.of(posted.get(posted.size() - 1).split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    String wished(String field) {
        return String.valueOf(lastWish().get(field));
    }

    String callback() {
        return wished("hub.callback").replace("http://news.example/reader", "");
    }

    String reason() {
        Instant ever = world.store.clock.instant().plusSeconds(1);
        return Objects.requireNonNull(new HistoryTable(world.store.database)
                        .polls(world.store.account, world.feed, ever, 1)
                        .get(0)
                        .reason())
                .sentence();
    }

    HttpResponse<String> confirms(String topic, int leaseSeconds) {
        return us.get(callback() + "?hub.mode=subscribe&hub.topic="
                + URLEncoder.encode(topic, StandardCharsets.UTF_8) + "&hub.challenge=a+b%3Cc&hub.lease_seconds="
                + leaseSeconds);
    }

    /** Asked and confirmed for ten days. */
    FeedWithHub agreed() {
        askHubs();
        confirms(wished("hub.topic"), 864_000);
        return this;
    }

    /** Agreed, and the hub has announced what a poll then found; the next one is a day away. */
    FeedWithHub trusted() {
        agreed();
        world.store.clock.advance(Duration.ofMinutes(5));
        announces();
        publishes("2|Second|Two", "1|First|One");
        world.poll();
        return this;
    }

    HttpResponse<String> announces(String secret) {
        return us.send("POST", callback(), RSS, "X-Hub-Signature", "sha256=" + hmac(secret, RSS));
    }

    HttpResponse<String> announces() {
        return announces(wished("hub.secret"));
    }

    @Override
    public void close() {
        us.close();
        world.close();
    }

    static String hmac(String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
