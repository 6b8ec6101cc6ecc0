package org.broadsheet.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.PrivateAddress;
import org.jdbi.v3.core.Handle;

/** Addresses under which streams can be read without an account. Reads take the pool, writes a handle of the {@link Writer}. */
public final class PrivateAddressTable {
    private static final String COLUMNS = "select id, account_id, stream, note, created_at from private_address ";

    private final Database database;

    public PrivateAddressTable(Database database) {
        this.database = database;
    }

    /** Keeps a new one, by the hash of its token. */
    public void add(Handle handle, AccountId account, String stream, String note, Made made) {
        handle.createUpdate("""
                        insert into private_address (account_id, stream, note, token_hash, created_at)
                        values (:account, :stream, :note, :hash, :now)""")
                .bind("account", account.value())
                .bind("stream", stream)
                .bind("note", note)
                .bind("hash", made.tokenHash())
                .bind("now", made.at())
                .execute();
    }

    /** What is kept of a token, and when it was made. */
    public record Made(String tokenHash, Instant at) {}

    public Optional<PrivateAddress> find(String tokenHash) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(COLUMNS + "where token_hash = :hash")
                        .bind("hash", tokenHash)
                        .map((rows, context) -> address(rows))
                        .findOne());
    }

    /** An account's, the newest first. */
    public List<PrivateAddress> all(AccountId account) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(COLUMNS + "where account_id = :account order by id desc")
                        .bind("account", account.value())
                        .map((rows, context) -> address(rows))
                        .list());
    }

    /** Ends one; false when the account has none of this number. */
    public boolean revoke(Handle handle, AccountId account, long id) {
        return handle.createUpdate("delete from private_address where account_id = :account and id = :id")
                        .bind("account", account.value())
                        .bind("id", id)
                        .execute()
                > 0;
    }

    private static PrivateAddress address(ResultSet rows) throws SQLException {
        return new PrivateAddress(
                rows.getLong("id"),
                new AccountId(rows.getLong("account_id")),
                rows.getString("stream"),
                rows.getString("note"),
                Rows.time(rows, "created_at"));
    }
}
