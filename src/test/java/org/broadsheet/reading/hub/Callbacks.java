package org.broadsheet.reading.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Subscribers on loopback: each path is one, who confirms and takes everything unless he is told to do otherwise. */
final class Callbacks implements AutoCloseable {
    private static final Pattern TITLE = Pattern.compile("<entry[^>]*>.*?<title>([^<]*)</title>", Pattern.DOTALL);

    /** What came to one of them. */
    record Post(String path, Map<String, List<String>> headers, String text) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }

        /** Of an Atom document's entries. */
        List<String> titles() {
            List<String> titles = new ArrayList<>();
            TITLE.matcher(text).results().forEach(title -> titles.add(title.group(1)));
            return titles;
        }
    }

    /** How one of them answers news. */
    interface Behaviour {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    final List<Map<String, String>> questions = new CopyOnWriteArrayList<>();
    final List<Post> posts = new CopyOnWriteArrayList<>();
    final CountDownLatch end = new CountDownLatch(1);
    /** A permit for each news that was taken as usual. */
    final Semaphore taken = new Semaphore(0);

    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final Map<String, Behaviour> questioned = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    Callbacks() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** From now on this one answers news so. */
    void on(String path, Behaviour behaviour) {
        behaviours.put(path, behaviour);
    }

    void answersNews(String path, int status) {
        on(path, exchange -> exchange.sendResponseHeaders(status, -1));
    }

    /** From now on this one answers questions so, instead of with the challenge. */
    void answersQuestions(String path, String body) {
        onQuestion(path, exchange -> answer(exchange, body));
    }

    /** From now on this one does so when it is asked whether it wants something. */
    void onQuestion(String path, Behaviour behaviour) {
        questioned.put(path, behaviour);
    }

    /** This one confirms again. */
    void answersQuestionsProperly(String path) {
        questioned.remove(path);
    }

    List<Post> to(String path) {
        return posts.stream().filter(post -> post.path().equals(path)).toList();
    }

    /** The titles of all that one of them was sent and took, in the order in which it came. */
    List<String> titles(String path) {
        return to(path).stream().flatMap(post -> post.titles().stream()).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (exchange.getRequestMethod().equals("GET")) {
                ask(exchange, path);
                return;
            }
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            posts.add(new Post(path, Map.copyOf(exchange.getRequestHeaders()), body));
            behaviours
                    .getOrDefault(path, taking -> {
                        taking.sendResponseHeaders(204, -1);
                        taken.release();
                    })
                    .answer(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private void ask(HttpExchange exchange, String path) throws IOException, InterruptedException {
        Map<String, String> question = Arrays.stream(
                        exchange.getRequestURI().getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        questions.add(question);
        questioned
                .getOrDefault(path, asked -> answer(asked, String.valueOf(question.get("hub.challenge"))))
                .answer(exchange);
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
