package org.broadsheet.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The server that has the store open, asked over its REST API on loopback. */
final class RunningServer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ServerFile file;

    private RunningServer(ServerFile file) {
        this.file = file;
    }

    /** The server of a data folder, when one answers. */
    static Optional<RunningServer> of(Path dataDir) {
        return ServerFile.read(dataDir).map(RunningServer::new).filter(RunningServer::answers);
    }

    private boolean answers() {
        try {
            return send("GET", "/healthz", "text/plain", HttpRequest.BodyPublishers.noBody())
                            .statusCode()
                    == 200;
        } catch (CommandFailure e) {
            return false;
        }
    }

    byte[] get(String path) {
        return checked(send("GET", path, "text/plain", HttpRequest.BodyPublishers.noBody()));
    }

    JsonNode json(String path) {
        return tree(get(path));
    }

    JsonNode post(String path, String contentType, byte[] body) {
        return tree(checked(send("POST", path, contentType, HttpRequest.BodyPublishers.ofByteArray(body))));
    }

    private HttpResponse<byte[]> send(String method, String path, String contentType, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(file.address().resolve(path))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + file.token())
                .header("Content-Type", contentType)
                .method(method, body)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw CommandFailure.failed("the server at " + file.address() + " does not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("interrupted");
        }
    }

    private static byte[] checked(HttpResponse<byte[]> response) {
        if (response.statusCode() >= 400) {
            String detail = tree(response.body())
                    .path("detail")
                    .asText("the server answered with status " + response.statusCode() + "; it may be stopping");
            if (response.statusCode() == 400 || response.statusCode() == 422) {
                throw CommandFailure.unusable(detail);
            }
            throw CommandFailure.failed(detail);
        }
        return response.body();
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw CommandFailure.failed("the server gave an answer that is not JSON");
        }
    }
}
