package org.broadsheet.api.websub;

import io.javalin.config.RoutesConfig;
import io.javalin.http.NotFoundResponse;
import org.broadsheet.server.Routes;

/** {@code /hub} where there is no hub: says why. */
public final class NoHub implements Routes {
    private final String why;

    /**
     * Builds it.
     *
     * @param why a sentence for people
     */
    public NoHub(String why) {
        this.why = why;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/hub", ctx -> {
            throw new NotFoundResponse("There is no hub here: " + why);
        });
    }
}
