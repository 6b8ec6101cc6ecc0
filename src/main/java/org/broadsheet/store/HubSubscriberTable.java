package org.broadsheet.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.HubRequest;
import org.broadsheet.model.HubSubscriber;
import org.broadsheet.model.PendingHubRequest;
import org.broadsheet.text.Hashes;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Who is sent news by our own WebSub hub. Reads take the pool, writes a handle of the {@link Writer}. */
public final class HubSubscriberTable {
    private static final String DUE = """
            select d.*
              from (select s.*, t.account_id, t.address, t.newest,
                           row_number() over (partition by s.host order by s.failures, s.try_at, s.id) as turn
                      from hub_subscriber s join hub_topic t on t.id = s.topic_id
                     where s.delivered < t.newest and s.lease_until > :now and s.try_at <= :now) d
             where d.turn <= :at_a_time
             order by d.failures, d.try_at, d.id
             fetch first :most rows only""";

    // One that waits after a failure is tried at once; one that is claimed is being sent to just now.
    private static final String RENEW = """
            update hub_subscriber
               set secret = :secret, lease_until = :until, failures = 0,
                   try_at = case when try_at > :claimed then :now else try_at end
             where topic_id = :topic and callback_hash = :hash""";

    private static final String ADD = """
            insert into hub_subscriber
              (topic_id, callback, callback_hash, host, secret, lease_until, delivered, failures, try_at)
            values (:topic, :callback, :hash, :host, :secret, :until, :since, 0, :now)""";

    private static final String CROWD = """
            select count(*) as everybody, count(case when c.host = :host then 1 end) as there,
                   count(case when c.topic_id = :topic and c.callback_hash = :hash then 1 end) as same,
                   count(case when c.topic_id = :topic and c.callback_hash = :hash and c.confirmed > 0 then 1 end)
                     as confirmed
              from (select a.host, a.callback_hash, a.topic_id, max(a.confirmed) as confirmed
                      from (select s.host, s.callback_hash, s.topic_id, 1 as confirmed
                              from hub_subscriber s where s.lease_until > :now
                            union all
                            select r.host, r.callback_hash, r.topic_id, 0 as confirmed from hub_request r) a
                     group by a.host, a.callback_hash, a.topic_id) c""";

    private static final String DENY = """
            insert into hub_request
              (topic_id, mode, callback, callback_hash, host, lease_seconds, since, try_at)
            select s.topic_id, 'DENIED', s.callback, s.callback_hash, s.host, 0, 0, cast(:now as timestamp with time zone)
              from hub_subscriber s
             where s.topic_id = :topic
               and not exists (select 1 from hub_request r
                                where r.topic_id = s.topic_id and r.callback_hash = s.callback_hash)""";

    private final Database database;

    public HubSubscriberTable(Database database) {
        this.database = database;
    }

