package org.broadsheet.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.HubRequest;
import org.broadsheet.model.PendingHubRequest;
import org.broadsheet.text.Hashes;
import org.jdbi.v3.core.Handle;

/**
 * What our own WebSub hub was asked for and has still to make sure of. Reads take the pool, writes a handle of the
 * {@link Writer}.
 */
public final class HubRequestTable {
    private static final String INSERT = """
            insert into hub_request
              (topic_id, mode, callback, callback_hash, host, secret, lease_seconds, since, try_at)
            values (:topic, :mode, :callback, :hash, :host, :secret, :lease, :since, :now)""";

    private static final String DUE = """
            select d.*
              from (select r.*, t.account_id, t.address,
                           row_number() over (partition by r.host order by r.try_at, r.id) as turn
                      from hub_request r join hub_topic t on t.id = r.topic_id
                     where r.try_at <= :now) d
             where d.turn <= :at_a_time
             order by d.try_at, d.id
             fetch first :most rows only""";

    private final Database database;

    public HubRequestTable(Database database) {
        this.database = database;
    }

    /**
     * Keeps a request in the place of an earlier one about the same, and has its callback asked now, or when that of the
     * earlier one would have been, in a minute at most: who repeats himself has nobody asked more often than that.
     *
     * @param host whose turns and limits it shares
     */
    public void put(Handle handle, AccountId account, HubRequest request, String host, Asked asked) {
        long topic = HubTopicTable.number(handle, account, request.topic(), asked.since());
        String callback = request.callback().toString();
        Instant soon = asked.at().plus(HubTopicTable.CLAIM);
        Instant tryAt = handle.createQuery(
                        "select try_at from hub_request where topic_id = :topic and callback_hash = :hash")
                .bind("topic", topic)
                .bind("hash", Hashes.of(callback))
                .map((rows, context) -> Rows.time(rows, "try_at"))
                .findOne()
                .filter(earlier -> earlier.isAfter(asked.at()))
                .map(earlier -> earlier.isBefore(soon) ? earlier : soon)
                .orElse(asked.at());
        handle.createUpdate("delete from hub_request where topic_id = :topic and callback_hash = :hash")
                .bind("topic", topic)
                .bind("hash", Hashes.of(callback))
                .execute();
        handle.createUpdate(INSERT)
                .bind("topic", topic)
                .bind("mode", request.mode().name())
                .bind("callback", callback)
                .bind("hash", Hashes.of(callback))
                .bind("host", host)
                .bind("secret", request.secret())
                .bind("lease", request.lease().toSeconds())
                .bind("since", asked.since())
                .bind("now", tryAt)
                .execute();
    }

    /** When something was asked for, and the newest change of the stream then. */
    public record Asked(long since, Instant at) {}

    /** Those whose time has come, the oldest first, of each host so many at most. */
    public List<PendingHubRequest> due(Instant now, int perHost, int most) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(DUE)
                        .bind("now", now)
                        .bind("at_a_time", perHost)
                        .bind("most", most)
                        .map((rows, context) -> pending(rows))
                        .list());
    }

    /** Takes some for a while, so that nobody else asks their callbacks; those where nobody was faster. */
    public Set<Long> claim(Handle handle, List<Long> ids, Instant now) {
        return HubTopicTable.claim(handle, "hub_request", ids, now);
    }

    /** The callback could not be asked, and is asked later. */
    public void failed(Handle handle, long id, int failures, Instant tryAt) {
        handle.createUpdate("update hub_request set failures = :failures, try_at = :try_at where id = :id")
                .bind("id", id)
                .bind("failures", failures)
                .bind("try_at", tryAt)
                .execute();
    }

    /** Ends one; false where another has taken its place. */
    public boolean end(Handle handle, long id) {
        return handle.createUpdate("delete from hub_request where id = :id")
                        .bind("id", id)
                        .execute()
                > 0;
    }

    private static PendingHubRequest pending(ResultSet rows) throws SQLException {
        HubRequest request = new HubRequest(
                HubRequest.Mode.valueOf(rows.getString("mode")),
                rows.getString("address"),
                URI.create(rows.getString("callback")),
                rows.getString("secret"),
                Duration.ofSeconds(rows.getLong("lease_seconds")));
        return new PendingHubRequest(
                rows.getLong("id"),
                new AccountId(rows.getLong("account_id")),
                request,
                rows.getLong("since"),
                rows.getInt("failures"));
    }
}
