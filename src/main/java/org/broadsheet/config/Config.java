package org.broadsheet.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Everything an operator can set, checked. Each value is explained in {@code config/broadsheet.yml}. */
public record Config(
        Server server,
        Data data,
        Optional<Path> opml,
        ListChanges opmlChanges,
        Fetch fetch,
        Poll poll,
        Retention retention,
        Hub hub,
        AccessMode accessMode) {

    /**
     * Where the server listens.
     *
     * @param port 0 for any free port
     * @param baseUrl how the world reaches it, without a slash at the end; empty means as asked
     * @param trustedProxies addresses and networks whose X-Forwarded-For is believed
     */
    public record Server(String host, int port, Optional<URI> baseUrl, List<String> trustedProxies) {}

    /**
     * Where the store is.
     *
     * @param databaseUrl empty for H2 in {@code dir}
     */
    public record Data(Path dir, Optional<String> databaseUrl, String databaseUser, String databasePassword) {}

    /**
     * How feeds are asked.
     *
     * @param concurrency requests at a time in all
     * @param timeout for one request from first to last byte, redirects included
     * @param maxBytes of a body after decompression
     * @param perHost requests at a time to one host
     * @param minGap between two requests to one host
     * @param unverifiedTls names of hosts whose certificates are not verified
     * @param allowPrivate private networks that may be asked all the same, {@code CIDR} or {@code CIDR:port}
     * @param userAgentContact an address in the User-Agent where a publisher can complain; may be empty
     */
    public record Fetch(
            int concurrency,
            Duration timeout,
            long maxBytes,
            int perHost,
            Duration minGap,
            List<String> allowPrivate,
            List<String> unverifiedTls,
            String userAgentContact) {}

    /**
     * How often feeds are asked.
     *
     * @param enabled false: only rounds that somebody asks for run
     */
    public record Poll(boolean enabled, Duration minInterval, Duration maxInterval) {}

    /**
     * What is kept.
     *
     * @param age how long entries are kept that nobody starred; zero keeps them for ever
     * @param perFeed how many of the newest entries of a feed are always kept
     */
    public record Retention(Duration age, int perFeed) {}

    /** What happens when the file of subscriptions changes. */
    public enum ListChanges {
        /** Nothing: it is read once, when the store is empty. */
        IGNORE,
        /** Its changes are shown as a plan and wait for somebody's word. */
        ASK,
        /** Its changes are carried out at once. */
        APPLY
    }

    /**
     * Our own WebSub hub.
     *
     * @param enabled whether there is one; without {@code server.baseUrl} there is none anyway
     * @param subscribers subscriptions in all
     * @param perHost subscriptions of one host, by its registrable domain
     * @param concurrency callbacks that are asked at a time
     * @param ping hubs of others that feeds name instead of it, and that are told of changes; empty for none
     */
    public record Hub(boolean enabled, int subscribers, int perHost, int concurrency, List<URI> ping) {}

    /** Who may read. */
    public enum AccessMode {
        /** Anybody on this machine, as the one local account. */
        LOCAL,
        /** Only those who log in. */
        ACCOUNTS,
        /** Anybody may read; only those who log in may change anything. */
        PUBLIC
    }
}
