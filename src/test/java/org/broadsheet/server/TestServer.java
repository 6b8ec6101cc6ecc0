package org.broadsheet.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.broadsheet.config.Config;
import org.broadsheet.model.AccountId;

/** A real server on a free port of loopback, and a client for it. */
public final class TestServer implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final WebServer server;

    private TestServer(WebServer server) {
        this.server = server;
    }

    public static TestServer with(Routes... routes) {
        return in(Config.AccessMode.LOCAL, routes);
    }

    /** One whose errors a browser is told on pages of these. */
    public static TestServer with(ErrorPages errors, Routes... routes) {
        return in(Config.AccessMode.LOCAL, errors, routes);
    }

    public static TestServer in(Config.AccessMode mode, Routes... routes) {
        return in(mode, ErrorPages.plain(), routes);
    }

    /** One at a port of its own, for those who have to know their address beforehand. */
    public static TestServer at(int port, Routes... routes) {
        return start(config(port), Config.AccessMode.LOCAL, ErrorPages.plain(), routes);
    }

    /** One in mode local behind a proxy on loopback. */
    static TestServer behindProxy(Routes... routes) {
        Access access = new Access(Config.AccessMode.LOCAL, List.of("127.0.0.1"), () -> new AccountId(1));
        return start(config(0), access, ErrorPages.plain(), routes);
    }

    private static TestServer in(Config.AccessMode mode, ErrorPages errors, Routes... routes) {
        return start(config(0), mode, errors, routes);
    }

    private static TestServer start(Config.Server config, Config.AccessMode mode, ErrorPages errors, Routes... routes) {
        return start(config, access(mode), errors, routes);
    }

    private static TestServer start(Config.Server config, Access access, ErrorPages errors, Routes... routes) {
        try {
            return new TestServer(
                    WebServer.start(config, access, errors, new Metrics(), Arrays.asList(routes), TestServer::isAway));
        } catch (CannotListen e) {
            throw new AssertionError(e);
        }
    }

    /** What routes throw here when their store is away. */
    static final class Away extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static boolean isAway(Exception error) {
        return error instanceof Away;
    }

    static Config.Server config(int port) {
        return new Config.Server(
                "127.0.0.1", port, Optional.of(URI.create("https://news.example.org")), List.of("127.0.0.9"));
    }

    /** Access to account 1 in mode local. */
    public static Access access() {
        return access(Config.AccessMode.LOCAL);
    }

    private static Access access(Config.AccessMode mode) {
        return new Access(mode, List.of(), () -> new AccountId(1));
    }

    public URI at(String path) {
        return URI.create(server.address() + path);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** The answer in bytes as they came. */
    public HttpResponse<byte[]> bytes(String path, String... headers) {
        try {
            return CLIENT.send(HttpRequest.newBuilder(at(path)).headers(headers).build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends a request and waits for its whole answer. */
    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(at(path)).method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends bytes as they are, and gives all that comes until the server closes. */
    String raw(String request) {
        try (Socket socket =
                new Socket(server.address().getHost(), server.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    InputStream stream(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofInputStream()).body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
