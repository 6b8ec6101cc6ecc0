package org.broadsheet.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.UnreadEntry;
import org.broadsheet.store.StreamTable;
import org.broadsheet.store.UnreadTable;
import org.jspecify.annotations.Nullable;

/**
 * What accounts have not read, in memory: some 60 bytes an entry, read from the store once and then kept up with it.
 *
 * <p>The store stays the only truth. New entries are looked up by the change number; after each mark the entries that it
 * touched are read again, so that two marks at once cannot leave a wrong picture. On a database that other nodes write to,
 * it lives for ten seconds. Thread-safe.
 */
public final class UnreadIndex {
    private static final long MOST_ENTRIES = 3_000_000;
    private static final Duration SHARED = Duration.ofSeconds(10);
    private static final int READ_SHIFT = 32;
    private static final Duration UNUSED = Duration.ofMinutes(30);

    /**
     * An account's entries.
     *
     * @param readAt when all of them were read from the store
     * @param marks moves with each mark of the account
     * @param mark the newest bulk mark, 0 when something else was done since
     * @param marked what it had marked
     */
    record Held(Instant readAt, long marks, UnreadEntries entries, long mark, List<UnreadEntry> marked) {
        int weight() {
            return entries.size() + marked.size();
        }
    }

    private final StreamTable streams;
    private final UnreadTable unread;
    // Each reading of everything starts its own run of numbers, so that none comes twice.
    private final AtomicLong reads = new AtomicLong();
    private final boolean shared;
    private final InstantSource clock;
    private final Cache<AccountId, Held> held;

    /**
     * Builds it.
     *
     * @param shared whether other nodes write to the same database
     */
    public UnreadIndex(StreamTable streams, UnreadTable unread, boolean shared, InstantSource clock) {
        this.streams = streams;
        this.unread = unread;
        this.shared = shared;
        this.clock = clock;
        this.held = Caffeine.newBuilder()
                .maximumWeight(MOST_ENTRIES)
                .weigher((AccountId account, Held value) -> value.weight())
                .expireAfterAccess(UNUSED)
                .build();
    }

    /** What the account has not read now. */
    UnreadEntries of(AccountId account) {
        return look(account).entries();
    }

    /** The same, for {@link #marked}. */
    Held look(AccountId account) {
        return update(account, value -> value);
    }

    /** Reads again whether these entries are read. */
    void reread(AccountId account, List<Long> entries) {
        IdSet ids = IdSet.of(entries.stream().mapToLong(Long::longValue));
        update(account, value -> {
            UnreadEntries without = value.entries().without(entry -> ids.contains(entry.id()));
            return new Held(
                    value.readAt(),
                    value.marks() + 1,
                    without.with(without.change(), unread.among(account, entries)),
                    0,
                    List.of());
        });
    }

    /**
     * Takes out what a bulk mark has marked.
     *
     * @param seen what it was decided by
     */
    void marked(AccountId account, Held seen, long mark, IdSet ids) {
        update(account, value -> {
            if (value.marks() != seen.marks()) {
                // Another mark came in between, and which of them counts the store knows.
                return read(account);
            }
            List<UnreadEntry> marked = value.entries().stream()
                    .filter(entry -> ids.contains(entry.id()))
                    .toList();
            UnreadEntries left = value.entries().without(entry -> ids.contains(entry.id()));
            return new Held(value.readAt(), value.marks() + 1, left, mark, marked);
        });
    }

    /** Puts back what a bulk mark had taken out. */
    void takenBack(AccountId account, long mark) {
        update(
                account,
                value -> value.mark() == mark
                        ? new Held(
                                value.readAt(),
                                value.marks() + 1,
                                value.entries().with(value.entries().change(), value.marked()),
                                0,
                                List.of())
                        : read(account));
    }

    /** Reads everything again next time, because the account follows something else or folds otherwise. */
    void forget(AccountId account) {
        held.invalidate(account);
    }

    private interface Step {
        Held from(Held value);
    }

    /** Atomic for the account, so that what was read from the store before a mark does not outlive it. */
    private Held update(AccountId account, Step step) {
        return held.asMap().compute(account, (key, value) -> step.from(caughtUp(key, value)));
    }

    private Held caughtUp(AccountId account, @Nullable Held value) {
        if (value == null || (shared && value.readAt().plus(SHARED).isBefore(clock.instant()))) {
            return read(account);
        }
        long change = streams.change();
        long known = value.entries().change();
        return change == known
                ? value
                : new Held(
                        value.readAt(),
                        value.marks(),
                        value.entries().with(change, unread.since(account, known)),
                        value.mark(),
                        value.marked());
    }

    private Held read(AccountId account) {
        // Asked first: what comes in between is found again as new.
        long change = streams.change();
        return new Held(
                clock.instant(),
                reads.incrementAndGet() << READ_SHIFT,
                UnreadEntries.of(change, unread.all(account).stream()),
                0,
                List.of());
    }
}
