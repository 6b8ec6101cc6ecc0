package org.broadsheet.store;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.EntryId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What accounts did with entries: a row only where one is read, unread, starred or kept apart by itself. */
public final class EntryStateTable {
    // Entry by entry, because of several H2 would look at all that the account ever marked.
    private static final String ENSURE = """
            insert into entry_state (account_id, entry_id, starred, changed_at)
            select :account, e.id, false, :now
              from entry e join subscription s on s.feed_id = e.feed_id and s.account_id = :account
             where e.id = :entry and e.deleted_at is null
               and not exists (select 1 from entry_state st where st.account_id = :account and st.entry_id = e.id)""";

    private static final String SET = """
            update entry_state
               set "read" = coalesce(cast(:read as boolean), "read"), starred = coalesce(cast(:starred as boolean), starred),
                   apart = coalesce(cast(:apart as boolean), apart), changed_at = :now,
                   read_mark = case when cast(:read as boolean) is null then read_mark else :mark end
             where account_id = :account and entry_id = :entry""";

    private static final String OTHERS = """
            select m.id
              from (select e.id as repeated, o.id from entry e join entry o on o.id = e.duplicate_of where e.id = any(:entries)
                     union all
                    select e.id as repeated, o.id from entry e join entry o on o.duplicate_of = e.id where e.id = any(:entries)
                     union all
                    select e.id as repeated, o.id from entry e join entry o on o.duplicate_of = e.duplicate_of and o.id <> e.id
                     where e.id = any(:entries)) m
             where not exists (select 1 from entry_state k
                                where k.account_id = :account and k.entry_id = m.repeated and k.apart)
               and not exists (select 1 from entry_state k
                                where k.account_id = :account and k.entry_id = m.id and k.apart)""";

    private static final String WAS_READ = """
            exists (select 1
                      from entry o
                      join subscription os on os.feed_id = o.feed_id and os.account_id = s.account_id
                      left join entry_state st on st.account_id = s.account_id and st.entry_id = o.id
                     where {same group} and not coalesce(st.apart, false)
                       and {read})""".replace("{read}", ReadState.isRead("o", "os"));

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

    /**
     * Sets what is not null. Read once is read everywhere: those that repeat the entries follow them.
     *
     * @return all that may have changed; empty when the account has none of the entries
     */
    public List<Long> set(
            Handle handle,
            AccountId account,
            List<Long> entries,
            @Nullable Boolean read,
            @Nullable Boolean starred,
            Instant now) {
        Long mark = read == null ? null : nextMark(handle, account);
        int there = update(handle, account, entries, new Change(read, mark, starred, null), now);
        if (there == 0 || read == null) {
            return there == 0 ? List.of() : entries;
        }
        List<Long> others = others(handle, account, entries);
        update(handle, account, others, Change.read(read, mark), now);
        return Stream.concat(entries.stream(), others.stream()).toList();
    }

    /** The number of the account's next mark; later ones count more than earlier ones. */
    static long nextMark(Handle handle, AccountId account) {
        handle.createUpdate("update account set marks = marks + 1 where id = :account")
                .bind("account", account.value())
                .execute();
        return handle.createQuery("select marks from account where id = :account")
                .bind("account", account.value())
                .mapTo(Long.class)
                .one();
    }

    /** Marks entries by themselves, and nothing that repeats them. */
    static void mark(Handle handle, AccountId account, List<Long> entries, boolean read, long mark, Instant now) {
        update(handle, account, entries, Change.read(read, mark), now);
    }

    /** Shows an entry separately from those that repeat it, or with them again; false when the account has no such entry. */
    public boolean setApart(Handle handle, AccountId account, EntryId entry, boolean apart, Instant now) {
        boolean there = update(handle, account, List.of(entry.value()), new Change(null, null, null, apart), now) > 0;
        if (there) {
            // Streams show another set of entries from now on, which their readers learn by the change number.
            handle.createUpdate("update entry set change = :change where id = :entry")
                    .bind("change", ChangeCounter.take(handle, 1))
                    .bind("entry", entry.value())
                    .execute();
        }
        return there;
    }

    private static List<Long> others(Handle handle, AccountId account, List<Long> entries) {
        return handle.createQuery(OTHERS)
                .bind("account", account.value())
                .bindArray("entries", Long.class, Ids.notEmpty(entries))
                .mapTo(Long.class)
                .list();
    }

    /** What to set where it is not null. */
    private record Change(
            @Nullable Boolean read,
            @Nullable Long mark,
            @Nullable Boolean starred,
            @Nullable Boolean apart) {
        static Change read(boolean read, @Nullable Long mark) {
            return new Change(read, mark, null, null);
        }
    }

    private static int update(Handle handle, AccountId account, List<Long> entries, Change change, Instant now) {
        Batch rows = Batch.of(handle, ENSURE);
        entries.forEach(entry -> bind(rows, account, entry, now).add());
        rows.execute();
        Batch changes = Batch.of(handle, SET);
        for (Long entry : entries) {
            bind(changes, account, entry, now)
                    .bind("read", change.read())
                    .bind("mark", change.mark())
                    .bind("starred", change.starred())
                    .bind("apart", change.apart())
                    .add();
        }
        return IntStream.of(changes.execute()).sum();
    }

    private static Batch bind(Batch rows, AccountId account, Long entry, Instant now) {
        return rows.bind("account", account.value()).bind("entry", entry).bind("now", now);
    }

    /** Whoever has read an entry has read what comes in later and repeats it. */
    static void repeatRead(Handle handle, List<Long> arrived, Instant now) {
        handle.createUpdate(ARRIVED_READ)
                .bindArray("entries", Long.class, Ids.notEmpty(arrived))
                .bind("now", now)
                .execute();
    }
}
