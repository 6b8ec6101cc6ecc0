package org.broadsheet.reading.hub;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadsheet.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that wait for callbacks. Most of them wait for something slow, so there are many, and they end when there is
 * nothing to do. Those that failed before, or have still to confirm,
 * get half of them at most: the sound ones never wait for them. Thread-safe.
 */
final class HubPool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubPool.class);
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Duration END = Duration.ofSeconds(5);

    private final int size;
    private final ThreadPoolExecutor threads;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger doubtful = new AtomicInteger();
    private final Runnable onEnd;

    /**
     * Builds it.
     *
     * @param size how many requests may run at a time
     * @param onEnd told after each of them
     */
    HubPool(int size, Runnable onEnd) {
        this.size = size;
        this.onEnd = onEnd;
        this.threads = new ThreadPoolExecutor(
                size, size, IDLE.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(), HubPool::thread);
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "hub-callback");
        thread.setDaemon(true);
        return thread;
    }

    int size() {
        return size;
    }

    /**
     * How many more can run.
     *
     * @param doubtful of these, how many that are doubtful
     */
    record Room(int all, int doubtful) {
        boolean has(boolean doubt) {
            return all > 0 && (!doubt || doubtful > 0);
        }

        Room without(boolean doubt) {
            return new Room(all - 1, doubt ? doubtful - 1 : doubtful);
        }
    }

    Room room() {
        return new Room(size - running.get(), Math.max(1, size / 2) - doubtful.get());
    }

    /** Runs a task; whatever becomes of it, the future completes. */
    CompletableFuture<Void> run(boolean doubt, Runnable task) {
        running.incrementAndGet();
        doubtful.addAndGet(doubt ? 1 : 0);
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        complain(e);
                    } finally {
                        doubtful.addAndGet(doubt ? -1 : 0);
                        running.decrementAndGet();
                        onEnd.run();
                    }
                },
                threads);
    }

    // It stays claimed for a minute and is tried again then.
    private static void complain(RuntimeException e) {
        if (!StoreUnavailable.isBehind(e)) {
            LOG.warn("A callback stumbled and is tried again.", e);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(END.toSeconds(), TimeUnit.SECONDS)) {
                LOG.info("Some callbacks are still being asked; they are asked again later.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
