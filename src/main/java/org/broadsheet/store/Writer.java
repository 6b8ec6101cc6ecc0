package org.broadsheet.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.Listening;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer: puts all changes that wait into one transaction and acknowledges them after its commit (group commit).
 *
 * <p>Each change runs behind a savepoint, so that one that fails takes no other with it. Reads never wait for the writer.
 * Thread-safe; changes run one after the other on the writer's own thread, in the order they came.
 */
public final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int MOST_PER_COMMIT = 256;
    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final Duration BETWEEN_STEPS = Duration.ofSeconds(1);

    /** Where there is always work, the file is tidied all the same. */
    private static final Duration LONGEST_UNTIDIED = Duration.ofMinutes(1);

    /** Between two tries to reach a database that is away; they grow. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** A change to the store. It may run only once, on the writer's thread, and must not wait for anything. */
    public interface Change<T> {
        T apply(Handle handle);
    }

    private record Waiting<T>(Change<T> change, Supplier<Optional<Set<FeedId>>> touched, CompletableFuture<T> done) {
        Runnable run(Handle handle) {
            handle.savepoint("one");
            try {
                T result = change.apply(handle);
                handle.releaseSavepoint("one");
                return () -> done.complete(result);
            } catch (RuntimeException e) {
                if (Troubles.isFatal(e) || Troubles.isLost(e)) {
                    throw e;
                }
                handle.rollbackToSavepoint("one");
                return () -> done.completeExceptionally(e);
            }
        }
    }

    private static final Waiting<Boolean> STOP =
            new Waiting<>(handle -> true, Optional::empty, new CompletableFuture<>());

    private final Database database;
    private final BlockingQueue<Waiting<?>> queue = new LinkedBlockingQueue<>();
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile Consumer<StoreUnavailable> onFatal = broken -> LOG.error(broken.getMessage());
    private volatile @Nullable StoreUnavailable broken;
    private volatile @Nullable StoreUnavailable away;
    private volatile boolean closed;
    private Duration pause = FIRST_PAUSE;
    private final RecentCommits commits = new RecentCommits();
    private long announced;
    private long tidied = System.nanoTime();

    public Writer(Database database) {
        this.database = database;
        this.announced = database.jdbi().withHandle(ChangeCounter::newest);
        this.thread = new Thread(this::run, "store-writer");
        thread.start();
    }

    /** Hands a change over; the future completes after its commit, or with what went wrong. */
    public <T> CompletableFuture<T> submit(Change<T> change) {
        return submit(new Waiting<>(change, Optional::empty, new CompletableFuture<>()));
    }

    /**
     * Hands a change over that touches nothing of feeds, subscriptions, folders and labels but the rows of some feeds.
     *
     * @param feeds asked for after the change was made, on the writer's thread
     */
    public <T> CompletableFuture<T> submit(Change<T> change, Supplier<Set<FeedId>> feeds) {
        return submit(new Waiting<>(change, () -> Optional.of(feeds.get()), new CompletableFuture<>()));
    }

    private <T> CompletableFuture<T> submit(Waiting<T> waiting) {
        Optional<StoreUnavailable> refusal = refusal();
        if (refusal.isEmpty()) {
            queue.add(waiting);
            // What the writer has taken meanwhile it answers itself.
            refusal = refusal().filter(trouble -> queue.remove(waiting));
        }
        refusal.ifPresent(waiting.done::completeExceptionally);
        return waiting.done;
    }

    private Optional<StoreUnavailable> refusal() {
        Optional<StoreUnavailable> trouble = Optional.ofNullable(broken).or(() -> Optional.ofNullable(away));
        return trouble.isEmpty() && hasEnded()
                ? Optional.of(new StoreUnavailable("The store is closed.", new IllegalStateException()))
                : trouble;
    }

    /** Whether no change will be made any more; one that is refused although this is false may be tried again later. */
    public boolean hasEnded() {
        return closed || broken != null || !thread.isAlive();
    }

    /** What keeps changes from being made now, in one sentence; empty when nothing does. */
    public Optional<String> trouble() {
        return refusal().map(StoreUnavailable::getMessage);
    }

    /** Makes a change and waits until it is committed. Throws what the change threw, or StoreUnavailable. */
    public <T> T write(Change<T> change) {
        return committed(submit(change));
    }

    /** The same for a change that touches nothing of feeds, subscriptions, folders and labels. */
    public <T> T writeBeside(Change<T> change) {
        return committed(submit(change, Set::of));
    }

    private static <T> T committed(CompletableFuture<T> change) {
        try {
            return change.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** How many transactions were committed: what was read before the number moved may be out of date. */
    public long commits() {
        return commits.count();
    }

    /** The feeds whose rows were touched since there were so many commits; empty where more may have been. */
    public Optional<Set<FeedId>> touchedSince(long commit) {
        return commits.touchedSince(commit);
    }

    /** Calls the listener with the newest change number after each commit that moved it, on the writer's thread. */
    public Listening listen(LongConsumer listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Says who is told, once, that nothing can be written any more. */
    public void onFatal(Consumer<StoreUnavailable> listener) {
        onFatal = listener;
    }

    /** Writes what is waiting and stops. */
    @Override
    public void close() {
        closed = true;
        queue.add(STOP);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Waiting<?>> batch = new ArrayList<>();
        while (!batch.contains(STOP) && broken == null) {
            try (Handle handle = database.jdbi().open()) {
                comeBack(handle);
                write(handle, batch);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                endOrWait(batch, e);
            }
        }
    }

    private void write(Handle handle, List<Waiting<?>> batch) throws InterruptedException {
        while (!batch.contains(STOP) && broken == null) {
            batch.clear();
            batch.add(next(handle));
            queue.drainTo(batch, MOST_PER_COMMIT);
            commit(handle, batch);
        }
    }

    /** What comes next. In a pause that follows work, the store is given time to tidy its file, a little at a time. */
    private Waiting<?> next(Handle handle) throws InterruptedException {
        if (System.nanoTime() - tidied > LONGEST_UNTIDIED.toNanos()) {
            tidy();
        }
        Waiting<?> next = queue.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
        while (next == null) {
            next = queue.poll(quiet(handle).toMillis(), TimeUnit.MILLISECONDS);
        }
        return next;
    }

    /** Until when nothing is to be done again. What cannot be freed yet can be in a minute. */
    private Duration quiet(Handle handle) {
        if (!database.isEmbedded()) {
            Lost.check(handle);
            return QUIET;
        }
        return tidy() ? BETWEEN_STEPS : LONGEST_UNTIDIED;
    }

    private void comeBack(Handle handle) {
        if (away != null) {
            Lost.check(handle);
            commits.add(Optional.empty()); // the last one may have been made without a word
            away = null;
            pause = FIRST_PAUSE;
            LOG.info("The database is back.");
        }
    }

    /** A server may come back, a file that was closed does not. */
    private void endOrWait(List<Waiting<?>> batch, Throwable error) {
        if (broken != null) {
            return;
        }
        if (database.isEmbedded() || error instanceof Error || Troubles.isFatal(error)) {
            giveUp(batch, Troubles.whileWriting(error));
            return;
        }
        StoreUnavailable trouble = Lost.because(error);
        if (away == null) {
            LOG.warn(trouble.getMessage());
        }
        away = trouble;
        refuse(batch, trouble);
        await(batch, trouble);
    }

    /** Pauses, but not when it is to stop. */
    private void await(List<Waiting<?>> batch, StoreUnavailable trouble) {
        try {
            Waiting<?> next = queue.poll(pause.toMillis(), TimeUnit.MILLISECONDS);
            if (next != null) {
                batch.add(next);
                next.done.completeExceptionally(trouble);
            }
        } catch (InterruptedException e) {
            closed = true;
            batch.add(STOP);
        }
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    private void refuse(List<Waiting<?>> batch, StoreUnavailable trouble) {
        queue.drainTo(batch);
        batch.forEach(waiting -> waiting.done.completeExceptionally(trouble));
    }

    private boolean tidy() {
        tidied = System.nanoTime();
        return database.tidy();
    }

    private void commit(Handle handle, List<Waiting<?>> batch) {
        List<Runnable> acknowledgements = new ArrayList<>(batch.size());
        long newest;
        try {
            handle.begin();
            for (Waiting<?> waiting : batch) {
                acknowledgements.add(waiting.run(handle));
            }
            newest = ChangeCounter.newest(handle);
            handle.commit();
            commits.add(touched(batch));
        } catch (RuntimeException e) {
            if (Troubles.isFatal(e)) {
                giveUp(batch, Troubles.whileWriting(e));
                return;
            }
            if (Troubles.isLost(e)) {
                throw e;
            }
            LOG.warn("A commit of {} changes failed: {}", batch.size(), e.getMessage());
            handle.rollback();
            batch.forEach(waiting -> waiting.done.completeExceptionally(e));
            return;
        }
        if (newest > announced) {
            announced = newest;
            listeners.forEach(listener -> tell(listener, newest));
        }
        acknowledgements.forEach(Runnable::run);
    }

    private static Optional<Set<FeedId>> touched(List<Waiting<?>> batch) {
        Set<FeedId> all = new HashSet<>();
        for (Waiting<?> waiting : batch) {
            Optional<Set<FeedId>> feeds = waiting.touched.get();
            if (feeds.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(feeds.get());
        }
        return Optional.of(all);
    }

    /** One who cannot be told does not undo what is committed, and takes no news from the others. */
    private static void tell(LongConsumer listener, long newest) {
        try {
            listener.accept(newest);
        } catch (RuntimeException e) {
            LOG.warn("A listener could not take change {}.", newest, e);
        }
    }

    private void giveUp(List<Waiting<?>> batch, StoreUnavailable trouble) {
        broken = trouble;
        refuse(batch, trouble);
        onFatal.accept(trouble);
    }
}
