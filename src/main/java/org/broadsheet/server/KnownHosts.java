package org.broadsheet.server;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.broadsheet.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Refuses names that are not ours while the server is bound to loopback: else a page of a stranger, whose name he lets
 * point to 127.0.0.1, could read everything (DNS rebinding).
 */
final class KnownHosts {
    private final boolean loopback;
    private final Set<String> names;

    KnownHosts(Config.Server config) {
        this.loopback = isLoopback(config.host());
        this.names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
        names.add(config.host().toLowerCase(Locale.ROOT));
        config.baseUrl().ifPresent(url -> names.add(url.getHost().toLowerCase(Locale.ROOT)));
    }

    void check(Context ctx) {
        if (!accepts(ctx.header("Host"))) {
            throw new Refused(421, Refusal.OTHER_NAME);
        }
    }

    /** Whether a request for this Host may be answered. Every browser sends one, so none at all is a tool of HTTP/1.0. */
    boolean accepts(@Nullable String host) {
        return !loopback
                || host == null
                || names.contains(host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT));
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
