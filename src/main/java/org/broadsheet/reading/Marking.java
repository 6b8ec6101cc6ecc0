package org.broadsheet.reading;

import java.time.InstantSource;
import java.util.List;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.EntryId;
import org.broadsheet.store.EntryStateTable;
import org.broadsheet.store.Writer;
import org.jspecify.annotations.Nullable;

/** Reading and starring. Each call returns after its change is committed. Thread-safe. */
public final class Marking {
    private final Writer writer;
    private final EntryStateTable states;
    private final UnreadIndex unread;
    private final InstantSource clock;

    public Marking(Writer writer, EntryStateTable states, UnreadIndex unread, InstantSource clock) {
        this.writer = writer;
        this.states = states;
        this.unread = unread;
        this.clock = clock;
    }

    /**
     * Sets what is not null; false when the account has no such entry. Read once is read everywhere: entries of other feeds
     * that repeat it follow.
     */
    public boolean set(AccountId account, EntryId entry, @Nullable Boolean read, @Nullable Boolean starred) {
        return set(account, List.of(entry), read, starred);
    }

    /** Sets the same for several entries; false when the account has none of them. */
    public boolean set(AccountId account, List<EntryId> entries, @Nullable Boolean read, @Nullable Boolean starred) {
        List<Long> ids = entries.stream().map(EntryId::value).toList();
        List<Long> touched =
                writer.writeBeside(handle -> states.set(handle, account, ids, read, starred, clock.instant()));
        if (read != null && !touched.isEmpty()) {
            unread.reread(account, touched);
        }
        return !touched.isEmpty();
    }

    /** Shows an entry separately from those that repeat it; false when the account has no such entry. */
    public boolean keepApart(AccountId account, EntryId entry) {
        return setApart(account, entry, true);
    }

    /** Takes {@link #keepApart} back. */
    public boolean foldAgain(AccountId account, EntryId entry) {
        return setApart(account, entry, false);
    }

    private boolean setApart(AccountId account, EntryId entry, boolean apart) {
        boolean there = writer.write(handle -> states.setApart(handle, account, entry, apart, clock.instant()));
        unread.forget(account);
        return there;
    }
}
