package org.broadsheet.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.Position;
import org.broadsheet.model.UnreadEntry;
import org.jdbi.v3.core.Handle;

/** What an account has not read, in no order. Never waits for the writer. */
public final class UnreadTable {
    private static final String FOLLOWED = """
            and exists (select 1 from subscription ps where ps.feed_id = {e}.feed_id and ps.account_id = :account)""";

    private static final String SELECT = """
            select e.id, e.sorted_at, e.feed_id,
                   case when coalesce(st.apart, false) then e.id else coalesce(e.duplicate_of, e.id) end as group_id,
                   case when {shown} then true else false end as shown
            """.replace("{shown}", Folding.shown(FOLLOWED));

    private static final String JOINS = """
              join subscription s on s.feed_id = e.feed_id and s.account_id = :account
              left join entry_state st on st.account_id = :account and st.entry_id = e.id
             where e.deleted_at is null and not ({read})
            """.replace("{read}", ReadState.isRead("e", "s"));

    // Answered from the index entry_feed_sorted alone; the sum keeps H2 from looking rows up by their ids.
    private static final String PLAIN = """
            select e.id, e.sorted_at, e.feed_id
              from subscription s
              join entry e on e.feed_id = s.feed_id and e.id + 0 > s.read_up_to
             where s.account_id = :account""";

    private static final String SPECIAL = """
            select st.entry_id from entry_state st where st.account_id = :account
             union
            select e.id from entry e where e.duplicate_of is not null""";

    private final Database database;

    public UnreadTable(Database database) {
        this.database = database;
    }

    /** All of it. Most entries are neither marked by themselves nor repeat others, and those take no more than an index. */
    public List<UnreadEntry> all(AccountId account) {
        return database.jdbi().withHandle(handle -> {
            Set<Long> special = handle.createQuery(SPECIAL)
                    .bind("account", account.value())
                    .mapTo(Long.class)
                    .set();
            List<UnreadEntry> unread = handle.createQuery(PLAIN)
                    .bind("account", account.value())
                    .map((rows, context) -> plain(rows))
                    .filter(entry -> !special.contains(entry.id()))
                    .collect(Collectors.toCollection(ArrayList::new));
            unread.addAll(among(account, special));
            return unread;
        });
    }

    /** What of it arrived after a change. */
    public List<UnreadEntry> since(AccountId account, long change) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(SELECT + " from entry e " + JOINS + " and e.id > :change")
                        .bind("account", account.value())
                        .bind("change", change)
                        .map((rows, context) -> entry(rows))
                        .list());
    }

    /** Those of the entries that are not read. */
    public List<UnreadEntry> among(AccountId account, Collection<Long> entries) {
        return database.jdbi()
                .withHandle(handle -> Ids.inParts(entries).stream()
                        .flatMap(some -> among(handle, account, some).stream())
                        .toList());
    }

    private static List<UnreadEntry> among(Handle handle, AccountId account, List<Long> entries) {
        return handle.createQuery(SELECT + " from entry e " + JOINS + " and e.id = any(:entries)")
                .bind("account", account.value())
                .bindArray("entries", Long.class, entries)
                .map((rows, context) -> entry(rows))
                .list();
    }

    private static UnreadEntry plain(ResultSet rows) throws SQLException {
        long id = rows.getLong(1);
        return new UnreadEntry(id, Position.micros(Rows.time(rows, "sorted_at")), rows.getLong(3), id, true);
    }

    private static UnreadEntry entry(ResultSet rows) throws SQLException {
        return new UnreadEntry(
                rows.getLong("id"),
                Position.micros(Rows.time(rows, "sorted_at")),
                rows.getLong("feed_id"),
                rows.getLong("group_id"),
                rows.getBoolean("shown"));
    }
}
