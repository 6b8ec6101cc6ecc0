package org.broadsheet.bench.speed;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.config.Config;
import org.broadsheet.reading.TestStore;

/**
 * What the pages and lists that people read cost with 500 feeds of 300 entries each, half of them unread, beside a constant
 * answer of the same server.
 *
 * <p>README has the command.
 */
public final class ServingSpeed {
    private static final int ONE_CONNECTION = 2_000;
    private static final int MARKS = 25;
    private static final int CONNECTIONS = 8;
    private static final Duration MANY = Duration.ofSeconds(8);
    private static final List<String> PATHS = List.of(
            "/healthz",
            "/",
            "/unread",
            "/folders/folder-3",
            "/api/v1/entries?state=unread&limit=50",
            "/api/v1/feeds",
            "/feed.atom",
            "/folders/folder-3/feed.json");

    private ServingSpeed() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Path jar = Path.of(arguments.length > 0 ? arguments[0] : "target/broadsheet.jar");
        Config.Data place = fill();
        try (Server server = new Server(jar, place.dir(), List.of())) {
            String change =
                    server.get(server.base() + "/api/v1/entries?limit=1").replaceAll(".*\"change\":(\\d+).*", "$1");
            mark(server, Long.parseLong(change) / 2);
            for (int warming = 0; warming < 2; warming++) {
                for (String path : PATHS) {
                    alone(server, path, warming == 1);
                }
            }
            for (String path : PATHS) {
                together(server, path);
            }
            marking(server, Long.parseLong(change));
            System.out.printf("peak resident %d MB%n", server.peakMegabytes());
        }
        System.exit(0);
    }

    private static Config.Data fill() {
        TestStore store = TestStore.h2();
        Stock.fill(store);
        store.stop();
        return store.place;
    }

    private static void alone(Server server, String path, boolean tell) throws IOException {
        long[] nanos = new long[ONE_CONNECTION];
        double cpu = server.cpuSeconds();
        long bytes = 0;
        try (KeptConnection connection = new KeptConnection(server.port())) {
            for (int i = 0; i < nanos.length; i++) {
                long begin = System.nanoTime();
                bytes = connection.get(path);
                nanos[i] = System.nanoTime() - begin;
            }
        }
        double cpuEach = (server.cpuSeconds() - cpu) / nanos.length;
        Arrays.sort(nanos);
        if (tell) {
            System.out.printf(
                    Locale.ROOT,
                    "%-40s %7d bytes  p50 %6.2f ms  p99 %6.2f ms  %5.2f ms CPU%n",
                    path,
                    bytes,
                    nanos[nanos.length / 2] / 1e6,
                    nanos[nanos.length * 99 / 100] / 1e6,
                    cpuEach * 1e3);
        }
    }

    private static void together(Server server, String path)
            throws IOException, InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        double cpu = server.cpuSeconds();
        long begin = System.nanoTime();
        Callable<Long> asking = () -> {
            long count = 0;
            try (KeptConnection connection = new KeptConnection(server.port())) {
                while (System.nanoTime() - begin < MANY.toNanos()) {
                    connection.get(path);
                    count++;
                }
            }
            return count;
        };
        List<Callable<Long>> all = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            all.add(asking);
        }
        long count = 0;
        for (Future<Long> done : threads.invokeAll(all)) {
            count += done.get();
        }
        threads.shutdown();
        System.out.printf(
                Locale.ROOT,
                "%-40s %7.0f a second at %d connections, %5.2f ms CPU each%n",
                path,
                count / (MANY.toNanos() / 1e9),
                CONNECTIONS,
                (server.cpuSeconds() - cpu) / count * 1e3);
    }

    private static String mark(Server server, long upTo) throws IOException, InterruptedException {
        return server.post("/api/v1/entries/mark-read", "{\"up_to\":" + upTo + "}");
    }

    /** Marks everything and takes it back, and asks for a page after each. */
    private static void marking(Server server, long change) throws IOException, InterruptedException {
        double[][] times = new double[4][MARKS];
        for (int i = 0; i < MARKS; i++) {
            long begin = System.nanoTime();
            String address = mark(server, change);
            long marked = System.nanoTime();
            server.get(server.base() + "/unread");
            long shown = System.nanoTime();
            server.send(HttpRequest.newBuilder(server.uri(address)).DELETE());
            long undone = System.nanoTime();
            server.get(server.base() + "/unread");
            times[0][i] = (marked - begin) / 1e6;
            times[1][i] = (shown - marked) / 1e6;
            times[2][i] = (undone - shown) / 1e6;
            times[3][i] = (System.nanoTime() - undone) / 1e6;
        }
        System.out.printf(
                Locale.ROOT,
                "medians of %d: mark all unread %.1f ms, the next page %.1f ms, take back %.1f ms, the next page %.1f ms%n",
                MARKS,
                median(times[0]),
                median(times[1]),
                median(times[2]),
                median(times[3]));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
