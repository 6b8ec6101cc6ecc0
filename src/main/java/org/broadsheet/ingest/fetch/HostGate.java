package org.broadsheet.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps requests to one host few and apart: at most {@code perHost} at a time, {@code minGap} between their starts, none
 * during a cool-down that the host asked for. Never blocks: it says when to come back. Hosts are told apart by
 * {@link HostKey}. Thread-safe; the time is the caller's.
 */
public final class HostGate {
    /** When a running request will end is not known, so whoever finds the host busy looks again after this. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    /** Thousands of domains can live at one address of a large hoster, which is built for more than one of them is. */
    private static final int HOSTS_AT_AN_ADDRESS = 4;

    /** Whoever may name hosts can name ever new ones, so those that nothing is to be known of are forgotten. */
    private static final int LEAST_TO_TIDY = 1_000;

    private final int perHost;
    private final Duration minGap;
    private final Function<String, Optional<String>> addressOf;
    private final Map<String, Host> hosts = new HashMap<>();
    private int tidyAt = LEAST_TO_TIDY;

    /** A gate that knows no addresses. */
    public HostGate(int perHost, Duration minGap) {
        this(perHost, minGap, host -> Optional.empty());
    }

    /**
     * A gate without any memory.
     *
     * @param minGap zero for none
     * @param addressOf the address a host is known to have; four times {@code perHost} requests run there at a time
     */
    public HostGate(int perHost, Duration minGap, Function<String, Optional<String>> addressOf) {
        this.perHost = perHost;
        this.minGap = minGap;
        this.addressOf = addressOf;
    }

    /** Lets one request to this host start now, or says when to come back. */
    public synchronized Turn tryEnter(String host, Instant now) {
        tidy(now);
        Host state = hosts.computeIfAbsent(HostKey.of(host), key -> new Host(perHost));
        Host address = HostName.of(HostKey.written(host))
                .flatMap(addressOf)
                .map(this::address)
                .orElse(null);
        Optional<Instant> later = state.notBefore(now, minGap);
        if (later.isEmpty() && address != null) {
            later = address.notBefore(now, minGap);
        }
        if (later.isPresent()) {
            return new Later(later.get());
        }
        state.running++;
        state.nextStart = now.plus(minGap);
        if (address != null) {
            address.running++;
        }
        return new Permit(this, state, address);
    }

    private void tidy(Instant now) {
        if (hosts.size() >= tidyAt) {
            hosts.values().removeIf(host -> host.isForgettable(now));
            tidyAt = Math.max(LEAST_TO_TIDY, 2 * hosts.size());
        }
    }

    /** Of how many hosts and addresses it keeps anything. */
    synchronized int known() {
        return hosts.size();
    }

    // No host's name begins with a blank.
    private Host address(String address) {
        return hosts.computeIfAbsent(" " + address, key -> new Host(perHost * HOSTS_AT_AN_ADDRESS));
    }

    /** When a request to this host may start; empty for now. Changes nothing. */
    public synchronized Optional<Instant> notBefore(String host, Instant now) {
        return Optional.ofNullable(hosts.get(HostKey.of(host))).flatMap(state -> state.notBefore(now, minGap));
    }

    /** How long this host still wants to be left alone; empty where it does not. */
    public synchronized Optional<Duration> silence(String host, Instant now) {
        return Optional.ofNullable(hosts.get(HostKey.of(host)))
                .map(state -> Duration.between(now, state.coolUntil))
                .filter(left -> left.compareTo(Duration.ZERO) > 0);
    }

    /** Leaves this host alone until then, or longer when it asked for longer before. */
    public synchronized void cool(String host, Instant until) {
        Host state = hosts.computeIfAbsent(HostKey.of(host), key -> new Host(perHost));
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

    private synchronized void leave(Host state, @Nullable Host address) {
        state.running--;
        if (address != null) {
            address.running--;
        }
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
        private final @Nullable Host address;
        private final AtomicBoolean open = new AtomicBoolean(true);

        private Permit(HostGate gate, Host host, @Nullable Host address) {
            this.gate = gate;
            this.host = host;
            this.address = address;
        }

        @Override
        public <R> R match(Function<Permit, R> permit, Function<Later, R> later) {
            return permit.apply(this);
        }

        @Override
        public void close() {
            if (open.getAndSet(false)) {
                gate.leave(host, address);
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

    /** What is known of one host or address; guarded by the gate. */
    private static final class Host {
        private final int most;
        private int running;
        private Instant nextStart = Instant.MIN;
        private Instant coolUntil = Instant.MIN;

        Host(int most) {
            this.most = most;
        }

        boolean isForgettable(Instant now) {
            return running == 0 && !nextStart.isAfter(now) && !coolUntil.isAfter(now);
        }

        Optional<Instant> notBefore(Instant now, Duration minGap) {
            boolean clockWentBack = nextStart.isAfter(now.plus(minGap));
            Instant rested = later(clockWentBack ? now : nextStart, coolUntil);
            Instant free = running < most ? rested : later(rested, now.plus(LOOK_AGAIN));
            return free.isAfter(now) ? Optional.of(free) : Optional.empty();
        }
    }
}
