package org.broadsheet.store;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.PollResult;
import org.broadsheet.model.QuietTimes;
import org.broadsheet.model.Reason;
import org.jdbi.v3.core.Handle;

/** Plans feeds anew for readers who want them asked sooner than they were planned. */
final class ReaderPauses {
    private static final String WANTED = """
            select feed_id, min(ask_every_s) as seconds from subscription
             where feed_id = any(:ids) and ask_every_s is not null
             group by feed_id""";

    private ReaderPauses() {}

    /** Has a feed asked that long after {@code from} or as soon as its publisher, the limits and pauses after errors allow. */
    static void hasten(Handle handle, FeedId feed, Duration askEvery, Instant from) {
        Instant wished = from.plus(askEvery);
        Instant allowed = allowed(handle, feed, from);
        Instant time = quiet(handle, feed).end(allowed.isAfter(wished) ? allowed : wished);
        FeedTable.planNoLaterThan(handle, feed, time);
    }

    private static QuietTimes quiet(Handle handle, FeedId feed) {
        return handle.createQuery("select quiet_hours, quiet_days from feed where id = :feed")
                .bind("feed", feed.value())
                .map((rows, context) -> TimingTable.quiet(rows.getInt("quiet_hours"), rows.getInt("quiet_days")))
                .one();
    }

    /** The polls have planned by the pauses that they knew when they began; those that were set meanwhile count too. */
    static void hastenForThoseSetMeanwhile(Handle handle, List<PollResult> results) {
        Map<Long, Duration> wanted = wanted(handle, results);
        for (PollResult result : results) {
            FeedId feed = result.feed().id();
            Duration askEvery = wanted.get(feed.value());
            if (askEvery != null && !askEvery.equals(result.feed().timing().askEvery())) {
                hasten(handle, feed, askEvery, result.poll().at());
            }
        }
    }

    private static Map<Long, Duration> wanted(Handle handle, List<PollResult> results) {
        Map<Long, Duration> wanted = new HashMap<>();
        List<Long> ids =
                results.stream().map(result -> result.feed().id().value()).toList();
        for (List<Long> part : Ids.inParts(ids)) {
            handle.createQuery(WANTED)
                    .bindArray("ids", Long.class, part)
                    .map((rows, context) ->
                            Map.entry(rows.getLong("feed_id"), Duration.ofSeconds(rows.getLong("seconds"))))
                    .forEach(wish -> wanted.put(wish.getKey(), wish.getValue()));
        }
        return wanted;
    }

    /** From when on a reader may have the feed asked. */
    private static Instant allowed(Handle handle, FeedId feed, Instant now) {
        return handle.createQuery("""
                        select at, reason from poll where feed_id = :feed and at <= :now
                         order by at desc fetch first 1 rows only""")
                .bind("feed", feed.value())
                .bind("now", now)
                .map((rows, context) -> {
                    Instant polled = Rows.time(rows, "at");
                    return Reason.read(rows.getString("reason"))
                            .map(reason -> reason.earliest(polled))
                            .orElse(polled);
                })
                .findOne()
                .orElse(now);
    }
}
