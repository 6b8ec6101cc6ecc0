package org.broadsheet.poll;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.broadsheet.ingest.fetch.Answer;
import org.broadsheet.ingest.fetch.Fetcher;
import org.broadsheet.ingest.fetch.HostGate;
import org.broadsheet.ingest.fetch.HostKey;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.HubLease;
import org.broadsheet.store.HostTable;
import org.broadsheet.store.HubTable;
import org.broadsheet.store.StoreUnavailable;
import org.broadsheet.store.Writer;
import org.broadsheet.text.FeedAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks hubs to announce the news of feeds (WebSub §5.1), for the first time and again before a lease ends. What hubs then
 * say comes to {@code /websub/{token}}. One hub is asked at a time, by a thread of its own.
 */
public final class HubSubscriber implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubSubscriber.class);
    private static final Duration LEASE = Duration.ofDays(10);
    private static final Duration LOOK = Duration.ofMinutes(1);

    /** One hub announces for many feeds, and each waits for its turn at it. */
    private static final Duration SHORT_WAIT = Duration.ofSeconds(10);

    private static final int MOST_TRIES = 100;

    /** When a hub has taken the wish but not confirmed it. */
    private static final Duration UNCONFIRMED = Duration.ofDays(1);

    private static final Duration FIRST_FAILURE = Duration.ofHours(6);
    private static final int LONGEST_FAILURE = 5; // doublings, about a week
    private static final int AT_A_TIME = 10;

    private final HubTable hubs;
    private final HostTable hosts;
    private final Writer writer;
    private final Fetcher fetcher;
    private final HostGate gate;
    private final InstantSource clock;
    private final Semaphore end = new Semaphore(0);

    public HubSubscriber(
            HubTable hubs, HostTable hosts, Writer writer, Fetcher fetcher, HostGate gate, InstantSource clock) {
        this.hubs = hubs;
        this.hosts = hosts;
        this.writer = writer;
        this.fetcher = fetcher;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * Starts asking in the background.
     *
     * @param base where hubs reach us
     */
    public void start(URI base) {
        Thread loop = new Thread(() -> run(base), "hubs");
        loop.setDaemon(true);
        loop.start();
    }

    private void run(URI base) {
        try {
            while (!end.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                askAllThatWait(base);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void askAllThatWait(URI base) {
        try {
            while (end.availablePermits() == 0 && ask(base) == AT_A_TIME) {
                LOG.debug("There are more hubs to ask.");
            }
        } catch (RuntimeException e) {
            if (!StoreUnavailable.isBehind(e)) {
                LOG.warn("Asking hubs stumbled and goes on: {}", e.toString());
            }
        }
    }

    /** Asks those hubs whose time has come; how many there were, ten at most. */
    int ask(URI base) {
        List<HubLease> wanted = hubs.wanted(clock.instant(), AT_A_TIME);
        if (!wanted.isEmpty()) {
            hosts.cooling(clock.instant()).forEach(gate::cool); // of what other nodes were told too
        }
        wanted.forEach(lease -> askInTurn(lease, base));
        return wanted.size();
    }

    private void askInTurn(HubLease lease, URI base) {
        String host = FeedAddress.host(lease.hub());
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Instant now = clock.instant();
            HostGate.Turn turn = gate.tryEnter(host, now);
            if (turn instanceof HostGate.Permit permit) {
                try (permit) {
                    ask(lease, base, host, now);
                }
                return;
            }
            if (turn instanceof HostGate.Later later && !waited(Duration.between(now, later.notBefore()))) {
                note(lease, lease.failures(), later.notBefore());
                return;
            }
        }
        note(lease, lease.failures(), clock.instant().plus(LOOK));
    }

    /** False when it takes too long, or when it ended because everything does. */
    private boolean waited(Duration pause) {
        if (pause.compareTo(SHORT_WAIT) > 0) {
            return false;
        }
        try {
            boolean closing = end.tryAcquire(pause.toMillis() + 1, TimeUnit.MILLISECONDS);
            if (closing) {
                end.release();
            }
            return !closing;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void ask(HubLease lease, URI base, String host, Instant now) {
        // Before it is asked: it may confirm before it answers.
        if (!note(lease, lease.failures(), now.plus(UNCONFIRMED))) {
            return;
        }
        Answer result = fetcher.post(URI.create(lease.hub()), form(lease, base));
        if (!result.accepted()) {
            int failures = Math.min(lease.failures(), LONGEST_FAILURE);
            LOG.info("{} does not take the wish to announce {}: {}", lease.hub(), lease.topic(), result.sentence());
            note(lease, lease.failures() + 1, now.plus(FIRST_FAILURE.multipliedBy(1L << failures)));
            result.retryAfter().ifPresent(pause -> leaveAlone(host, now.plus(pause)));
        }
    }

    private void leaveAlone(String host, Instant until) {
        gate.cool(host, until);
        writer.write(handle -> {
            hosts.cool(handle, HostKey.of(host), until, ErrorKind.THROTTLED.word());
            return true;
        });
    }

    /** False when the feed names another hub or topic by now. */
    private boolean note(HubLease lease, int failures, Instant askAgainAt) {
        return writer.write(handle -> hubs.ask(handle, lease, failures, askAgainAt));
    }

    private Map<String, String> form(HubLease lease, URI base) {
        return Map.of(
                "hub.mode", "subscribe",
                "hub.topic", lease.topic(),
                "hub.callback", base + "/websub/" + lease.token(),
                "hub.secret", lease.secret(),
                "hub.lease_seconds", String.valueOf(LEASE.toSeconds()));
    }

    /** Asks no more; a hub that is being asked is waited for until its fetcher closes. */
    @Override
    public void close() {
        end.release();
    }
}
