package org.broadsheet.ingest.fetch;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * The end of one fetch. When it comes, the request of the moment is cut off, whatever it is waiting for: a server that sends
 * a byte a second never runs into a timeout of a single read.
 */
final class Deadline implements AutoCloseable {
    private final Duration length;
    private final ScheduledFuture<?> alarm;
    private volatile boolean passed;
    private volatile @Nullable Cancellable current;

    Deadline(ScheduledExecutorService clock, Duration length) {
        this.length = length;
        this.alarm = clock.schedule(this::ring, length.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Cuts this request off instead of an earlier one; at once when the time is over already. */
    void watch(Cancellable request) {
        current = request;
        if (passed) {
            request.cancel();
        }
    }

    boolean passed() {
        return passed;
    }

    Duration length() {
        return length;
    }

    private void ring() {
        passed = true;
        Cancellable request = current;
        if (request != null) {
            request.cancel();
        }
    }

    @Override
    public void close() {
        alarm.cancel(false);
    }
}
