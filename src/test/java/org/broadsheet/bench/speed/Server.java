package org.broadsheet.bench.speed;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Broadsheet as people run it, in a process of its own with a store of its own, polling only when told to. */
final class Server implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("\"id\":\"(\\d+)\"");
    private static final Pattern ENTRIES = Pattern.compile("\"entries\":(\\d+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final int port;
    private final Process process;

    /** One with an empty store. */
    Server(Path jar, List<String> javaOptions) throws IOException, InterruptedException {
        this(jar, Files.createTempDirectory("speed-data"), javaOptions);
    }

    Server(Path jar, Path data, List<String> javaOptions) throws IOException, InterruptedException {
        Path dir = Files.createTempDirectory("speed");
        Files.writeString(dir.resolve("feeds.opml"), "<opml version=\"2.0\"><body/></opml>");
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        base = "http://127.0.0.1:" + port;
        List<String> line = new ArrayList<>(List.of(PollingSpeed.java(), "-Xmx256m"));
        line.addAll(javaOptions);
        line.addAll(List.of("-jar", jar.toString()));
        ProcessBuilder command = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("log").toFile());
        command.environment()
                .putAll(Map.of(
                        "BROADSHEET_SERVER_PORT", Integer.toString(port),
                        "BROADSHEET_DATA_DIR", data.toString(),
                        "BROADSHEET_OPML", dir.resolve("feeds.opml").toString(),
                        "BROADSHEET_POLL_ENABLED", "false",
                        "BROADSHEET_FETCH_ALLOW_PRIVATE", "127.0.0.0/8",
                        "BROADSHEET_FETCH_MIN_GAP", "0",
                        "BROADSHEET_FETCH_PER_HOST", "16"));
        process = command.start();
        while (!answers()) {
            Thread.sleep(50);
        }
    }

    void follow(List<String> urls) throws IOException, InterruptedException {
        String outlines = urls.stream()
                .map(url -> "<outline type=\"rss\" xmlUrl=\"" + url + "\"/>")
                .collect(Collectors.joining("", "<opml version=\"2.0\"><body>", "</body></opml>"));
        post("/api/v1/opml", "text/x-opml", outlines);
    }

    /** Polls all feeds once; CPU seconds of the whole process. */
    double poll() throws IOException, InterruptedException {
        double before = Cpu.secondsOf(process);
        Matcher id = ID.matcher(post("/api/v1/polls", "application/json", "{\"all\":true}"));
        if (!id.find()) {
            throw new IOException("no round was begun");
        }
        while (!get(base + "/api/v1/polls/" + id.group(1)).contains("\"finished\":true")) {
            Thread.sleep(200);
        }
        return Cpu.secondsOf(process) - before;
    }

    long entries() throws IOException, InterruptedException {
        return ENTRIES.matcher(get(base + "/api/v1/feeds"))
                .results()
                .mapToLong(entries -> Long.parseLong(entries.group(1)))
                .sum();
    }

    /** From Linux's own books; 0 elsewhere. */
    long peakMegabytes() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElse(0);
    }

    String base() {
        return base;
    }

    int port() {
        return port;
    }

    URI uri(String path) {
        return URI.create(base + path);
    }

    double cpuSeconds() {
        return Cpu.secondsOf(process);
    }

    /** Posts JSON; the address of what it made, empty when none is told. */
    String post(String path, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)))
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    String get(String url) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url))).body();
    }

    private String post(String path, String type, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .body();
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw PollingSpeed.refused(answer.uri().getPath(), answer.statusCode());
        }
        return answer;
    }

    private boolean answers() throws InterruptedException {
        try {
            get(base + "/healthz");
            return true;
        } catch (IOException e) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the server did not start", e);
            }
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
