package org.broadsheet.api.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.broadsheet.model.Scope;
import org.broadsheet.reading.ReadingRoom;
import org.broadsheet.server.Access;
import org.broadsheet.server.Routes;

/** All of {@code /api/v1}, and its description in {@code openapi.json}. */
public final class RestApi implements Routes {
    private final Access access;
    private final Scopes scopes;
    private final List<Routes> resources;
    private final byte[] description;

    public RestApi(Access access, ReadingRoom room) {
        this.access = access;
        this.scopes = new Scopes(room.subscribing(), room.labelling());
        this.resources = List.of(
                new FeedsResource(access, room.subscribing()),
                new PastPollsResource(access, room.subscribing(), room.politeness()),
                new EntriesResource(access, room.headlines(), room.marking(), scopes),
                new LabelsResource(access, room.labelling()),
                new PrivateAddressesResource(access, room.privateAddresses()),
                new BulkMarksResource(access, room.headlines(), room.bulkMarking(), scopes),
                new PollsResource(access, room.rounds()));
        this.description = description();
    }

    @Override
    public void addTo(RoutesConfig routes) {
        resources.forEach(resource -> resource.addTo(routes));
        routes.get(
                "/api/v1/openapi.json",
                ctx -> ctx.contentType("application/json").result(description));
    }

    /** What a request names as {@code folder}, {@code feed} or {@code label}; everything where it names none. 400 for a bad one. */
    public Scope scope(Context ctx) {
        return scopes.of(
                access.account(ctx), ctx.queryParam("feed"), ctx.queryParam("folder"), ctx.queryParam("label"));
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
