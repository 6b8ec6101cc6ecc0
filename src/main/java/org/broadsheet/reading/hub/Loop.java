package org.broadsheet.reading.hub;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A thread that goes one round after another: soon when it is woken, and now and then by itself. The round must not throw.
 * Thread-safe.
 */
final class Loop implements AutoCloseable {
    /** For what has become due by time alone. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(15);

    /** News come in bursts; a moment's wait sends them together. */
    private static final Duration PACE = Duration.ofMillis(100);

    private final Runnable round;
    private final Thread thread;
    private final Semaphore bell = new Semaphore(0);
    private final CountDownLatch end = new CountDownLatch(1);

    Loop(String name, Runnable round) {
        this.round = round;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    /** Begins with a round at once. */
    void start() {
        thread.start();
    }

    void wake() {
        bell.release();
    }

    /** Makes the round that is under way the last one, without waiting for it. */
    void end() {
        end.countDown();
        wake();
    }

    boolean hasEnded() {
        return end.getCount() == 0;
    }

    /** Waits for the last round. */
    @Override
    public void close() {
        end();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                round.run();
                bell.tryAcquire(LONGEST_REST.toMillis(), TimeUnit.MILLISECONDS);
                bell.drainPermits();
            } while (!end.await(PACE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
