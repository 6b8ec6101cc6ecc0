package org.broadsheet.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.HubTopic;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The streams that our own WebSub hub sends. Reads take the pool, writes a handle of the {@link Writer}. */
public final class HubTopicTable {
    /** Longer than any request takes; who claims and dies holds a callback up no longer. */
    static final Duration CLAIM = Duration.ofMinutes(1);

    private static final String UNUSED = """
            delete from hub_topic
             where not exists (select 1 from hub_subscriber s where s.topic_id = hub_topic.id)
               and not exists (select 1 from hub_request r where r.topic_id = hub_topic.id)""";

    private final Database database;

    public HubTopicTable(Database database) {
        this.database = database;
    }

    public List<HubTopic> all() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select id, account_id, address, newest from hub_topic order by id")
                        .map((rows, context) -> new HubTopic(
                                rows.getLong("id"),
                                new AccountId(rows.getLong("account_id")),
                                rows.getString("address"),
                                rows.getLong("newest")))
                        .list());
    }

    /** The number of a topic, which is made where there is none yet. */
    static long number(Handle handle, AccountId account, String address, long newest) {
        return find(handle, account, address).stream()
                .findFirst()
                .orElseGet(() -> handle.createUpdate(
                                "insert into hub_topic (account_id, address, newest) values (:account, :address, :newest)")
                        .bind("account", account.value())
                        .bind("address", address)
                        .bind("newest", newest)
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class)
                        .one());
    }

    static List<Long> find(Handle handle, AccountId account, String address) {
        return handle.createQuery("select id from hub_topic where account_id = :account and address = :address")
                .bind("account", account.value())
                .bind("address", address)
                .mapTo(Long.class)
                .list();
    }

    /** A topic has changed up to here; never goes back. */
    public void advance(Handle handle, long topic, long newest) {
        handle.createUpdate("update hub_topic set newest = :newest where id = :id and newest < :newest")
                .bind("id", topic)
                .bind("newest", newest)
                .execute();
    }

    /** Takes rows of a table for a while, each unless somebody else has it; the ids of those taken. */
    static Set<Long> claim(Handle handle, String table, List<Long> ids, Instant now) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        PreparedBatch claims =
                handle.prepareBatch("update " + table + " set try_at = :until where id = :id and try_at <= :now");
        ids.forEach(id -> claims.bind("id", id)
                .bind("now", now)
                .bind("until", now.plus(CLAIM))
                .add());
        int[] taken = claims.execute();
        return IntStream.range(0, taken.length)
                .filter(i -> taken[i] > 0)
                .mapToObj(ids::get)
                .collect(Collectors.toSet());
    }

    /** Forgets those that nobody follows or asks for. */
    public void sweep(Handle handle) {
        handle.execute(UNUSED);
    }
}
