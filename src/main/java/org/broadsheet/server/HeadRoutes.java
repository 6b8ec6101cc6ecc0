package org.broadsheet.server;

import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.router.ParsedEndpoint;
import java.util.List;

/** Lets every GET route answer HEAD with the same headers; Jetty leaves the body out. Javalin's own answer has none of them. */
final class HeadRoutes {
    private HeadRoutes() {}

    static void addTo(JavalinConfig javalin) {
        List<ParsedEndpoint> all = javalin.unsafe.internalRouter.allHttpHandlers();
        for (ParsedEndpoint parsed : List.copyOf(all)) {
            Endpoint get = parsed.endpoint;
            if (get.method.equals(HandlerType.GET) && !get.path.equals(Events.PATH)) {
                javalin.routes.addEndpoint(
                        Endpoint.create(HandlerType.HEAD, get.path).handler(get.handler));
            }
        }
    }
}
