package org.broadsheet.reading;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.broadsheet.ingest.fetch.FetchRequest;
import org.broadsheet.ingest.fetch.Fetcher;
import org.broadsheet.ingest.fetch.HostGate;
import org.broadsheet.model.ErrorKind;

/** Asks an address for the first time, because a person wants it now, under the same guard and rules as a poll. */
public final class FirstVisit implements Download {
    /** A host that wants to be left alone for longer is not asked, whoever waits for the answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Fetcher fetcher;
    private final HostGate gate;
    private final InstantSource clock;

    public FirstVisit(Fetcher fetcher, HostGate gate, InstantSource clock) {
        this.fetcher = fetcher;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public Answer at(String url) {
        URI address = URI.create(url);
        Instant now = clock.instant();
        Optional<Instant> notBefore = gate.notBefore(String.valueOf(address.getHost()), now);
        if (notBefore.isPresent() && notBefore.get().isAfter(now.plus(PATIENCE))) {
            return new Nothing(
                    ErrorKind.THROTTLED,
                    "Its server asked to be left alone until " + notBefore.get() + "; try again then.");
        }
        return fetcher.fetch(FetchRequest.firstVisit(address))
                .match(
                        fetched -> new Document(fetched.finalUrl().toString(), fetched.contentType(), fetched.body()),
                        unchanged -> new Nothing(ErrorKind.HTTP_ERROR, "The server answered 304 to a first visit."),
                        throttled ->
                                new Nothing(throttled.kind(), throttled.kind().sentence()),
                        failed -> new Nothing(failed.kind(), failed.sentence()));
    }
}
