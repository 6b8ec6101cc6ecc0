package org.broadsheet.poll;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A publisher on loopback that answers what the test says, and remembers what it was asked. */
final class FeedServer implements AutoCloseable {
    private final HttpServer server;
    final List<Map<String, List<String>>> requests = new CopyOnWriteArrayList<>();
    final List<String> posted = new CopyOnWriteArrayList<>();
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    private volatile Answer answer = new Answer(404, Map.of(), "");

    private final Map<String, Answer> elsewhere = new ConcurrentHashMap<>();

    private record Answer(int status, Map<String, String> headers, String body) {}

    FeedServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void answers(int status, Map<String, String> headers, String body) {
        answer = new Answer(status, headers, body);
    }

    /** What one path answers from now on, whatever the others do. */
    void answersAt(String path, int status, Map<String, String> headers, String body) {
        elsewhere.put(path, new Answer(status, headers, body));
    }

    /** What happens before the next POST is answered. */
    void meanwhile(Runnable event) {
        meanwhile.set(event);
    }

    /** Answers 200 with a feed of entries "guid|title|text". */
    void publishes(String... entries) {
        answers(200, Map.of("Content-Type", "application/rss+xml", "ETag", "\"always the same\""), rss(entries));
    }

    static String rss(String... entries) {
        String items = Stream.of(entries)
                .map(entry -> entry.split("\\|", -1))
                .map(e -> "<item><guid isPermaLink=\"false\">" + e[0] + "</guid><title>" + e[1]
                        + "</title><link>https://news.example/" + e[0] + "</link><description>" + e[2]
                        + "</description></item>")
                .collect(Collectors.joining());
        return "<rss version=\"2.0\"><channel><title>Harbour Post</title><link>https://news.example/</link>"
                + "<description>News</description>" + items + "</channel></rss>";
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.add(Map.copyOf(exchange.getRequestHeaders()));
        if (exchange.getRequestMethod().equals("POST")) {
            posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            meanwhile.getAndSet(() -> {}).run();
        }
        Answer now = elsewhere.getOrDefault(exchange.getRequestURI().getPath(), answer);
        now.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = now.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(now.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
