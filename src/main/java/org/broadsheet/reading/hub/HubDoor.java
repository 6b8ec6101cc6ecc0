package org.broadsheet.reading.hub;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.broadsheet.ingest.fetch.AddressGuard;
import org.broadsheet.ingest.fetch.Answer;
import org.broadsheet.ingest.fetch.Fetcher;
import org.broadsheet.ingest.fetch.HostGate;
import org.broadsheet.ingest.fetch.Parcel;

/** How the hub gets out to callbacks. Thread-safe. */
public final class HubDoor implements AutoCloseable {
    private final Fetcher fetcher;
    private final AddressGuard guard;
    private final int perHost;
    private final HostGate gate;
    private final Doubts doubts = new Doubts();
    private volatile boolean closed;

    /**
     * Builds it.
     *
     * @param fetcher one of the hub's own, so that a slow callback never takes a turn from a feed; closed with the door
     * @param guard the same that the fetcher obeys
     * @param perHost requests at a time to one host
     */
    public HubDoor(Fetcher fetcher, AddressGuard guard, int perHost) {
        this.fetcher = fetcher;
        this.guard = guard;
        this.perHost = perHost;
        this.gate = new HostGate(perHost, Duration.ZERO, fetcher::addressOf);
    }

    AddressGuard guard() {
        return guard;
    }

    int perHost() {
        return perHost;
    }

    HostGate gate() {
        return gate;
    }

    Doubts doubts() {
        return doubts;
    }

    /** Asks a callback; empty when it was we who cut that off. */
    Optional<Answer> ask(URI question) {
        return closed ? Optional.empty() : known(fetcher.ask(question));
    }

    /** Sends something to a callback; empty when it was we who cut that off. */
    Optional<Answer> send(Parcel parcel) {
        return closed ? Optional.empty() : known(fetcher.post(parcel));
    }

    private Optional<Answer> known(Answer answer) {
        return closed && answer.status() == 0 ? Optional.empty() : Optional.of(answer);
    }

    /** Cuts off what is under way. */
    @Override
    public void close() {
        closed = true;
        fetcher.close();
    }
}
