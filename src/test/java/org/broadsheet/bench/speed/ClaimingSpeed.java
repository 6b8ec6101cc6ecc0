package org.broadsheet.bench.speed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.broadsheet.config.Config;
import org.broadsheet.model.DueFeed;
import org.broadsheet.model.LastPoll;
import org.broadsheet.model.Learnt;
import org.broadsheet.model.Plan;
import org.broadsheet.model.PollResult;
import org.broadsheet.model.QuietTimes;
import org.broadsheet.model.Rhythm;
import org.broadsheet.model.Validators;
import org.broadsheet.poll.schedule.Schedule;
import org.broadsheet.poll.schedule.Wishes;
import org.broadsheet.reading.TestStore;

/**
 * What it costs to find out which of many feeds are due, to claim them and to plan their next poll, and what each feed of
 * the store takes of the heap.
 *
 * <p>README has the command; the number of feeds is its argument, 20,000 without one.
 */
public final class ClaimingSpeed {
    private static final int DUE_OF_HUNDRED = 1;
    private static final int ROUNDS = 20;
    private static final int AT_A_TIME = 64;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Wishes NONE = new Wishes(Duration.ZERO, Duration.ZERO, QuietTimes.NONE, false);

    private ClaimingSpeed() {}

    public static void main(String[] arguments) {
        int feeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        try (TestStore store = TestStore.h2()) {
            long before = heap();
            follow(store, feeds);
            settle(store, feeds);
            long after = heap();
            System.out.printf(
                    Locale.ROOT,
                    "%d feeds in the store: %.2f KB of heap each%n",
                    feeds,
                    (after - before) / 1024.0 / feeds);
            long nanos = 0;
            int claimed = 0;
            for (int round = 0; round < ROUNDS; round++) {
                makeDue(store, round);
                long start = System.nanoTime();
                claimed += pollAll(store);
                nanos += System.nanoTime() - start;
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d claimed and planned in %d rounds: %.3f ms each%n",
                    claimed,
                    ROUNDS,
                    nanos / 1e6 / claimed);
        }
        System.exit(0);
    }

    private static void follow(TestStore store, int feeds) {
        store.writer.write(handle -> {
            for (int feed = 0; feed < feeds; feed++) {
                String url = "https://f" + feed + ".example/feed";
                store.subscriptionTable.subscribe(handle, store.account, url, null, null, store.clock.instant());
            }
            return true;
        });
    }

    private static void settle(TestStore store, int feeds) {
        int claimed = 0;
        while (claimed < feeds) {
            claimed += pollAll(store);
        }
    }

    /** Those of another hundredth each time. */
    private static void makeDue(TestStore store, int round) {
        store.writer.write(
                handle -> handle.createUpdate("update feed set next_poll_at = :now where mod(id, 100) = :which")
                        .bind("now", store.clock.instant())
                        .bind("which", round * DUE_OF_HUNDRED % 100)
                        .execute());
    }

    private static int pollAll(TestStore store) {
        Schedule schedule = new Schedule(new Config.Poll(true, Duration.ofMinutes(15), Duration.ofDays(1)));
        Instant now = store.clock.instant();
        int claimed = 0;
        while (store.feedTable.anythingDue(true, now)) {
            List<DueFeed> due =
                    store.writer.write(handle -> store.feedTable.claim(handle, true, AT_A_TIME, now, LEASE));
            List<PollResult> results =
                    due.stream().map(feed -> unchanged(feed, schedule, now)).toList();
            store.writer.write(handle -> {
                store.pollTable.finish(handle, results);
                return true;
            });
            claimed += due.size();
        }
        return claimed;
    }

    private static PollResult unchanged(DueFeed feed, Schedule schedule, Instant now) {
        Rhythm known = feed.timing().rhythm();
        Rhythm rhythm = known == null ? Rhythm.startingAt(now) : known;
        Plan plan = schedule.afterSuccess(feed, rhythm, NONE, now);
        LastPoll poll = new LastPoll(now, LastPoll.Outcome.UNCHANGED, null, null, 304, Duration.ofMillis(50), 0, 0, 0);
        Learnt learnt = new Learnt(Validators.NONE, "hash", null, known == null ? rhythm : null, null, null);
        return new PollResult(feed, poll, plan, learnt, null);
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
