package org.broadsheet.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Kills the server in the middle of polls and proves that nothing is lost, doubled or broken.
 *
 * <p>{@code java src/test/java/org/broadsheet/bench/KillNine.java [KILLS [FEEDS]]} after {@code ./mvnw package}; everything
 * stays on loopback. Prints one line a kill and ends with exit code 1 when a promise is broken.
 */
public final class KillNine {
    private static final Pattern GUID = Pattern.compile("\"guid\":\"([^\"]+)\"");
    private static final Pattern CURSOR = Pattern.compile("\"next_cursor\":\"([^\"]+)\"");
    private static final int ENTRIES_AT_START = 20;
    private static final int NEW_EACH_TIME = 5;

    private final int feeds;
    private final Path dir;
    private final int port;
    private final AtomicInteger entriesPerFeed = new AtomicInteger(ENTRIES_AT_START);
    private final HttpClient http = HttpClient.newHttpClient();

    private KillNine(int feeds) throws IOException {
        this.feeds = feeds;
        this.dir = Files.createTempDirectory("kill-nine");
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    public static void main(String[] arguments) throws Exception {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        int feeds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        System.exit(new KillNine(feeds).run(kills) ? 0 : 1);
    }

    private boolean run(int kills) throws Exception {
        HttpServer newsroom = newsroom();
        Random random = new Random(9);
        Set<String> seen = new HashSet<>();
        boolean kept = true;
        for (int kill = 1; kill <= kills; kill++) {
            long start = System.nanoTime();
            Process server = start("serve");
            awaitAnswer();
            long back = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            List<String> there = guids();
            kept &= holds(there.containsAll(seen), "an entry that was listed is gone");
            kept &= holds(new HashSet<>(there).size() == there.size(), "an entry is there twice");
            post("/api/v1/polls", "{\"all\":true}");
            Thread.sleep(100 + random.nextInt(2_000));
            seen.addAll(guids());
            server.destroyForcibly().waitFor();
            System.out.printf("kill %d: back in %d ms, %d entries listed before the kill%n", kill, back, seen.size());
            entriesPerFeed.addAndGet(NEW_EACH_TIME);
        }
        kept &= afterTheLastKill();
        newsroom.stop(0);
        System.out.println(kept ? "All promises held." : "A promise was broken.");
        return kept;
    }

    private boolean afterTheLastKill() throws Exception {
        Process server = start("serve");
        awaitAnswer();
        post("/api/v1/polls", "{\"all\":true}");
        while (!get("/api/v1/polls/" + lastRound()).contains("\"finished\":true")) {
            Thread.sleep(200);
        }
        List<String> there = guids();
        int served = feeds * entriesPerFeed.get();
        System.out.println(there.size() + " entries stored of " + served + " served");
        boolean kept = holds(new HashSet<>(there).size() == there.size(), "an entry is there twice")
                && holds(there.size() == served, "entries are missing after the last poll");
        server.destroy();
        server.waitFor();
        Process check = start("check");
        return holds(check.waitFor() == 0, "check says that the store is not consistent") && kept;
    }

    private String lastRound = "";

    private String lastRound() {
        return lastRound;
    }

    private static boolean holds(boolean promise, String otherwise) {
        if (!promise) {
            System.out.println("BROKEN: " + otherwise);
        }
        return promise;
    }

    private Process start(String command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                "java",
                "-jar",
                Path.of("target/broadsheet.jar").toAbsolutePath().toString(),
                command);
        builder.environment().put("BROADSHEET_SERVER_PORT", Integer.toString(port));
        builder.environment().put("BROADSHEET_DATA_DIR", dir.resolve("data").toString());
        builder.environment().put("BROADSHEET_OPML", dir.resolve("feeds.opml").toString());
        builder.environment().put("BROADSHEET_FETCH_ALLOW_PRIVATE", "127.0.0.0/8");
        builder.environment().put("BROADSHEET_FETCH_MIN_GAP", "0");
        builder.environment().put("BROADSHEET_FETCH_PER_HOST", "16");
        builder.environment().put("BROADSHEET_POLL_ENABLED", "false");
        return builder.directory(dir.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(dir.resolve("log").toFile()))
                .start();
    }

    private void awaitAnswer() throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < deadline) {
            try {
                get("/healthz");
                return;
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("the server did not come back; its log is " + dir.resolve("log"));
    }

    private List<String> guids() throws Exception {
        List<String> guids = new ArrayList<>();
        String cursor = "";
        do {
            String page =
                    get("/api/v1/entries?limit=1000&duplicates=show" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            Matcher guid = GUID.matcher(page);
            while (guid.find()) {
                guids.add(guid.group(1));
            }
            Matcher next = CURSOR.matcher(page);
            cursor = next.find() ? next.group(1) : "";
        } while (!cursor.isEmpty());
        return guids;
    }

    private String get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void post(String path, String json) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        Matcher id = Pattern.compile("\"id\":\"?(\\d+)").matcher(answer);
        lastRound = id.find() ? id.group(1) : "";
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpServer newsroom() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/", this::answer);
        server.start();
        String outlines = IntStream.range(0, feeds)
                .mapToObj(i -> "<outline text=\"F" + i + "\" xmlUrl=\"http://127.0.0.1:"
                        + server.getAddress().getPort() + "/" + i + "\"/>")
                .collect(Collectors.joining());
        Files.writeString(
                dir.resolve("feeds.opml"),
                "<opml version=\"2.0\"><head><title>t</title></head><body>" + outlines + "</body></opml>");
        return server;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String feed = exchange.getRequestURI().getPath().substring(1);
        String items = IntStream.range(0, entriesPerFeed.get())
                .mapToObj(i -> "<item><title>Entry " + i + " of " + feed + "</title><guid isPermaLink=\"false\">" + feed
                        + "-" + i + "</guid><description>" + "Some words of it. ".repeat(40) + "</description></item>")
                .collect(Collectors.joining());
        byte[] body = ("<rss version=\"2.0\"><channel><title>" + feed + "</title><link>http://" + feed
                        + ".example/</link><description>d</description>" + items + "</channel></rss>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
