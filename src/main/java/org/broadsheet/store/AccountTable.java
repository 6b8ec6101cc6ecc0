package org.broadsheet.store;

import java.time.Instant;
import java.util.Optional;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.Preferences;
import org.jdbi.v3.core.Handle;

/** The accounts. One, called "local", is there from the start. */
public final class AccountTable {
    private static final String LOCAL = "local";

    private final Database database;

    public AccountTable(Database database) {
        this.database = database;
    }

    /** The local account, made on the first call. */
    public AccountId local(Writer writer, Instant now) {
        return known().orElseGet(() -> made(writer, now));
    }

    private Optional<AccountId> known() {
        return database.jdbi().withHandle(AccountTable::local);
    }

    private AccountId made(Writer writer, Instant now) {
        try {
            return writer.write(handle -> insertLocal(handle, now));
        } catch (RuntimeException e) {
            // Another node that starts has made it meanwhile.
            return known().orElseThrow(() -> e);
        }
    }

    /** Keeps other nodes from changing what the account follows until the transaction ends. */
    static void lock(Handle handle, AccountId account) {
        Lookup.of(handle, "select id from account where id = :account for update")
                .bind("account", account.value())
                .list(rows -> rows.getLong(1));
    }

    /** How the account likes to read. */
    public Preferences preferences(AccountId account) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select settings from account where id = :account")
                        .bind("account", account.value())
                        .mapTo(String.class)
                        .map(Json::preferences)
                        .findOne()
                        .orElse(Preferences.USUAL));
    }

    /** Keeps how the account likes to read. */
    public void prefer(Handle handle, AccountId account, Preferences preferences) {
        handle.createUpdate("update account set settings = :settings where id = :account")
                .bind("settings", Json.preferences(preferences))
                .bind("account", account.value())
                .execute();
    }

    private static Optional<AccountId> local(Handle handle) {
        return handle.createQuery("select id from account where name = :name")
                .bind("name", LOCAL)
                .mapTo(Long.class)
                .findOne()
                .map(AccountId::new);
    }

    private static AccountId insertLocal(Handle handle, Instant now) {
        long id = handle.createUpdate("""
                        insert into account (name, role, settings, created_at) values (:name, 'OWNER', '{}', :now)""")
                .bind("name", LOCAL)
                .bind("now", now)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        return new AccountId(id);
    }
}
