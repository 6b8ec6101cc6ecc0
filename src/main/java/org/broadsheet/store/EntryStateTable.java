package org.broadsheet.store;

import java.time.Instant;
import java.util.List;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.FeedId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What accounts did with entries: a row only where one is read, unread or starred by itself. */
public final class EntryStateTable {
    private static final String ENSURE = """
            insert into entry_state (account_id, entry_id, starred, changed_at)
            select :account, e.id, false, :now
              from entry e join subscription s on s.feed_id = e.feed_id and s.account_id = :account
             where e.id = :entry and e.deleted_at is null
               and not exists (select 1 from entry_state st where st.account_id = :account and st.entry_id = :entry)""";

    private static final String SET = """
            update entry_state
               set "read" = coalesce(cast(:read as boolean), "read"), starred = coalesce(cast(:starred as boolean), starred),
                   changed_at = :now
             where account_id = :account and entry_id = :entry""";

    // What was marked one by one below the new mark needs no row of its own any more.
    private static final String CLEAR = """
            update entry_state set "read" = null
             where account_id = :account and "read" is not null
               and entry_id in (select e.id from entry e where e.feed_id = any(:feeds) and e.arrived <= :change)""";

    private static final String RAISE = """
            update subscription set read_up_to = :change
             where account_id = :account and feed_id = any(:feeds) and read_up_to < :change""";

    /** Sets what is not null; false when the account has no such entry. */
    public boolean set(
            Handle handle,
            AccountId account,
            EntryId entry,
            @Nullable Boolean read,
            @Nullable Boolean starred,
            Instant now) {
        handle.createUpdate(ENSURE)
                .bind("account", account.value())
                .bind("entry", entry.value())
                .bind("now", now)
                .execute();
        return handle.createUpdate(SET)
                        .bind("account", account.value())
                        .bind("entry", entry.value())
                        .bindByType("read", read, Boolean.class)
                        .bindByType("starred", starred, Boolean.class)
                        .bind("now", now)
                        .execute()
                > 0;
    }

    /**
     * Marks all entries of the feeds as read that had arrived with this change or an earlier one. What is yet to arrive
     * stays unread, however large the number.
     */
    public void markRead(Handle handle, AccountId account, List<FeedId> feeds, long upTo) {
        List<Long> ids = feeds.stream().map(FeedId::value).toList();
        long upToChange = Math.min(upTo, ChangeCounter.newest(handle));
        handle.createUpdate(CLEAR)
                .bind("account", account.value())
                .bindArray("feeds", Long.class, ids)
                .bind("change", upToChange)
                .execute();
        handle.createUpdate(RAISE)
                .bind("account", account.value())
                .bindArray("feeds", Long.class, ids)
                .bind("change", upToChange)
                .execute();
    }
}
