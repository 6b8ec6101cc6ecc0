package org.broadsheet.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Keeps requests to one host few and apart: at most {@code perHost} at a time, {@code minGap} between their starts, none
 * during a cool-down that the host asked for. Never blocks: it says when to come back. Hosts are told apart by
 * {@link HostKey}. Thread-safe; the time is the caller's.
 */
public final class HostGate {
    /** When a running request will end is not known, so whoever finds the host busy looks again after this. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final int perHost;
    private final Duration minGap;
    private final Map<String, Host> hosts = new HashMap<>();

    /**
     * A gate without any memory.
     *
     * @param minGap zero for none
     */
    public HostGate(int perHost, Duration minGap) {
        this.perHost = perHost;
        this.minGap = minGap;
    }

    /** Lets one request to this host start now, or says when to come back. */
    public synchronized Turn tryEnter(String host, Instant now) {
        Host state = hosts.computeIfAbsent(HostKey.of(host), key -> new Host());
        Optional<Instant> later = state.notBefore(now);
        if (later.isPresent()) {
            return new Later(later.get());
        }
        state.running++;
        state.nextStart = now.plus(minGap);
        return new Permit(this, state);
    }

    /** When a request to this host may start; empty for now. Changes nothing. */
    public synchronized Optional<Instant> notBefore(String host, Instant now) {
        return Optional.ofNullable(hosts.get(HostKey.of(host))).flatMap(state -> state.notBefore(now));
    }

    /** Leaves this host alone until then, or longer when it asked for longer before. */
    public synchronized void cool(String host, Instant until) {
        Host state = hosts.computeIfAbsent(HostKey.of(host), key -> new Host());
        state.coolUntil = later(state.coolUntil, until);
    }

    /** The cool-downs that are not over, by {@link HostKey}. */
    public synchronized Map<String, Instant> coolDowns(Instant now) {
        Map<String, Instant> running = new HashMap<>();
        hosts.forEach((key, state) -> {
            if (state.coolUntil.isAfter(now)) {
                running.put(key, state.coolUntil);
            }
        });
        return running;
    }

    private synchronized void leave(Host state) {
        state.running--;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** The answer of the gate. */
    public sealed interface Turn {
        /** Takes the function of the case at hand. */
        <R> R match(Function<Permit, R> permit, Function<Later, R> later);
    }

    /** Leave for one request; to be closed when it ended. Closing twice does no harm. */
    public static final class Permit implements Turn, AutoCloseable {
        private final HostGate gate;
        private final Host host;
        private final AtomicBoolean open = new AtomicBoolean(true);

        private Permit(HostGate gate, Host host) {
            this.gate = gate;
            this.host = host;
        }

        @Override
        public <R> R match(Function<Permit, R> permit, Function<Later, R> later) {
            return permit.apply(this);
        }

        @Override
        public void close() {
            if (open.getAndSet(false)) {
                gate.leave(host);
            }
        }
    }

    /** Not now; asking again before {@code notBefore} is useless. */
    public record Later(Instant notBefore) implements Turn {
        @Override
        public <R> R match(Function<Permit, R> permit, Function<Later, R> later) {
            return later.apply(this);
        }
    }

    /** What is known of one host; guarded by the gate. */
    private final class Host {
        private int running;
        private Instant nextStart = Instant.MIN;
        private Instant coolUntil = Instant.MIN;

        Optional<Instant> notBefore(Instant now) {
            Instant rested = later(nextStart, coolUntil);
            Instant free = running < perHost ? rested : later(rested, now.plus(LOOK_AGAIN));
            return free.isAfter(now) ? Optional.of(free) : Optional.empty();
        }
    }
}
