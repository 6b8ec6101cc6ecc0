package org.broadsheet.server;

import io.javalin.config.RoutesConfig;

/** Something that answers requests: pages, a protocol, a health check. The server knows no more of it. */
@FunctionalInterface
public interface Routes {
    /** Registers the paths; called once, before the server starts. A GET route answers HEAD too. */
    void addTo(RoutesConfig routes);

    /** Ends what lasts longer than a request; called when the server stops. */
    default void close() {}
}
