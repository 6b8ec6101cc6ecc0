package org.broadsheet.cli;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.broadsheet.reading.FollowedList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What goes on beside polling and answering: imports, and following the file of subscriptions. */
final class Chores implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);

    /** A change of the followed list is read when it is a look old. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private static final Duration END = Duration.ofSeconds(5);
    private static final int IMPORTS = 4;
    // Each may hold a file of 50 MB.
    private static final int WAITING_IMPORTS = 4;

    private final ThreadPoolExecutor imports = new ThreadPoolExecutor(
            IMPORTS, IMPORTS, 20, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING_IMPORTS), Chores::thread);
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(Chores::thread);
    private @Nullable ScheduledFuture<?> following;

    Chores() {
        imports.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable chore) {
        Thread thread = new Thread(chore, "chores");
        thread.setDaemon(true);
        return thread;
    }

    /** Runs some imports at a time, lets some wait and refuses more. */
    Executor imports() {
        return imports;
    }

    void follow(FollowedList list) {
        following = looks.scheduleWithFixedDelay(() -> look(list), 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    // A schedule ends with the first exception that gets out.
    private static void look(FollowedList list) {
        try {
            list.look();
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("The list of subscriptions could not be followed.", e);
        }
    }

    /** Lets an import finish the feeds that it is at. */
    @Override
    public void close() {
        if (following != null) {
            following.cancel(false);
        }
        end(looks);
        end(imports);
    }

    private static void end(ExecutorService service) {
        service.shutdownNow();
        try {
            if (!service.awaitTermination(END.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("A chore is cut off; the same list again takes up what an import left.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
