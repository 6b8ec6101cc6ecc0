package org.broadsheet.store;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.LastPoll.Outcome;
import org.broadsheet.model.Published;
import org.jspecify.annotations.Nullable;

/** Counts over the feeds that an account follows. Reads only. */
public final class StatisticsTable {
    private static final String PUBLISHED = """
            select e.feed_id, date_trunc('hour', e.sorted_at) as published_hour, count(*) as entries
              from subscription s join entry e on e.feed_id = s.feed_id and e.sorted_at >= :from
             where s.account_id = :account and (:feed is null or s.feed_id = :feed)
             group by e.feed_id, date_trunc('hour', e.sorted_at)""";

    private static final String POLLS = """
            select p.outcome, count(*) as polls
              from subscription s join poll p on p.feed_id = s.feed_id and p.at >= :from
             where s.account_id = :account
             group by p.outcome""";

    private final Database database;

    public StatisticsTable(Database database) {
        this.database = database;
    }

    /**
     * How many entries were published in which hour since a time, in no order; hours without any are missing.
     *
     * @param feed the one feed to count, null for all
     */
    public List<Published> published(AccountId account, @Nullable FeedId feed, Instant from) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(PUBLISHED)
                        .bind("account", account.value())
                        .bindByType("feed", feed == null ? null : feed.value(), Long.class)
                        .bind("from", from)
                        .map((rows, context) -> new Published(
                                new FeedId(rows.getLong("feed_id")),
                                Rows.time(rows, "published_hour"),
                                rows.getLong("entries")))
                        .list());
    }

    /** How polls went since a time; outcomes that did not occur are missing. */
    public Map<Outcome, Long> polls(AccountId account, Instant from) {
        Map<Outcome, Long> polls = new EnumMap<>(Outcome.class);
        database.jdbi()
                .useHandle(handle -> handle.createQuery(POLLS)
                        .bind("account", account.value())
                        .bind("from", from)
                        .map((rows, context) ->
                                Map.entry(Outcome.valueOf(rows.getString("outcome")), rows.getLong("polls")))
                        .forEach(count -> polls.put(count.getKey(), count.getValue())));
        return polls;
    }
}
