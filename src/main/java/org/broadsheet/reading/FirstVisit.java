package org.broadsheet.reading;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.broadsheet.ingest.fetch.FetchRequest;
import org.broadsheet.ingest.fetch.FetchResult;
import org.broadsheet.ingest.fetch.Fetcher;
import org.broadsheet.ingest.fetch.HostGate;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.Failure;
import org.broadsheet.model.Validators;
import org.broadsheet.store.HostTable;
import org.broadsheet.store.Writer;
import org.broadsheet.text.FeedAddress;

/** Asks an address for the first time, because a person wants it now, under the same guard and rules as a poll. */
public final class FirstVisit implements Download {
    /** A host that wants to be left alone for longer is not asked, whoever waits for the answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Fetcher fetcher;
    private final HostGate gate;
    private final HostTable hosts;
    private final Writer writer;
    private final InstantSource clock;

    public FirstVisit(Fetcher fetcher, HostGate gate, HostTable hosts, Writer writer, InstantSource clock) {
        this.fetcher = fetcher;
        this.gate = gate;
        this.hosts = hosts;
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public Answer at(String url) {
        URI address = URI.create(url);
        return turn(FeedAddress.host(url))
                .match(
                        permit -> {
                            try (permit) {
                                return fetch(address);
                            }
                        },
                        later -> new Nothing(Failure.waiting(later.notBefore())));
    }

    /** Waits for its turn at the host while that takes no longer than a person waits. */
    private HostGate.Turn turn(String host) {
        Instant begun = clock.instant();
        hosts.cooling(begun).forEach(gate::cool); // of what other nodes were told too
        Instant now = begun;
        while (true) {
            HostGate.Turn turn = gate.tryEnter(host, now);
            if (!(turn instanceof HostGate.Later later) || later.notBefore().isAfter(begun.plus(PATIENCE))) {
                return turn;
            }
            pause(Duration.between(now, later.notBefore()));
            now = later.notBefore();
        }
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(Math.max(1, pause.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer fetch(URI address) {
        FetchRequest visit = new FetchRequest(address, Validators.NONE, 0, host -> gate.silence(host, clock.instant()));
        return fetcher.fetch(visit)
                .match(
                        fetched -> new Document(fetched.finalUrl().toString(), fetched.contentType(), fetched.body()),
                        unchanged -> new Nothing(Failure.answered(ErrorKind.HTTP_ERROR, "304 to a first visit")),
                        this::leaveAlone,
                        failed -> new Nothing(failed.why()));
    }

    /** By whoever asks next, the poller too, and across restarts. */
    private Answer leaveAlone(FetchResult.Throttled throttled) {
        String host = throttled.hostKey();
        throttled.retryAfter().map(clock.instant()::plus).ifPresent(until -> {
            gate.cool(host, until);
            writer.write(handle -> {
                hosts.cool(handle, host, until, throttled.kind().word());
                return true;
            });
        });
        return new Nothing(Failure.of(throttled.kind()));
    }
}
