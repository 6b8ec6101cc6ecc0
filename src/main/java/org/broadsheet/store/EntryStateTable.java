package org.broadsheet.store;

import java.time.Instant;
import java.util.List;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.FeedId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** What accounts did with entries: a row only where one is read, unread, starred or kept apart by itself. */
public final class EntryStateTable {
    private static final String ENSURE = """
            insert into entry_state (account_id, entry_id, starred, changed_at)
            select :account, e.id, false, :now
              from entry e join subscription s on s.feed_id = e.feed_id and s.account_id = :account
             where e.id = any(:entries) and e.deleted_at is null
               and not exists (select 1 from entry_state st where st.account_id = :account and st.entry_id = e.id)""";

    private static final String SET = """
            update entry_state
               set "read" = coalesce(cast(:read as boolean), "read"), starred = coalesce(cast(:starred as boolean), starred),
                   apart = coalesce(cast(:apart as boolean), apart), changed_at = :now
             where account_id = :account and entry_id = any(:entries)""";

    // What was marked one by one below the new mark needs no row of its own any more.
    private static final String CLEAR = """
            update entry_state set "read" = null
             where account_id = :account and "read" is not null
               and entry_id in (select e.id from entry e where e.feed_id = any(:feeds) and e.arrived <= :change)""";

    private static final String RAISE = """
            update subscription set read_up_to = :change
             where account_id = :account and feed_id = any(:feeds) and read_up_to < :change""";

    private static final String OTHERS = """
            select m.id
              from (select o.id from entry e join entry o on o.id = e.duplicate_of where e.id = :entry
                     union all
                    select o.id from entry e join entry o on o.duplicate_of = e.id where e.id = :entry
                     union all
                    select o.id from entry e join entry o on o.duplicate_of = e.duplicate_of and o.id <> e.id
                     where e.id = :entry) m
             where not exists (select 1 from entry_state k
                                where k.account_id = :account and k.apart and k.entry_id in (:entry, m.id))""";

    // What the mark is about to pass in these feeds, and what repeats it in others.
    private static final String ELSEWHERE =
            """
            with passed as (
              select e.id, e.duplicate_of
                from subscription s
                join entry e on e.feed_id = s.feed_id and e.arrived > s.read_up_to and e.arrived <= :change
               where s.account_id = :account and s.feed_id = any(:feeds) and not {apart e})
            select o.id from passed e join entry o on o.id = e.duplicate_of
             where o.feed_id <> all(:feeds) and not {apart o}
             union
            select o.id from passed e join entry o on o.duplicate_of = e.id
             where o.feed_id <> all(:feeds) and not {apart o}
             union
            select o.id from passed e join entry o on o.duplicate_of = e.duplicate_of
             where o.feed_id <> all(:feeds) and not {apart o}""".replace("{apart e}", Folding.apart("e")).replace("{apart o}", Folding.apart("o"));

    private static final String WAS_READ = """
            exists (select 1
                      from entry o
                      join subscription os on os.feed_id = o.feed_id and os.account_id = s.account_id
                      left join entry_state st on st.account_id = s.account_id and st.entry_id = o.id
                     where {same group} and not coalesce(st.apart, false)
                       and coalesce(st."read", o.arrived <= os.read_up_to))""";

    // Two halves, so that each finds its rows through an index.
    private static final String ARRIVED_READ = """
            insert into entry_state (account_id, entry_id, "read", starred, changed_at)
            select s.account_id, d.id, true, false, :now
              from entry d join subscription s on s.feed_id = d.feed_id
             where d.id = any(:entries) and d.duplicate_of is not null
               and ({first was read} or {another was read})""".replace(
                    "{first was read}", WAS_READ.replace("{same group}", "o.id = d.duplicate_of"))
            .replace(
                    "{another was read}",
                    WAS_READ.replace("{same group}", "o.duplicate_of = d.duplicate_of and o.id <> d.id"));

