package org.broadsheet.reading.hub;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.ingest.fetch.Answer;
import org.broadsheet.ingest.fetch.Fetcher;
import org.broadsheet.ingest.fetch.Parcel;
import org.broadsheet.model.HubPing;
import org.broadsheet.model.Listening;
import org.broadsheet.publish.hub.BackOff;
import org.broadsheet.publish.hub.Ping;
import org.broadsheet.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one hub of others which streams have changed, at most once a minute, by a thread of its own. What it was told is kept,
 * so that nothing is left out when it fails or this program stops.
 */
public final class Pings implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pings.class);
    private static final Duration APART = Duration.ofMinutes(1);

    private final URI hub;
    private final Announced announced;
    private final HubTables tables;
    private final Fetcher fetcher;
    private final InstantSource clock;
    private final Loop loop = new Loop("hub-pings", this::tell);
    private final Listening listening;
    private volatile boolean news = true; // what came before the start

    /** The topics, each with its newest change. */
    public interface Announced {
        Map<String, Long> newest();
    }

    /**
     * Builds it; nothing is told until it is started.
     *
     * @param fetcher one of its own, closed with it
     */
    public Pings(URI hub, Announced announced, HubTables tables, Fetcher fetcher, InstantSource clock) {
        this.hub = hub;
        this.announced = announced;
        this.tables = tables;
        this.fetcher = fetcher;
        this.clock = clock;
        this.listening = tables.writer().listen(change -> {
            news = true;
            loop.wake();
        });
    }

    /** Starts telling in the background, also what was left from before. */
    public void start() {
        loop.start();
    }

    /** Tells what is to be told now. */
    void tell() {
        try {
            Instant now = clock.instant();
            Optional<HubPing> ping = tables.pings().find(hub);
            boolean due = ping.map(HubPing::tryAt).filter(at -> at.isAfter(now)).isEmpty();
            if (news && due) {
                news = false;
                Map<String, Long> newest = announced.newest();
                ping.ifPresentOrElse(before -> tell(before, newest, now), () -> begin(newest, now));
            }
        } catch (RuntimeException e) {
            news = true;
            if (!StoreUnavailable.isBehind(e)) {
                LOG.warn("Telling {} of changes stumbled and goes on: {}", hub, e.toString());
            }
        }
    }

    private void begin(Map<String, Long> newest, Instant now) {
        long told = newest.values().stream().mapToLong(Long::longValue).max().orElse(0);
        tables.writer().write(handle -> {
            tables.pings().add(handle, hub, told, now);
            return true;
        });
    }

    private void tell(HubPing before, Map<String, Long> newest, Instant now) {
        Optional<Ping> next = Ping.next(newest, before.told());
        if (next.isEmpty()) {
            return;
        }
        news = true; // there may be more, and this may fail
        if (tables.writer().write(handle -> tables.pings().claim(handle, before, now.plus(APART)))) {
            send(before, next.get());
        }
    }

    private void send(HubPing before, Ping ping) {
        Answer answer = fetcher.post(new Parcel(hub, Ping.MEDIA_TYPE, ping.body(), Map.of()));
        if (loop.hasEnded() && answer.status() == 0) {
            return; // it was we who cut that off
        }
        tables.writer().write(handle -> {
            if (answer.accepted()) {
                tables.pings().told(handle, hub, ping.upto());
            } else {
                tables.pings()
                        .failed(
                                handle,
                                hub,
                                before.failures() + 1,
                                clock.instant().plus(pause(before, answer)));
            }
            return true;
        });
        if (!answer.accepted()) {
            LOG.info("{} does not take it that streams have changed, and is told again: {}", hub, answer.sentence());
        }
    }

    /** Whoever named the hub wants it told, so nobody gives up. */
    private Duration pause(HubPing before, Answer answer) {
        Duration asked = answer.retryAfter().orElse(Duration.ZERO);
        return BackOff.pauseForEver(before.failures() + 1, hub.hashCode(), asked);
    }

    /** Cuts off what is under way, which is told again after a restart. */
    @Override
    public void close() {
        loop.end();
        fetcher.close();
        listening.close();
        loop.close();
    }
}
