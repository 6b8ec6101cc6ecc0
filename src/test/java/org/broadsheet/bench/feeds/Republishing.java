package org.broadsheet.bench.feeds;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.broadsheet.api.feeds.Newsstand;
import org.broadsheet.config.Config;
import org.broadsheet.ingest.fetch.AddressGuard;
import org.broadsheet.ingest.fetch.FetchLimits;
import org.broadsheet.ingest.fetch.Fetcher;
import org.broadsheet.ingest.fetch.HostGate;
import org.broadsheet.ingest.fetch.UserAgent;
import org.broadsheet.model.DueFeed;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.model.LastPoll;
import org.broadsheet.poll.Refresh;
import org.broadsheet.poll.RefreshStore;
import org.broadsheet.poll.schedule.Schedule;
import org.broadsheet.publish.FeedFormat;
import org.broadsheet.publish.rules.FeedRules;
import org.broadsheet.publish.rules.Finding;
import org.broadsheet.reading.TestStore;
import org.broadsheet.store.HostTable;
import org.broadsheet.store.MarkTable;

/** Feeds on loopback the whole way: fetched, parsed, cleaned, stored, and published again on a server. */
final class Republishing implements AutoCloseable {
    private static final Config.Poll PACE = new Config.Poll(true, Duration.ofMinutes(15), Duration.ofDays(1));

    private final TestStore store = TestStore.h2();
    private final Newsstand stand = new Newsstand(store);
    private final Fetcher fetcher = new Fetcher(
            new FetchLimits(Duration.ofSeconds(30), 32 << 20, 4),
            AddressGuard.of(List.of("127.0.0.0/8")),
            new UserAgent("bench", ""),
            store.clock);
    private final Refresh refresh = new Refresh(
            fetcher,
            new RefreshStore(
                    store.writer, store.entryTable, new MarkTable(), store.pollTable, new HostTable(store.database)),
            new Schedule(PACE),
            new HostGate(1, Duration.ZERO),
            store.clock);

    /** A document that was served, and what is wrong with it. */
    record Checked(String address, List<Finding> findings) {}

    /** Takes all in; those that could not be read are named with the reason. */
    List<String> takeIn(List<String> addresses) {
        List<String> refused = new ArrayList<>();
        for (String address : addresses) {
            FeedId feed = store.feed(address, null);
            LastPoll poll = poll(feed);
            if (poll.outcome() == LastPoll.Outcome.FAILED) {
                refused.add(address + " " + poll.error());
                store.subscribing.unsubscribe(store.account, feed);
            }
        }
        return refused;
    }

    private LastPoll poll(FeedId feed) {
        store.rounds.request(store.account, List.of(feed));
        DueFeed due = store.writer
                .write(handle -> store.feedTable.claim(handle, true, 1, store.clock.instant(), Duration.ofMinutes(1)))
                .get(0);
        CompletableFuture<LastPoll> poll = refresh.run(due, () -> {});
        refresh.commit();
        return poll.join();
    }

    int entries() {
        return EntryIds.in(store).size();
    }

    /** The front page's stream page by page and through its archive, and the first document of each feed's. */
    List<Checked> check(FeedFormat format) {
        String name = "/feed." + format.extension();
        List<HttpResponse<String>> documents = new ArrayList<>(stand.walk(name + "?limit=200", "next"));
        documents.addAll(stand.walk(name, "prev-archive"));
        for (FeedSummary feed : store.subscribing.feeds(store.account)) {
            documents.add(stand.get("/feeds/" + feed.feed().id() + name + "?limit=5"));
        }
        return documents.stream().map(document -> check(format, document)).toList();
    }

    private Checked check(FeedFormat format, HttpResponse<String> document) {
        byte[] bytes = document.body().getBytes(StandardCharsets.UTF_8);
        return new Checked(document.uri().toString(), FeedRules.check(format, bytes, store.clock.instant()));
    }

    @Override
    public void close() {
        fetcher.close();
        stand.close();
    }
}
