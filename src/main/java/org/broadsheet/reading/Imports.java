package org.broadsheet.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.ListNote;
import org.broadsheet.reading.Outlines.Onlooker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Imports that go on while somebody looks on; each can be asked for while it runs and for an hour after. Thread-safe. */
public final class Imports {
    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST_KEPT = 100;

    private final Outlines outlines;
    private final Executor executor;
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private final Cache<String, Running> done =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST_KEPT).build();

    /** Builds it; the executor may refuse work when it has too much. */
    public Imports(Outlines outlines, Executor executor) {
        this.outlines = outlines;
        this.executor = executor;
    }

    /**
     * How far an import is.
     *
     * @param total feeds of the list; 0 while it is not read yet
     * @param report what became of it, null while it runs
     */
    public record Progress(int done, int total, @Nullable ImportReport report) {}

    /**
     * Begins to import a file.
     *
     * @return a name to ask for it by, which nobody else can guess; empty when too many are under way
     */
    public Optional<String> begin(AccountId account, byte[] opml) {
        return begin(account, onlooker -> outlines.importOpml(account, opml, onlooker));
    }

    /** Begins to import the document at an address, as {@link #begin} does. */
    public Optional<String> beginFrom(AccountId account, String typed) {
        return begin(account, onlooker -> outlines.importFrom(account, typed, onlooker));
    }

    private interface Work {
        ImportReport report(Onlooker onlooker);
    }

    private Optional<String> begin(AccountId account, Work work) {
        String name = UUID.randomUUID().toString();
        Running begun = new Running(account);
        running.put(name, begun);
        try {
            executor.execute(() -> {
                begun.run(work);
                done.put(name, begun);
                running.remove(name);
                begun.end.complete(true);
            });
            return Optional.of(name);
        } catch (RejectedExecutionException e) {
            running.remove(name);
            return Optional.empty();
        }
    }

    /** How far it is; empty where this account has none of that name. */
    public Optional<Progress> find(AccountId account, String name) {
        return named(name).filter(found -> found.account.equals(account)).map(found -> found.progress);
    }

    private Optional<Running> named(String name) {
        return Optional.ofNullable(running.get(name)).or(() -> Optional.ofNullable(done.getIfPresent(name)));
    }

    /** Waits until it is done, at most this long. */
    public void await(String name, Duration most) {
        Optional<Running> found = named(name);
        if (found.isEmpty()) {
            return;
        }
        try {
            found.get().end.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("{} goes on.", name);
        }
    }

    private static final class Running {
        private final AccountId account;
        private final CompletableFuture<Boolean> end = new CompletableFuture<>();
        private volatile Progress progress = new Progress(0, 0, null);

        Running(AccountId account) {
            this.account = account;
        }

        // Whatever ends it is told: nobody waits for an executor's future.
        void run(Work work) {
            ImportReport report = ImportReport.nothing(ListNote.of(ListNote.Kind.BROKE_OFF));
            try {
                report = work.report((feeds, total) -> progress = new Progress(feeds, total, null));
            } catch (RuntimeException | OutOfMemoryError e) {
                LOG.error("An import broke off.", e);
            } finally {
                progress = new Progress(progress.total(), progress.total(), report);
            }
        }
    }
}
