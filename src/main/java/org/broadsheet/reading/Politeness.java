package org.broadsheet.reading;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.broadsheet.ingest.fetch.HostKey;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.PastPoll;
import org.broadsheet.model.Rhythm;
import org.broadsheet.model.Traffic;
import org.broadsheet.store.HistoryTable;
import org.broadsheet.store.HostTable;
import org.jspecify.annotations.Nullable;

/** How the account's feeds and their hosts were asked, and why so. Thread-safe; reads only. */
public final class Politeness {
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final HistoryTable history;
    private final HostTable hosts;
    private final InstantSource clock;

    public Politeness(HistoryTable history, HostTable hosts, InstantSource clock) {
        this.history = history;
        this.hosts = hosts;
        this.clock = clock;
    }

    /**
     * Polls of a feed, latest first; none when the account does not follow it.
     *
     * @param before where the page before ended; null for the first page
     * @param limit 1 or more
     */
    public List<PastPoll> polls(AccountId account, FeedId feed, @Nullable Instant before, int limit) {
        return history.polls(account, feed, before == null ? NEVER : before, limit);
    }

    /** When a feed publishes; empty while that is not known. */
    public Optional<Rhythm> rhythm(AccountId account, FeedId feed) {
        return history.rhythm(account, feed);
    }

    /** The hosts that are asked, each with all names under its registrable domain; the most asked first. */
    public List<Traffic> hosts(AccountId account) {
        Map<String, Instant> wishes = hosts.cooling(clock.instant());
        Map<String, Traffic> byKey = new TreeMap<>();
        history.traffic(account).forEach(part -> byKey.merge(HostKey.of(part.host()), part, Traffic::plus));
        return byKey.entrySet().stream()
                .map(host -> named(host.getKey(), host.getValue(), wishes.get(host.getKey())))
                .sorted(Comparator.comparingLong(Traffic::polls).reversed())
                .toList();
    }

    private static Traffic named(String host, Traffic sum, @Nullable Instant notBefore) {
        return new Traffic(
                host,
                sum.feeds(),
                sum.full(),
                sum.unchanged(),
                sum.throttled(),
                sum.failed(),
                sum.bytes(),
                sum.bytesSaved(),
                notBefore);
    }
}
