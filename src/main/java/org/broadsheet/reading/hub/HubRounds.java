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
import java.util.stream.Stream;
import org.broadsheet.ingest.fetch.HostGate;
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
        this.clock = work.clock();
    }

    /** What is to be done, and when. */
    record Work(Verifying verifying, Delivering delivering, InstantSource clock) {}

    /**
     * Something to do at a callback.
     *
     * @param id its number in the store
     * @param doubtful whether the callback failed before, or has still to confirm
     */
    private record Task(long id, URI callback, boolean doubtful, Runnable work) {}

    private record Entered(Task task, HostGate.Permit permit) {}

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
                tables.requests().due(now, perHost, pool.size()).stream()
                        .map(asked -> new Task(asked.id(), asked.request().callback(), true, () -> verify(asked))),
                ids -> tables.writer().write(handle -> tables.requests().claim(handle, ids, now))));
        // Of busy hosts some are among them in vain.
        started.addAll(start(
                tables.subscribers().due(now, perHost, pool.size() * (perHost + 1)).stream()
                        .map(to -> new Task(to.id(), to.callback(), to.failures() > 0, () -> delivering.run(to))),
                ids -> tables.writer().write(handle -> tables.subscribers().claim(handle, ids, now))));
        return started;
    }

    private void verify(PendingHubRequest asked) {
        verifying.run(asked);
        // Something may have come since it was asked for.
        hear();
    }

    private void sweep(Instant now) {
        swept = now;
        if (!tables.topics().all().isEmpty()) {
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

    private List<CompletableFuture<Void>> start(Stream<Task> due, Function<List<Long>, Set<Long>> claim) {
        List<Entered> entered = enter(due.toList());
        Set<Long> claimed = claim(entered, claim);
        List<CompletableFuture<Void>> started = new ArrayList<>();
        for (Entered one : entered) {
            if (claimed.contains(one.task().id())) {
                started.add(pool.run(one.task().doubtful(), () -> {
                    try {
                        one.task().work().run();
                    } finally {
                        one.permit().close();
                    }
                }));
            } else {
                one.permit().close();
            }
        }
        return started;
    }

    private static Set<Long> claim(List<Entered> entered, Function<List<Long>, Set<Long>> claim) {
        try {
            return claim.apply(entered.stream().map(one -> one.task().id()).toList());
        } catch (RuntimeException e) {
            entered.forEach(one -> one.permit().close());
            throw e;
        }
    }

    private List<Entered> enter(List<Task> due) {
        List<Entered> entered = new ArrayList<>();
        HubPool.Room room = pool.room();
        for (Task task : due) {
            if (room.has(task.doubtful())
                    && gate.tryEnter(task.callback().getHost(), clock.instant()) instanceof HostGate.Permit permit) {
                entered.add(new Entered(task, permit));
                room = room.without(task.doubtful());
            }
        }
        return entered;
    }
}
