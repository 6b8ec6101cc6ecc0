package org.broadsheet.reading;

import java.time.InstantSource;
import org.broadsheet.model.AccountId;
import org.broadsheet.store.AccountTable;
import org.broadsheet.store.Writer;

/** Who reads. */
public final class Accounts {
    private final AccountId local;

    public Accounts(AccountTable accounts, Writer writer, InstantSource clock) {
        this.local = accounts.local(writer, clock.instant());
    }

    /** The one account of {@code access.mode: local}. */
    public AccountId local() {
        return local;
    }
}
