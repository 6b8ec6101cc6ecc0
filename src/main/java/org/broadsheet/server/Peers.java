package org.broadsheet.server;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.broadsheet.text.Cidr;
import org.jspecify.annotations.Nullable;

/** Where requests really come from, when some come through reverse proxies. */
final class Peers {
    private final List<Cidr> trusted;

    Peers(List<String> trustedProxies) {
        this.trusted = trustedProxies.stream().map(Cidr::ofAddressOrNetwork).toList();
    }

    /** Whether the request was made on this machine. */
    boolean isLocal(Context ctx) {
        // A proxy may add a line of its own below the one that a client made up.
        List<String> lines = Collections.list(ctx.req().getHeaders("X-Forwarded-For"));
        return isLocal(ctx.req().getRemoteAddr(), lines.isEmpty() ? null : String.join(",", lines));
    }

    /**
     * Whether a request was made on this machine.
     *
     * @param forwardedFor believed from a trusted proxy only. From anybody else its presence shows that some proxy passes
     *     strangers on, which makes its own loopback address worthless
     */
    boolean isLocal(String address, @Nullable String forwardedFor) {
        if (forwardedFor == null) {
            return isLoopback(address);
        }
        return isTrusted(address) && isLoopback(client(forwardedFor));
    }

    // Each proxy appends whom it heard from; what stands before the first one that is not ours may be invented.
    private String client(String forwardedFor) {
        List<String> chain =
                Arrays.stream(forwardedFor.split(",", -1)).map(String::strip).toList();
        for (int i = chain.size() - 1; i > 0; i--) {
            if (!isTrusted(chain.get(i))) {
                return chain.get(i);
            }
        }
        return chain.get(0);
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    private static boolean isLoopback(String address) {
        return address.matches("127(\\.\\d{1,3}){3}|\\[?(0:0:0:0:0:0:0:1|::1|::ffff:127(\\.\\d{1,3}){3})]?");
    }
}