    private static final String OTHER_FEEDS = """
            select count(*) from subscription where account_id = :account and feed_id <> all(:feeds)""";

    /**
     * Sets what is not null; false when the account has no such entry. Read once is read everywhere: those that repeat the
     * entry follow it.
     */
    public boolean set(
            Handle handle,
            AccountId account,
            EntryId entry,
            @Nullable Boolean read,
            @Nullable Boolean starred,
            Instant now) {
        if (read != null) {
            update(handle, account, others(handle, account, entry), read, null, null, now);
        }
        return update(handle, account, List.of(entry.value()), read, starred, null, now) > 0;
    }

    /** Shows an entry separately from those that repeat it, or with them again; false when the account has no such entry. */
    public boolean setApart(Handle handle, AccountId account, EntryId entry, boolean apart, Instant now) {
        boolean there = update(handle, account, List.of(entry.value()), null, null, apart, now) > 0;
        if (there) {
            // Streams show another set of entries from now on, which their readers learn by the change number.
            handle.createUpdate("update entry set change = :change where id = :entry")
                    .bind("change", ChangeCounter.take(handle, 1))
                    .bind("entry", entry.value())
                    .execute();
        }
        return there;
    }

    private static List<Long> others(Handle handle, AccountId account, EntryId entry) {
        return handle.createQuery(OTHERS)
                .bind("account", account.value())
                .bind("entry", entry.value())
                .mapTo(Long.class)
                .list();
    }

    private static int update(
            Handle handle,
            AccountId account,
            List<Long> entries,
            @Nullable Boolean read,
            @Nullable Boolean starred,
            @Nullable Boolean apart,
            Instant now) {
        if (entries.isEmpty()) {
            return 0;
        }
        bind(handle.createUpdate(ENSURE), account, entries, now).execute();
        return bind(handle.createUpdate(SET), account, entries, now)
                .bindByType("read", read, Boolean.class)
                .bindByType("starred", starred, Boolean.class)
                .bindByType("apart", apart, Boolean.class)
                .execute();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, AccountId account, List<Long> entries, Instant now) {
        return statement
                .bind("account", account.value())
                .bindArray("entries", Long.class, entries)
                .bind("now", now);
    }

    /**
     * Marks all entries of the feeds as read that had arrived with this change or an earlier one, and what repeats them in
     * other feeds. What is yet to arrive stays unread, however large the number.
     */
    public void markRead(Handle handle, AccountId account, List<FeedId> feeds, long upTo, Instant now) {
        List<Long> ids = feeds.stream().map(FeedId::value).toList();
        long upToChange = Math.min(upTo, ChangeCounter.newest(handle));
        update(handle, account, elsewhere(handle, account, ids, upToChange), true, null, null, now);
        upTo(handle.createUpdate(CLEAR), account, ids, upToChange).execute();
        upTo(handle.createUpdate(RAISE), account, ids, upToChange).execute();
    }

    /** Where all feeds are marked, which is when there is most to look through, no other is left. */
    private static List<Long> elsewhere(Handle handle, AccountId account, List<Long> feeds, long change) {
        long others = handle.createQuery(OTHER_FEEDS)
                .bind("account", account.value())
                .bindArray("feeds", Long.class, feeds)
                .mapTo(Long.class)
                .one();
        return others == 0
                ? List.of()
                : upTo(handle.createQuery(ELSEWHERE), account, feeds, change)
                        .mapTo(Long.class)
                        .list();
    }

    private static <S extends SqlStatement<S>> S upTo(S statement, AccountId account, List<Long> feeds, long change) {
        return statement
                .bind("account", account.value())
                .bindArray("feeds", Long.class, feeds)
                .bind("change", change);
    }

    /** Whoever has read an entry has read what comes in later and repeats it. */
    static void repeatRead(Handle handle, List<Long> arrived, Instant now) {
        handle.createUpdate(ARRIVED_READ)
                .bindArray("entries", Long.class, arrived)
                .bind("now", now)
                .execute();
    }
}
