package org.broadsheet.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.broadsheet.ingest.dedupe.Candidate;
import org.broadsheet.model.DueFeed;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.KnownEntry;
import org.broadsheet.model.LastPoll;
import org.broadsheet.model.PollResult;
import org.broadsheet.store.EntryTable;
import org.broadsheet.store.HostTable;
import org.broadsheet.store.MarkTable;
import org.broadsheet.store.PollTable;
import org.broadsheet.store.Writer;
import org.jspecify.annotations.Nullable;

/**
 * What a refresh reads from the store and leaves there, each ending all or nothing.
 *
 * <p>Endings that are kept together are written together, statement by statement for all of them. Where that fails, each is
 * tried alone, so that a bad one takes no other with it.
 */
public final class RefreshStore {
    private static final int FEWEST_NEWEST = 100;
    private static final int MOST_NEWEST = 2_000;

    /** Larger groups are cheaper to commit. */
    private static final int MOST_ENDINGS = 64;

    /** Of more, H2 makes pieces for which it finds no buffer that it has used before, and the heap no ordinary place. */
    private static final int MOST_ENTRIES = 600;

    private final Writer writer;
    private final EntryTable entries;
    private final MarkTable marks;
    private final PollTable polls;
    private final HostTable hosts;
    private final Queue<Saving> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger newEntries = new AtomicInteger();
    private final AtomicBoolean handedOver = new AtomicBoolean();

    public RefreshStore(Writer writer, EntryTable entries, MarkTable marks, PollTable polls, HostTable hosts) {
        this.writer = writer;
        this.entries = entries;
        this.marks = marks;
        this.polls = polls;
        this.hosts = hosts;
    }

    private record Saving(Attempt.Ending ending, Repetitions repetitions, CompletableFuture<LastPoll> done) {
        static Saving of(Attempt.Ending ending) {
            DueFeed feed = ending.result().feed();
            Repetitions repetitions = new Repetitions(feed.id(), ending.haul().added());
            return new Saving(ending, repetitions, new CompletableFuture<>());
        }
    }

    Map<String, KnownEntry> known(DueFeed feed, List<Candidate> candidates) {
        return entries.known(
                feed.id(),
                candidates.stream().flatMap(Candidate::keys).distinct().toList());
    }

    /** The feed's newest entries: as many as a document shows, twice over, so that what left it since is among them. */
    List<KnownEntry> newest(DueFeed feed, int inDocument) {
        return entries.newest(feed.id(), Math.min(MOST_NEWEST, Math.max(FEWEST_NEWEST, 2 * inDocument)));
    }

    /** Keeps an ending until {@link #write}; the future completes after its commit, or with what went wrong. */
    CompletableFuture<LastPoll> save(Attempt.Ending ending) {
        Saving saving = Saving.of(ending);
        waiting.add(saving);
        newEntries.addAndGet(saving.repetitions.added().size());
        return saving.done;
    }

    /** Whether something is kept. */
    boolean keeps() {
        return !waiting.isEmpty();
    }

    /** Whether as much is kept as is well written at once. */
    boolean isFull() {
        return waiting.size() >= MOST_ENDINGS || newEntries.get() >= MOST_ENTRIES;
    }

    /** Hands what is kept to the writer, where it takes its turn; at once again does nothing more. */
    void write() {
        if (handedOver.getAndSet(true)) {
            return;
        }
        List<Saving> together = new ArrayList<>();
        Writer.Change<Boolean> change = handle -> {
            handedOver.set(false);
            takeTogether(together);
            return write(together).apply(handle);
        };
        CompletableFuture<?> written = writer.submit(change, () -> feeds(together));
        CompletableFuture<?> unused = written.whenComplete((done, trouble) -> settle(together, trouble));
    }

    private void takeTogether(List<Saving> together) {
        Saving next = waiting.poll();
        while (next != null) {
            together.add(next);
            newEntries.addAndGet(-next.repetitions.added().size());
            next = waiting.poll();
        }
    }

    private void settle(List<Saving> together, @Nullable Throwable trouble) {
        handedOver.set(false);
        if (trouble == null) {
            together.forEach(saving -> saving.done.complete(saving.ending.poll()));
        } else if (together.size() > 1) {
            together.forEach(this::saveAlone);
        } else {
            if (together.isEmpty()) {
                // The store is closed: nobody will come for what is kept.
                takeTogether(together);
            }
            together.forEach(saving -> saving.done.completeExceptionally(trouble));
        }
    }

    private void saveAlone(Saving saving) {
        CompletableFuture<?> unused = writer.submit(write(List.of(saving)), () -> feeds(List.of(saving)))
                .whenComplete((done, trouble) -> settle(List.of(saving), trouble));
    }

    private static Set<FeedId> feeds(List<Saving> together) {
        return together.stream()
                .map(saving -> saving.ending.result().feed().id())
                .collect(Collectors.toSet());
    }

    private Writer.Change<Boolean> write(List<Saving> together) {
        return handle -> {
            for (Saving saving : together) {
                Repetitions repetitions = saving.repetitions;
                Haul haul = saving.ending.haul();
                Instant now = saving.ending.poll().at();
                entries.rename(handle, haul.renamed());
                List<EntryId> added = entries.insert(handle, repetitions.feed(), repetitions.entries(), now);
                marks.fold(handle, added, repetitions.marks(), repetitions, now);
                haul.changed().forEach(change -> entries.update(handle, change.id(), change.entry(), now));
                haul.touched().forEach(same -> entries.touch(handle, same.id(), same.entry()));
            }
            polls.finish(handle, results(together));
            return true;
        };
    }

    private static List<PollResult> results(List<Saving> together) {
        return together.stream().map(saving -> saving.ending.result()).toList();
    }

    LastPoll saveSkipped(DueFeed feed, Instant notBefore, Instant now) {
        LastPoll skipped =
                new LastPoll(now, LastPoll.Outcome.SKIPPED, ErrorKind.THROTTLED, null, null, Duration.ZERO, 0, 0, 0);
        return writer.write(handle -> {
            polls.skip(handle, feed.id(), notBefore);
            return skipped;
        });
    }

    /** Forgets what is planned for after {@code horizon}. */
    void bringBack(Instant horizon, Instant now) {
        writer.write(handle -> {
            polls.bringBack(handle, horizon, now);
            hosts.forgetAfter(handle, horizon);
            return true;
        });
    }

    /** The hosts that want to be left alone. */
    Map<String, Instant> cooling(Instant now) {
        return hosts.cooling(now);
    }

    void cool(String host, Instant until, ErrorKind why) {
        writer.write(handle -> {
            hosts.cool(handle, host, until, why.word());
            return true;
        });
    }
}
