package org.broadsheet.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.PastPoll;
import org.broadsheet.model.Reason;
import org.broadsheet.model.Rhythm;
import org.broadsheet.model.Traffic;
import org.jspecify.annotations.Nullable;

/** How feeds were asked and what came of it, for those who follow them. Reads only. */
public final class HistoryTable {
    private static final String FOLLOWED = """
            exists (select 1 from subscription s where s.feed_id = f.id and s.account_id = :account)""";

    private static final String POLLS = """
            select p.at as last_poll_at, p.outcome as last_outcome, p.error_kind as last_error_kind,
                   p.error as last_error, p.http_status as last_http_status, p.duration_ms as last_duration_ms,
                   p.bytes as last_bytes, p.new_entries as last_new, p.changed_entries as last_changed,
                   p.next_poll_at, p.reason
              from poll p join feed f on f.id = p.feed_id
             where p.feed_id = :feed and p.at < :before and %s
             order by p.at desc fetch first :limit rows only""".formatted(FOLLOWED);

    private static final String TRAFFIC = """
            select f.host, count(*) as feeds, sum(f.answers_full) as whole, sum(f.answers_unchanged) as same,
                   sum(f.answers_throttled) as throttled, sum(f.answers_failed) as failed,
                   sum(f.bytes_received) as bytes, sum(f.bytes_saved) as saved
              from feed f where %s group by f.host""".formatted(FOLLOWED);

    private static final String RHYTHM = """
            select r.profile from rhythm r join feed f on f.id = r.feed_id where f.id = :feed and %s""".formatted(FOLLOWED);

    private final Database database;

    public HistoryTable(Database database) {
        this.database = database;
    }

    /**
     * Polls of a feed, latest first; none when the account does not follow it.
     *
     * @param before only those before this time
     */
    public List<PastPoll> polls(AccountId account, FeedId feed, Instant before, int limit) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(POLLS)
                        .bind("account", account.value())
                        .bind("feed", feed.value())
                        .bind("before", before)
                        .bind("limit", limit)
                        .map((rows, context) -> pastPoll(rows))
                        .list());
    }

    /** By the hosts of the feeds that the account follows, in no order; without the hosts' wishes. */
    public List<Traffic> traffic(AccountId account) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(TRAFFIC)
                        .bind("account", account.value())
                        .map((rows, context) -> traffic(rows))
                        .list());
    }

    /** When a feed publishes; empty while that is not known, or when the account does not follow it. */
    public Optional<Rhythm> rhythm(AccountId account, FeedId feed) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(RHYTHM)
                        .bind("account", account.value())
                        .bind("feed", feed.value())
                        .map((rows, context) -> Rhythm.of(rows.getBytes("profile")))
                        .findOne());
    }

    private static PastPoll pastPoll(ResultSet rows) throws SQLException {
        @Nullable Instant next = Rows.instant(rows, "next_poll_at");
        return new PastPoll(
                FeedTable.poll(rows),
                next,
                Reason.read(rows.getString("reason")).orElse(null));
    }

    private static Traffic traffic(ResultSet rows) throws SQLException {
        return new Traffic(
                rows.getString("host"),
                rows.getLong("feeds"),
                rows.getLong("whole"),
                rows.getLong("same"),
                rows.getLong("throttled"),
                rows.getLong("failed"),
                rows.getLong("bytes"),
                rows.getLong("saved"),
                null);
    }
}