    /** Those who have news to get now, the sound ones first, of each host so many at most. */
    public List<HubSubscriber> due(Instant now, int perHost, int most) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(DUE)
                        .bind("now", now)
                        .bind("at_a_time", perHost)
                        .bind("most", most)
                        .map((rows, context) -> subscriber(rows))
                        .list());
    }

    /** How many have a lease that runs. */
    public long count(Instant now) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from hub_subscriber where lease_until > :now")
                        .bind("now", now)
                        .mapTo(Long.class)
                        .one());
    }

    /**
     * How many subscriptions there are, those included that are asked for.
     *
     * @param there at one host
     * @param same whether the one in question is among them
     * @param confirmed whether it was confirmed once, so that this is a renewal or its end
     */
    public record Crowd(long everybody, long there, boolean same, boolean confirmed) {}

    public Crowd crowd(Handle handle, AccountId account, HubRequest request, String host, Instant now) {
        long topic = HubTopicTable.find(handle, account, request.topic()).stream()
                .findFirst()
                .orElse(0L);
        return handle.createQuery(CROWD)
                .bind("host", host)
                .bind("topic", topic)
                .bind("hash", Hashes.of(request.callback().toString()))
                .bind("now", now)
                .map((rows, context) -> new Crowd(
                        rows.getLong("everybody"),
                        rows.getLong("there"),
                        rows.getLong("same") > 0,
                        rows.getLong("confirmed") > 0))
                .one();
    }

    /** Takes some for a while, so that nobody else sends to them; those where nobody was faster. */
    public Set<Long> claim(Handle handle, List<Long> ids, Instant now) {
        return HubTopicTable.claim(handle, "hub_subscriber", ids, now);
    }

    /** The callback has confirmed: a new subscription, or a new lease and secret for the one that there is. */
    public void confirm(Handle handle, PendingHubRequest pending, String host, Instant now) {
        HubRequest request = pending.request();
        long topic = HubTopicTable.number(handle, pending.account(), request.topic(), pending.since());
        Update renewal = handle.createUpdate(RENEW).bind("claimed", now.plus(HubTopicTable.CLAIM));
        if (terms(renewal, topic, request, now).execute() == 0) {
            terms(handle.createUpdate(ADD), topic, request, now)
                    .bind("callback", request.callback().toString())
                    .bind("host", host)
                    .bind("since", pending.since())
                    .execute();
        }
    }

    private static Update terms(Update update, long topic, HubRequest request, Instant now) {
        return update.bind("topic", topic)
                .bind("hash", Hashes.of(request.callback().toString()))
                .bind("secret", request.secret())
                .bind("until", now.plus(request.lease()))
                .bind("now", now);
    }

    /** The callback has confirmed that it wants no more. */
    public void unsubscribe(Handle handle, PendingHubRequest pending) {
        HubRequest request = pending.request();
        HubTopicTable.find(handle, pending.account(), request.topic())
                .forEach(topic -> handle.createUpdate(
                                "delete from hub_subscriber where topic_id = :topic and callback_hash = :hash")
                        .bind("topic", topic)
                        .bind("hash", Hashes.of(request.callback().toString()))
                        .execute());
    }

    /** It has everything up to a change, and can be sent the rest. */
    public void delivered(Handle handle, long id, long upto, Instant now) {
        handle.createUpdate("""
                        update hub_subscriber set delivered = :upto, failures = 0, try_at = :now
                         where id = :id and delivered < :upto""")
                .bind("id", id)
                .bind("upto", upto)
                .bind("now", now)
                .execute();
    }

    /** It could not be reached; what it has not got is sent later. */
    public void failed(Handle handle, long id, int failures, Instant tryAt) {
        handle.createUpdate("update hub_subscriber set failures = :failures, try_at = :try_at where id = :id")
                .bind("id", id)
                .bind("failures", failures)
                .bind("try_at", tryAt)
                .execute();
    }

    public void end(Handle handle, long id) {
        handle.createUpdate("delete from hub_subscriber where id = :id")
                .bind("id", id)
                .execute();
    }

    /** Ends all subscriptions to a topic, and has their callbacks told so; how many. */
    public int deny(Handle handle, long topic, Instant now) {
        handle.createUpdate(DENY).bind("topic", topic).bind("now", now).execute();
        return handle.createUpdate("delete from hub_subscriber where topic_id = :topic")
                .bind("topic", topic)
                .execute();
    }

    /** Forgets those whose lease is over. */
    public int sweep(Handle handle, Instant now) {
        return handle.createUpdate("delete from hub_subscriber where lease_until <= :now")
                .bind("now", now)
                .execute();
    }

    private static HubSubscriber subscriber(ResultSet rows) throws SQLException {
        return new HubSubscriber(
                rows.getLong("id"),
                new AccountId(rows.getLong("account_id")),
                rows.getString("address"),
                URI.create(rows.getString("callback")),
                rows.getString("secret"),
                rows.getLong("delivered"),
                rows.getLong("newest"),
                rows.getInt("failures"));
    }
}
