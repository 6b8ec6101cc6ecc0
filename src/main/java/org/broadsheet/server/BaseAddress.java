package org.broadsheet.server;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Optional;

/** How the world reaches this server, for addresses that leave it. */
public final class BaseAddress {
    private final Optional<URI> configured;

    public BaseAddress(Optional<URI> configured) {
        this.configured = configured;
    }

    /** Without a slash at the end: {@code server.base-url}, else as the request came. */
    public String of(Context ctx) {
        return configured.map(URI::toString).orElseGet(() -> "http://" + ctx.host());
    }

    /** {@code server.base-url} without a slash at the end; empty where it is not set. */
    public Optional<String> configured() {
        return configured.map(URI::toString);
    }

    /** Our name in ids that stay the same for ever: the host of {@code server.base-url}, else {@code localhost}. */
    public String authority() {
        return configured.map(URI::getHost).orElse("localhost");
    }
}
