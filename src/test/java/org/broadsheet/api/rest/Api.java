package org.broadsheet.api.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import org.broadsheet.config.Config.AccessMode;
import org.broadsheet.reading.Integrity;
import org.broadsheet.reading.TestStore;
import org.broadsheet.server.Access;
import org.broadsheet.server.Routes;
import org.broadsheet.server.TestServer;
import org.broadsheet.store.Consistency;

/** The REST protocol of a real server on a real store. */
final class Api implements AutoCloseable {
    final TestStore store = TestStore.h2();
    private final TestServer server = TestServer.with(routes(store).toArray(Routes[]::new));

    static List<Routes> routes(TestStore store) {
        Access access = new Access(AccessMode.LOCAL, List.of(), store.accounts::local);
        return List.of(
                new RestApi(access, store.room),
                new OpmlResource(access, store.outlines),
                new CheckResource(access, new Integrity(new Consistency(store.database))));
    }

    JsonNode get(String path) {
        return json(server.get("/api/v1" + path));
    }

    HttpResponse<String> answer(String path, String... headers) {
        return server.get("/api/v1" + path, headers);
    }

    HttpResponse<String> send(String method, String path, String json) {
        return server.send(method, "/api/v1" + path, json, "Content-Type", "application/json");
    }

    HttpResponse<String> send(String method, String path, String body, String contentType) {
        return server.send(method, "/api/v1" + path, body, "Content-Type", contentType);
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }
}
