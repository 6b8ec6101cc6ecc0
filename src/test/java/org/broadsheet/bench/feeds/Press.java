package org.broadsheet.bench.feeds;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.IntStream;

/** Documents on a web server on loopback, each under its number. */
final class Press implements AutoCloseable {
    private final List<byte[]> documents;
    private final HttpServer server;

    Press(List<byte[]> documents) throws IOException {
        this.documents = documents;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] document = documents.get(
                    Integer.parseInt(exchange.getRequestURI().getPath().substring(1)));
            // For a length of 0 this server would send chunks without end, -1 stands for nothing.
            exchange.sendResponseHeaders(200, document.length == 0 ? -1 : document.length);
            exchange.getResponseBody().write(document);
        }
    }

    List<String> addresses() {
        String base = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        return IntStream.range(0, documents.size())
                .mapToObj(number -> base + number)
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
