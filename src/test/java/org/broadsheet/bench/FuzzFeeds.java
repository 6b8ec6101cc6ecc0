package org.broadsheet.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads broken documents by the hundred thousand: nothing may escape, none may take over 2 s or need over 64 MB.
 *
 * <p>{@code java -Xmx64m -cp target/broadsheet.jar:target/test-classes org.broadsheet.bench.FuzzFeeds [COUNT [SEED
 * [FOLDER [FIRST]]]]} after {@code ./mvnw package}. Documents have up to {@value MAX_BYTES} bytes. Time is the thread's
 * on the processor. The heap of 64 MB holds the corpus too; whatever does not fit in runs out of memory, and that counts
 * as an escape. What a document allocated in all is told for those who wish to save.
 * Prints each offender and writes it to {@code target/fuzz/SEED-NUMBER}; exit code 1 when there is one.
 */
public final class FuzzFeeds {
    /** Feeds are seldom longer. */
    private static final int MAX_BYTES = 200_000;

    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long MAX_HEAP = 64L << 20;
    private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final Path OFFENDERS = Path.of("target/fuzz");

    private final Mutations mutations;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final AtomicLong started = new AtomicLong(System.nanoTime());
    private final AtomicLong number = new AtomicLong();
    private long slowest;
    private long largest;
    private int offenders;

    private FuzzFeeds(Mutations mutations) {
        this.mutations = mutations;
    }

    public static void main(String[] arguments) throws IOException {
        long count = arguments.length > 0 ? Long.parseLong(arguments[0]) : 100_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        Path folder = arguments.length > 2 ? Path.of(arguments[2]) : Corpus.OWN;
        long first = arguments.length > 3 ? Long.parseLong(arguments[3]) : 0;
        if (Runtime.getRuntime().maxMemory() > MAX_HEAP) {
            System.err.println("Start it with -Xmx64m: that is what shows that no document needs more.");
            System.exit(2);
        }
        Files.createDirectories(OFFENDERS);
        System.exit(new FuzzFeeds(new Mutations(Corpus.in(folder), seed, MAX_BYTES)).run(first, count) ? 0 : 1);
    }

    private boolean run(long first, long count) throws IOException {
        watch();
        warmUp();
        long start = System.nanoTime();
        for (long i = first; i < first + count; i++) {
            judge(i, mutations.document(i));
        }
        System.out.printf(
                "%d documents in %d s: %d offenders, slowest %d ms, most allocated in all %d MB%n",
                count,
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start),
                offenders,
                TimeUnit.NANOSECONDS.toMillis(slowest),
                largest >> 20);
        return offenders == 0;
    }

    /** So that no document pays for loading classes. */
    private void warmUp() {
        mutations.corpus().documents().forEach(WholeReading::line);
    }

    private void judge(long i, byte[] document) throws IOException {
        number.set(i);
        started.set(System.nanoTime());
        long before = threads.getCurrentThreadAllocatedBytes();
        long start = threads.getCurrentThreadCpuTime();
        String wrong = escaped(document);
        long nanos = threads.getCurrentThreadCpuTime() - start;
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        slowest = Math.max(slowest, nanos);
        largest = Math.max(largest, allocated);
        if (!wrong.isEmpty() || nanos > MAX_NANOS) {
            offend(i, document, wrong.isEmpty() ? "took " + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms" : wrong);
        }
    }

    private static String escaped(byte[] document) {
        try {
            WholeReading.line(document);
            return "";
        } catch (Throwable escaped) {
            StackTraceElement[] trace = escaped.getStackTrace();
            return escaped + (trace.length == 0 ? "" : " at " + trace[0]);
        }
    }

    private void offend(long i, byte[] document, String wrong) throws IOException {
        offenders++;
        Path file = OFFENDERS.resolve(mutations.seed() + "-" + i);
        Files.write(file, document);
        System.out.printf("%s (%d bytes): %s%n", file, document.length, wrong);
    }

    /** A document that takes for ever can only be named by somebody else. */
    private void watch() {
        Thread watch = new Thread(() -> {
            while (System.nanoTime() - started.get() < STUCK_NANOS) {
                pause();
            }
            System.out.println("STUCK: document " + number.get() + " of seed " + mutations.seed());
            Runtime.getRuntime().halt(1);
        });
        watch.setDaemon(true);
        watch.start();
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
