package org.broadsheet.bench.speed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What polling costs, beside what the libraries alone cost in the same run.
 *
 * <p>{@code java -cp target/broadsheet.jar:target/test-classes org.broadsheet.bench.speed.PollingSpeed [FEEDS [ROUNDS
 * [JAVA-OPTION...]]]} after {@code ./mvnw package}; everything stays on loopback. Floors are medians of warm rounds; Broadsheet is the JAR in
 * a fresh process with a heap of 256 MB and the given options, warming up included.
 */
public final class PollingSpeed {
    private final int feeds;
    private final int rounds;
    private final List<String> javaOptions;

    private PollingSpeed(int feeds, int rounds, List<String> javaOptions) {
        this.feeds = feeds;
        this.rounds = rounds;
        this.javaOptions = javaOptions;
    }

    public static void main(String[] arguments) throws Exception {
        int feeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        new PollingSpeed(
                        feeds,
                        rounds,
                        Arrays.asList(arguments).subList(Math.min(2, arguments.length), arguments.length))
                .run();
        System.exit(0);
    }

    private void run() throws Exception {
        Process farm = new ProcessBuilder(
                        java(), "-Xmx128m", "-cp", System.getProperty("java.class.path"), FeedFarm.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(farm.getInputStream(), StandardCharsets.UTF_8))) {
            int port = Integer.parseInt(out.readLine());
            List<String> urls = IntStream.range(0, feeds)
                    .mapToObj(feed -> FeedFarm.url(port, feed))
                    .toList();
            compare(urls);
        } finally {
            farm.getOutputStream().close(); // it tidies up and ends
            farm.waitFor();
        }
    }

    private void compare(List<String> urls) throws Exception {
        double entries = (double) feeds * FeedFarm.ENTRIES;
        double whole;
        double unchanged;
        try (Floors floors = new Floors(urls)) {
            floors.insert(); // warms up all that follows
            Cpu.print("floor: fetch, in feeds", feeds, median(floors::fetch), 0);
            double seconds = median(floors::fetchUnchanged);
            unchanged = feeds / seconds;
            Cpu.print("floor: fetch, nothing new (304), in feeds", feeds, seconds, 0);
            Cpu.print("floor: fetch and Rome, in entries", entries, median(floors::parse), 0);
            Cpu.print("floor: fetch, Rome and jsoup, in entries", entries, median(floors::clean), 0);
            seconds = median(floors::insert);
            whole = entries / seconds;
            Cpu.print("floor: fetch, Rome, jsoup and H2, in entries", entries, seconds, 0);
        }
        try (Server server = new Server(Path.of("target/broadsheet.jar"), javaOptions)) {
            server.follow(urls);
            Cpu.print("Broadsheet: first poll, fresh process, in entries", entries, server.poll(), whole);
            Cpu.print("Broadsheet: nothing new (304), in feeds", feeds, median(server::poll), unchanged);
            double ticked = median(() -> {
                server.get(urls.get(0).replaceFirst("/f/0$", "/tick"));
                return server.poll();
            });
            Cpu.print("Broadsheet: a fifth with three new entries, in feeds", feeds, ticked, 0);
            System.out.println("Broadsheet: peak resident " + server.peakMegabytes() + " MB, " + server.entries()
                    + " entries stored of " + expected());
        }
    }

    private long expected() {
        int ticked = (feeds + FeedFarm.EVERY - 1) / FeedFarm.EVERY;
        return (long) feeds * FeedFarm.ENTRIES + (long) rounds * ticked * FeedFarm.NEW_ENTRIES;
    }

    /** The first call warms up where the caller has not. */
    private double median(Callable<Double> seconds) throws Exception {
        List<Double> all = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            all.add(seconds.call());
        }
        double[] sorted = DoubleStream.of(
                        all.stream().mapToDouble(Double::doubleValue).toArray())
                .sorted()
                .toArray();
        return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElseThrow();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static IOException refused(String what, int status) {
        return new IOException(what + " was answered " + status);
    }
}
