package org.broadsheet.server;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses changes that a page of somebody else asks for (CSRF), by Sec-Fetch-Site, Origin and Referer. Programs send
 * none of them and pass; browsers send at least one with every unsafe request.
 */
final class CrossSite {
    private static final Set<HandlerType> SAFE = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private final Optional<URI> baseUrl;

    CrossSite(Optional<URI> baseUrl) {
        this.baseUrl = baseUrl;
    }

    void check(Context ctx) {
        if (SAFE.contains(ctx.method())) {
            return;
        }
        boolean ours = sameSite(ctx.header("Sec-Fetch-Site"))
                && ours(ctx.header("Origin"), ctx.header("Host"))
                && ours(ctx.header("Referer"), ctx.header("Host"));
        if (!ours) {
            throw new Refused(403, Refusal.OTHER_SITE);
        }
    }

    // "none" is the reader himself, by the address bar or a bookmark. "same-site" is another port or subdomain.
    private static boolean sameSite(@Nullable String fetchSite) {
        return fetchSite == null || fetchSite.equals("same-origin") || fetchSite.equals("none");
    }

    /** Whether an address, null when not sent, is on this server: on the host that was asked, or under the base URL. */
    boolean ours(@Nullable String address, @Nullable String host) {
        if (address == null) {
            return true;
        }
        try {
            String authority = new URI(address).getAuthority();
            return authority != null && (same(authority, host) || same(authority, baseAuthority()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private @Nullable String baseAuthority() {
        return baseUrl.map(URI::getAuthority).orElse(null);
    }

    private static boolean same(String authority, @Nullable String other) {
        return other != null && authority.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
