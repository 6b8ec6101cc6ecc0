package org.broadsheet.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadsheet.config.Config;
import org.broadsheet.ingest.fetch.HostGate;
import org.broadsheet.ingest.fetch.HostKey;
import org.broadsheet.model.DueFeed;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.LastPoll;
import org.broadsheet.store.FeedTable;
import org.broadsheet.store.StoreUnavailable;
import org.broadsheet.store.Writer;
import org.broadsheet.text.FeedAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims what is due or asked for and has it refreshed, as many at a time as allowed, each host in its own rhythm.
 *
 * <p>A feed that waits for its host holds no thread, and few of one host wait here at a time: the rest goes back to the
 * store, so that a slow host never stands in the way of the others.
 */
public final class Poller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration LEASE_MARGIN = Duration.ofMinutes(2);
    private static final Duration SHORT_WAIT = Duration.ofSeconds(20);
    private static final int WAITING_PER_HOST = 4;
    private static final int CLAIMED_PER_THREAD = 8;

    /** Each keeps its entries in memory. */
    private static final int MOST_UNSAVED = 128;

    private static final Duration LONGEST_KEPT = Duration.ofSeconds(1);

    private final Config.Poll rules;
    private final int concurrency;
    private final Duration lease;
    private final FeedTable feeds;
    private final Writer writer;
    private final HostGate gate;
    private final Refresh refresh;
    private final InstantSource clock;
    private final ExecutorService workers;
    private final Thread loop = new Thread(this::run, "poller");
    private final List<Claimed> waiting = new ArrayList<>();
    private final Tally tally = new Tally();
    private final Semaphore ended = new Semaphore(0);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger unsaved = new AtomicInteger();
    private Instant committed = Instant.MIN;
    private volatile boolean closed;

    /** Then there is more, most probably, and asking whether there is costs as much as claiming. */
    private boolean claimedAllItCould;

    public Poller(Config config, FeedTable feeds, Writer writer, HostGate gate, Refresh refresh, InstantSource clock) {
        this(config, feeds, writer, gate, refresh, clock, task -> new Thread(task, "refresh"));
    }

    Poller(
            Config config,
            FeedTable feeds,
            Writer writer,
            HostGate gate,
            Refresh refresh,
            InstantSource clock,
            ThreadFactory threads) {
        this.rules = config.poll();
        this.concurrency = config.fetch().concurrency();
        this.lease = config.fetch().timeout().plus(LEASE_MARGIN);
        this.feeds = feeds;
        this.writer = writer;
        this.gate = gate;
        this.refresh = refresh;
        this.clock = clock;
        this.workers = Executors.newFixedThreadPool(concurrency, threads);
    }

    /** A feed that is ours as long as it is asked by then. */
    private record Claimed(DueFeed feed, Instant startUntil) {}

    /** Starts polling in the background. */
    public void start() {
        loop.start();
    }

    private void run() {
        while (!closed && !writer.hasEnded()) {
            try {
                if (writer.trouble().isEmpty()) {
                    step();
                }
                rest();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                if (e instanceof RuntimeException thrown && StoreUnavailable.isBehind(thrown)) {
                    tellWriter();
                    pause();
                    continue;
                }
                LOG.warn("The poller stumbled and goes on: {}", e.toString());
                pause();
            }
        }
    }

    /** A reader finds out first when the store closes in a quiet moment; the writer is who ends the program for it. */
    private void tellWriter() {
        try {
            writer.write(handle -> true);
        } catch (RuntimeException e) {
            LOG.debug("The writer has noticed too: {}", e.getMessage());
        }
    }

    private void step() {
        Instant now = clock.instant();
        int room = CLAIMED_PER_THREAD * concurrency - waiting.size();
        boolean wanted = room >= CLAIMED_PER_THREAD / 2 * concurrency;
        if (wanted && (claimedAllItCould || feeds.anythingDue(rules.enabled(), now))) {
            claim(room, now);
        }
        launchWhatMay(now);
        commit(now);
        if (waiting.isEmpty() && unsaved.get() == 0) {
            tally.report(now);
        }
    }

    private void claim(int room, Instant now) {
        List<DueFeed> claimed = writer.writeBeside(handle -> feeds.claim(handle, rules.enabled(), room, now, lease));
        if (!claimed.isEmpty()) {
            // What a host asked of the node that had it before was stored before that one let go of it.
            refresh.heed(now);
        }
        claimedAllItCould = claimed.size() == room;
        claimed.forEach(feed -> waiting.add(new Claimed(feed, now.plus(LEASE_MARGIN))));
    }

    /** The lease of what waited for long, for a free thread perhaps, might end before the fetch does: others may claim it. */
    private void giveUpLate(Instant now, Map<FeedId, Instant> putBack) {
        waiting.removeIf(claimed -> {
            boolean late = !now.isBefore(claimed.startUntil());
            if (late) {
                putBack.put(claimed.feed().id(), now);
            }
            return late;
        });
    }

    private void launchWhatMay(Instant now) {
        Map<String, Integer> waitingByHost = new HashMap<>();
        Map<FeedId, Instant> putBack = new HashMap<>();
        giveUpLate(now, putBack);
        Iterator<Claimed> each = waiting.iterator();
        while (each.hasNext() && hasRoom()) {
            DueFeed feed = each.next().feed();
            HostGate.Turn turn = gate.tryEnter(feed.host(), now);
            boolean stays = turn.match(
                    permit -> launch(feed, permit),
                    later -> waits(feed, later.notBefore(), now, waitingByHost, putBack));
            if (!stays) {
                each.remove();
            }
        }
        if (!putBack.isEmpty()) {
            writer.writeBeside(handle -> {
                feeds.postpone(handle, putBack);
                return true;
            });
        }
    }

    /** When a group is full or has waited long enough, or when there is nothing else to do. */
    private void commit(Instant now) {
        boolean late = !now.isBefore(committed.plus(LONGEST_KEPT));
        if (refresh.isFull() || (refresh.keeps() && (late || running.get() == 0))) {
            committed = now;
            refresh.commit();
        }
    }

    private boolean hasRoom() {
        return running.get() < concurrency && unsaved.get() < MOST_UNSAVED;
    }

    /** Starts the refresh; false, because the feed does not wait any more. */
    private boolean launch(DueFeed feed, HostGate.Permit permit) {
        running.incrementAndGet();
        unsaved.incrementAndGet();
        try {
            workers.execute(() -> refresh(feed, permit));
        } catch (RuntimeException | Error e) {
            // No thread could be had for it: it still waits here, and what it had taken is free for the next try.
            unsaved.decrementAndGet();
            running.decrementAndGet();
            permit.close();
            throw e;
        }
        return false;
    }

    private void refresh(DueFeed feed, HostGate.Permit permit) {
        try {
            CompletableFuture<LastPoll> unused =
                    refresh.run(feed, permit::close).whenComplete((poll, trouble) -> saved(feed, poll, trouble));
        } catch (RuntimeException | Error e) {
            saved(feed, null, e); // counted, or those that end like this would take all the room in time
        } finally {
            permit.close();
            running.decrementAndGet();
            ended.release();
        }
    }

    private void saved(DueFeed feed, @Nullable LastPoll poll, @Nullable Throwable trouble) {
        unsaved.decrementAndGet();
        ended.release();
        if (poll != null) {
            tally.count(poll);
        } else if (!(trouble instanceof RuntimeException thrown && StoreUnavailable.isBehind(thrown))) {
            LOG.warn("Refreshing {} failed unexpectedly.", FeedAddress.withoutCredentials(feed.url()), trouble);
        }
    }

    /** Whether the feed waits here; if not, its host is busy with others or wants to be left alone, and it goes back. */
    private boolean waits(
            DueFeed feed,
            Instant notBefore,
            Instant now,
            Map<String, Integer> waitingByHost,
            Map<FeedId, Instant> putBack) {
        boolean isLong = notBefore.isAfter(now.plus(SHORT_WAIT));
        if (isLong && gate.silence(feed.host(), now).isPresent()) {
            LastPoll skipped = refresh.skip(feed, notBefore);
            if (feed.round() != null) {
                tally.count(skipped);
            }
            return false;
        }
        int others = waitingByHost.merge(HostKey.of(feed.host()), 1, Integer::sum);
        if (others <= WAITING_PER_HOST && !isLong) {
            return true;
        }
        // One after the other, so that not all of them stand before the feeds of other hosts again at the next look.
        putBack.put(feed.id(), notBefore.plus(LOOK.multipliedBy(others)));
        return false;
    }

    /** Until a refresh ends, or for a moment. */
    private void rest() throws InterruptedException {
        if (ended.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            ended.drainPermits();
        }
    }

    private void pause() {
        try {
            rest();
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /**
     * Stops claiming, lets what is running end for a moment, then breaks it off; what was claimed is due again later.
     *
     * <p>Interrupts no thread: H2 closes its file when one of its readers is interrupted.
     */
    @Override
    public void close() {
        closed = true;
        ended.release();
        try {
            loop.join();
            workers.shutdown();
            if (!workers.awaitTermination(1, TimeUnit.SECONDS)) {
                refresh.abandon();
                workers.awaitTermination(5, TimeUnit.SECONDS);
            }
            refresh.commit(); // what ended since the last look
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
