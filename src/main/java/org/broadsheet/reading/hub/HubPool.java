package org.broadsheet.reading.hub;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.broadsheet.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that wait for callbacks. Most of them wait for something slow, so there are many, and they end when there is
 * nothing to do. Those that failed before or were slow get a quarter of them at most, and so do those that have still to
 * confirm: neither do the sound ones wait for them, nor they for each other. Thread-safe.
 */
final class HubPool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubPool.class);
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Duration END = Duration.ofSeconds(5);

    private final int size;
    private final ThreadPoolExecutor threads;
    private Room room;
    private final Runnable onEnd;

    /**
     * Builds it.
     *
     * @param size how many requests may run at a time
     * @param onEnd told after each of them
     */
    HubPool(int size, Runnable onEnd) {
        this.size = size;
        this.room = Room.of(size);
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
     * @param shaky of these, how many of that standing
     * @param unconfirmed the same
     */
    record Room(int all, int shaky, int unconfirmed) {
        static Room of(int size) {
            int quarter = Math.max(1, size / 4);
            return new Room(size, quarter, quarter);
        }

        boolean has(Standing standing) {
            int own = switch (standing) {
                case SOUND -> all;
                case SHAKY -> shaky;
                case UNCONFIRMED -> unconfirmed;
            };
            return all > 0 && own > 0;
        }

        /** With so many more tasks; fewer where negative. */
        Room without(Standing standing, int tasks) {
            return new Room(
                    all - tasks,
                    standing == Standing.SHAKY ? shaky - tasks : shaky,
                    standing == Standing.UNCONFIRMED ? unconfirmed - tasks : unconfirmed);
        }
    }

    /** Whether one more of that standing can run. */
    synchronized boolean has(Standing standing) {
        return room.has(standing);
    }

    /** Keeps a place for a task that is to be run, or to be let go. */
    synchronized void reserve(Standing standing) {
        room = room.without(standing, 1);
    }

    synchronized void release(Standing standing) {
        room = room.without(standing, -1);
    }

    /** Runs a task in the place that was reserved for it; whatever becomes of it, the future completes. */
    CompletableFuture<Void> run(Standing standing, Runnable task) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        complain(e);
                    } finally {
                        release(standing);
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
