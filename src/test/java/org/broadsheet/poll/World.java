package org.broadsheet.poll;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.broadsheet.config.Config;
import org.broadsheet.ingest.fetch.AddressGuard;
import org.broadsheet.ingest.fetch.FetchLimits;
import org.broadsheet.ingest.fetch.Fetcher;
import org.broadsheet.ingest.fetch.HostGate;
import org.broadsheet.ingest.fetch.UserAgent;
import org.broadsheet.model.DueFeed;
import org.broadsheet.model.Entry;
import org.broadsheet.model.Feed;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.model.LastPoll;
import org.broadsheet.model.Reason;
import org.broadsheet.poll.schedule.Schedule;
import org.broadsheet.reading.TestStore;
import org.broadsheet.store.HostTable;
import org.broadsheet.store.MarkTable;
import org.broadsheet.store.TestDatabase;

/** A publisher with one feed, a store that follows it, and all that polls it; the clock stands still until it is moved. */
final class World implements AutoCloseable {
    private static final Config.Poll PACE = new Config.Poll(true, Duration.ofMinutes(15), Duration.ofDays(1));

    final TestStore store;
    final FeedServer publisher = new FeedServer();
    final HostGate gate = new HostGate(1, Duration.ZERO);
    final HostTable hosts;
    final Fetcher fetcher;
    final Refresh refresh;
    final FeedId feed;
    private final RefreshStore kept;

    World(TestDatabase kind) {
        store = TestStore.on(kind);
        hosts = new HostTable(store.database);
        fetcher = new Fetcher(
                new FetchLimits(Duration.ofSeconds(5), 1 << 20, 4),
                AddressGuard.of(List.of("127.0.0.0/8")),
                new UserAgent("test", ""),
                store.clock);
        kept = new RefreshStore(store.writer, store.entryTable, new MarkTable(), store.pollTable, hosts);
        refresh = new Refresh(fetcher, kept, new Schedule(PACE), gate, store.clock);
        feed = store.feed(publisher.url("/feed"), null);
    }

    /** The gate of a process that starts with what this one left in the store. */
    HostGate restarted() {
        HostGate afterwards = new HostGate(1, Duration.ZERO);
        new Refresh(fetcher, kept, new Schedule(PACE), afterwards, store.clock).recall();
        return afterwards;
    }

    LastPoll pollAfter(Duration pause) {
        store.clock.advance(pause);
        return poll();
    }

    Duration untilNext() {
        return untilNext(feed);
    }

    Duration untilNext(FeedId which) {
        return Duration.between(
                store.clock.instant(), Objects.requireNonNull(state(which).nextPollAt()));
    }

    /** Claims the feed as the poller does, and refreshes it. */
    LastPoll poll() {
        return poll(feed);
    }

    LastPoll poll(FeedId which) {
        return run(claim(which));
    }

    DueFeed claim(FeedId which) {
        store.rounds.request(store.account, List.of(which));
        return store.writer
                .write(handle -> store.feedTable.claim(handle, true, 1, store.clock.instant(), Duration.ofMinutes(1)))
                .get(0);
    }

    LastPoll run(DueFeed due) {
        CompletableFuture<LastPoll> poll = refresh.run(due, () -> {});
        refresh.commit();
        return poll.join();
    }

    Feed state() {
        return state(feed);
    }

    private Feed state(FeedId which) {
        return store.subscribing
                .feed(store.account, which)
                .map(FeedSummary::feed)
                .orElseThrow();
    }

    /** Why the feed is asked when it is, as its history has it. */
    String lastReason() {
        return store.politeness.polls(store.account, feed, null, 1).stream()
                .flatMap(past -> Optional.ofNullable(past.reason()).stream())
                .map(Reason::sentence)
                .findFirst()
                .orElse("");
    }

    List<Entry> entries() {
        return store.all().stream().map(headline -> headline.entry()).toList();
    }

    @Override
    public void close() {
        publisher.close();
        fetcher.close();
        store.close();
    }
}
