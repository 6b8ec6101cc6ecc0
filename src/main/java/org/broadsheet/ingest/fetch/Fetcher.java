package org.broadsheet.ingest.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gets documents from the web: guarded, bounded and polite. Nothing that a server or the network does makes it throw.
 * Thread-safe; each call blocks its thread until the outcome is known, at the latest when the time of the limits is over.
 *
 * <p>It asks at once. Whoever polls has to ask {@link HostGate} first.
 */
public final class Fetcher implements AutoCloseable {
    private final FetchLimits limits;
    private final UserAgent userAgent;
    private final InstantSource clock;
    private final AddressGuard guard;
    private final TlsTrust trust;
    private final Resolver.NameServer names;
    private final ScheduledThreadPoolExecutor watchdog;
    private @Nullable Wire wire;
    private boolean closed;

    /** One that verifies every certificate. */
    public Fetcher(FetchLimits limits, AddressGuard guard, UserAgent userAgent, InstantSource clock) {
        this(limits, guard, TlsTrust.EVERYBODY_VERIFIED, userAgent, clock);
    }

    public Fetcher(FetchLimits limits, AddressGuard guard, TlsTrust trust, UserAgent userAgent, InstantSource clock) {
        this(limits, guard, trust, InetAddress::getAllByName, userAgent, clock);
    }

    /** One that knows names from elsewhere than the system. */
    Fetcher(
            FetchLimits limits,
            AddressGuard guard,
            TlsTrust trust,
            Resolver.NameServer names,
            UserAgent userAgent,
            InstantSource clock) {
        this.limits = limits;
        this.userAgent = userAgent;
        this.clock = clock;
        this.guard = guard;
        this.trust = trust;
        this.names = names;
        this.watchdog = new ScheduledThreadPoolExecutor(1, task -> Resolver.daemon(task, "fetch-deadline"));
        this.watchdog.setRemoveOnCancelPolicy(true);
    }

    public FetchResult fetch(FetchRequest request) {
        Meter meter = new Meter();
        AnswerReader reader = new AnswerReader(limits.maxBodyBytes(), clock.instant(), meter);
        String agent = userAgent.header(request.subscribers());
        try (Deadline deadline = new Deadline(watchdog, limits.timeout())) {
            return new Fetch(wire(), request, agent, deadline, reader, meter).run();
        }
    }

    /** Sends a form, without credentials. */
    public Answer post(URI url, Map<String, String> form) {
        return run(errand -> errand.post(url, form));
    }

    /** Sends a document, without credentials. */
    public Answer post(Parcel parcel) {
        return run(errand -> errand.post(parcel));
    }

    /** Asks for a few lines, without credentials and redirects. */
    public Answer ask(URI url) {
        return run(errand -> errand.get(url));
    }

    private Answer run(Function<Errand, Answer> task) {
        try (Deadline deadline = new Deadline(watchdog, limits.timeout())) {
            return task.apply(new Errand(wire(), userAgent.header(0), deadline, clock.instant()));
        }
    }

    /** The address that a host had when it was last asked; empty while that is not known. */
    public synchronized Optional<String> addressOf(String host) {
        return Optional.ofNullable(wire).flatMap(open -> open.addressOf(host));
    }

    /** Made for the first request: certificates and the public suffix list take a third of a second of a start. */
    private synchronized Wire wire() {
        if (closed) {
            throw new IllegalStateException("the fetcher is closed");
        }
        if (wire == null) {
            wire = new Wire(limits, guard, trust, names);
        }
        return wire;
    }

    /**
     * Cuts off what is under way, which then ends as a failure like any other, and frees all threads. To be called after the
     * last {@link #fetch}: later ones throw.
     */
    @Override
    public synchronized void close() {
        closed = true;
        if (wire != null) {
            wire.close();
        }
        watchdog.shutdownNow();
    }
}
