package org.broadsheet.ingest.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up and lets only those addresses through that the guard allows. HttpClient connects to exactly the addresses
 * returned here, so a name cannot mean one address when it is checked and another when it is asked (DNS rebinding).
 */
final class Resolver implements DnsResolver, AutoCloseable {
    static final int MOST_KNOWN = 20_000;

    /** What {@link HostName} makes of addresses; no name ends in a number. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|.*:.*");

    /** Where names are looked up. May take long. */
    interface NameServer {
        InetAddress[] addressesOf(String name) throws UnknownHostException;
    }

    private final AddressGuard guard;
    private final NameServer names;
    private final Duration patience;
    private final Cache<String, String> known =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();
    private final ExecutorService lookUps = Executors.newCachedThreadPool(task -> daemon(task, "fetch-dns"));

    /** A resolver that waits for a name server no longer than {@code patience}; the system itself may take a minute. */
    Resolver(AddressGuard guard, NameServer names, Duration patience) {
        this.guard = guard;
        this.names = names;
        this.patience = patience;
    }

    /** @param written the host, which HttpClient hands on in its own script; name servers know it in ASCII only */
    @Override
    public List<InetSocketAddress> resolve(String written, int port) throws UnknownHostException {
        String host = HostName.of(written).orElse(written);
        List<InetSocketAddress> allowed = new ArrayList<>();
        String refusal = "The name " + host + " has no address.";
        for (InetAddress address : lookUp(host)) {
            String reason = guard.refusal(address, port).orElse("");
            if (reason.isEmpty()) {
                allowed.add(new InetSocketAddress(address, port));
            } else {
                refusal = reason;
            }
        }
        if (allowed.isEmpty()) {
            throw new BlockedAddress(refusal);
        }
        // The list is in the order of preference, and HttpClient takes the first that it can connect to.
        known.put(host, allowed.get(0).getAddress().getHostAddress());
        return allowed;
    }

    Optional<String> addressOf(String host) {
        return Optional.ofNullable(known.getIfPresent(host));
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        // The guard needs the port; HttpClient calls this form only when there is no other.
        throw new UnknownHostException(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private InetAddress[] lookUp(String host) throws UnknownHostException {
        if (LITERAL.matcher(host).matches()) {
            return InetAddress.getAllByName(host); // asks no name server, so nothing to wait for
        }
        try {
            Future<InetAddress[]> answer = lookUps.submit(() -> names.addressesOf(host));
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            throw new UnknownHostException(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host);
        }
    }

    @Override
    public void close() {
        lookUps.shutdownNow();
    }

    static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
