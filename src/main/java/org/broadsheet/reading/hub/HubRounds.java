package org.broadsheet.reading.hub;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.broadsheet.ingest.fetch.HostGate;
import org.broadsheet.model.HubSubscriber;
import org.broadsheet.model.PendingHubRequest;

/**
 * Finds out what the hub has to do now and has it done. What is under way is claimed in the store, so that several nodes on
 * one store never do the same. For one thread.
 */
final class HubRounds {
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    private final Topics topics;
    private final HubTables tables;
    private final HostGate gate;
    private final HubPool pool;
    private final Verifying verifying;
    private final Delivering delivering;
    private final GoneStreams gone;
    private final InstantSource clock;
    private final int perHost;
    private final AtomicBoolean news = new AtomicBoolean();
    private Instant swept = Instant.MIN;

    HubRounds(Topics topics, HubTables tables, HubDoor door, HubPool pool, Work work) {
        this.topics = topics;
        this.tables = tables;
        this.gate = door.gate();
        this.perHost = door.perHost();
        this.pool = pool;
        this.verifying = work.verifying();
        this.delivering = work.delivering();
        this.gone = work.gone();
        this.clock = work.clock();
    }

    /** What is to be done, and when. */
    record Work(Verifying verifying, Delivering delivering, GoneStreams gone, InstantSource clock) {}

    /**
     * Something to do at a callback.
     *
     * @param id its number in the store
     * @param standing of the callback
     * @param behind the best standing that those behind it in the line can have
     */
    private record Task(long id, URI callback, Standing standing, Standing behind, Runnable work) {}

    private record Entered(Task task, HostGate.Permit permit) {}

    private void letGo(Entered one) {
        one.permit().close();
        pool.release(one.task().standing());
    }

    /** Something came into the store. For any thread. */
    void hear() {
        news.set(true);
    }

    /** Starts all that is due and that there is room for; what was started. */
    List<CompletableFuture<Void>> round() {
        Instant now = clock.instant();
        boolean sweeping = !swept.plus(BETWEEN_SWEEPS).isAfter(now);
        if (sweeping) {
            sweep(now);
        }
        if (news.getAndSet(false) || sweeping) {
            catchUp();
        }
        List<CompletableFuture<Void>> started = new ArrayList<>();
        started.addAll(start(
                most -> tables.requests().due(now, perHost, most).stream().map(this::task),
                ids -> tables.writer().write(handle -> tables.requests().claim(handle, ids, now))));
        started.addAll(start(
                most -> tables.subscribers().due(now, perHost, most).stream().map(this::task),
                ids -> tables.writer().write(handle -> tables.subscribers().claim(handle, ids, now))));
        return started;
    }

    private Task task(PendingHubRequest asked) {
        return new Task(
                asked.id(),
                asked.request().callback(),
                Standing.UNCONFIRMED,
                Standing.UNCONFIRMED,
                () -> verify(asked));
    }

    private Task task(HubSubscriber to) {
        Standing behind = to.failures() > 0 ? Standing.SHAKY : Standing.SOUND;
        return new Task(to.id(), to.callback(), delivering.standing(to), behind, () -> delivering.run(to));
    }

    private void verify(PendingHubRequest asked) {
        verifying.run(asked);
        // Something may have come since it was asked for.
        hear();
    }

    private void sweep(Instant now) {
        swept = now;
        if (!tables.topics().all().isEmpty()) {
            gone.sweep(now);
            tables.writer().write(handle -> {
                tables.subscribers().sweep(handle, now);
                tables.topics().sweep(handle);
                return true;
            });
        }
    }

    private void catchUp() {
        tables.topics()
                .all()
                .forEach(topic -> topics.find(topic.account(), topic.address())
                        .map(Topics.Topic::newest)
                        .filter(newest -> newest > topic.newest())
                        .ifPresent(newest -> tables.writer().write(handle -> {
                            tables.topics().advance(handle, topic.id(), newest);
                            return true;
                        })));
    }

    private List<CompletableFuture<Void>> start(IntFunction<Stream<Task>> due, Function<List<Long>, Set<Long>> claim) {
        List<Entered> entered = enter(due);
        Set<Long> claimed = claim(entered, claim);
        List<CompletableFuture<Void>> started = new ArrayList<>();
        for (Entered one : entered) {
            if (claimed.contains(one.task().id())) {
                started.add(pool.run(one.task().standing(), () -> {
                    try {
                        one.task().work().run();
                    } finally {
                        one.permit().close();
                    }
                }));
            } else {
                letGo(one);
            }
        }
        return started;
    }

    private Set<Long> claim(List<Entered> entered, Function<List<Long>, Set<Long>> claim) {
        try {
            return claim.apply(entered.stream().map(one -> one.task().id()).toList());
        } catch (RuntimeException e) {
            entered.forEach(this::letGo);
            throw e;
        }
    }

    private List<Entered> enter(IntFunction<Stream<Task>> due) {
        List<Entered> entered = new ArrayList<>();
        // Of busy hosts some stand there in vain.
        Line.walk(most -> due.apply(most).toList(), pool.size() * (perHost + 1), Task::id, task -> {
            if (pool.has(task.standing())
                    && gate.tryEnter(task.callback().getHost(), clock.instant()) instanceof HostGate.Permit permit) {
                entered.add(new Entered(task, permit));
                pool.reserve(task.standing());
            }
            return pool.has(task.behind());
        });
        return entered;
    }
}
