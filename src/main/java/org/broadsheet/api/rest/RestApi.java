package org.broadsheet.api.rest;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.broadsheet.reading.Headlines;
import org.broadsheet.reading.Marking;
import org.broadsheet.reading.Politeness;
import org.broadsheet.reading.Rounds;
import org.broadsheet.reading.Subscribing;
import org.broadsheet.server.Access;
import org.broadsheet.server.Routes;

/** All of {@code /api/v1}, and its description in {@code openapi.json}. */
public final class RestApi implements Routes {
    private final List<Routes> resources;
    private final byte[] description;

    public RestApi(
            Access access,
            Headlines headlines,
            Subscribing subscribing,
            Marking marking,
            Rounds rounds,
            Politeness politeness) {
        this.resources = List.of(
                new FeedsResource(access, subscribing),
                new PastPollsResource(access, subscribing, politeness),
                new EntriesResource(access, headlines, marking, new Scopes(subscribing)),
                new PollsResource(access, rounds));
        this.description = description();
    }

    @Override
    public void addTo(RoutesConfig routes) {
        resources.forEach(resource -> resource.addTo(routes));
        routes.get(
                "/api/v1/openapi.json",
                ctx -> ctx.contentType("application/json").result(description));
    }

    static byte[] description() {
        try (InputStream in = RestApi.class.getResourceAsStream("/openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is missing in the JAR");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
