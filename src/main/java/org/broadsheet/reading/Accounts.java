package org.broadsheet.reading;

import java.time.InstantSource;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.Preferences;
import org.broadsheet.store.AccountTable;
import org.broadsheet.store.Writer;

/** Who reads, and how. Thread-safe. */
public final class Accounts {
    private final AccountTable accounts;
    private final Writer writer;
    private final AccountId local;

    public Accounts(AccountTable accounts, Writer writer, InstantSource clock) {
        this.accounts = accounts;
        this.writer = writer;
        this.local = accounts.local(writer, clock.instant());
    }

    /** The one account of {@code access.mode: local}. */
    public AccountId local() {
        return local;
    }

    /** How an account likes to read. */
    public Preferences preferences(AccountId account) {
        return accounts.preferences(account);
    }

    /** Keeps how an account likes to read; returns after the commit. */
    public void prefer(AccountId account, Preferences preferences) {
        writer.write(handle -> {
            accounts.prefer(handle, account, preferences);
            return true;
        });
    }
}
