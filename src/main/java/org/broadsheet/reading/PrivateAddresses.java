package org.broadsheet.reading;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.PrivateAddress;
import org.broadsheet.store.PrivateAddressTable;
import org.broadsheet.store.Writer;
import org.broadsheet.text.Hashes;

/**
 * Addresses under which programs read one stream without the account's password. The store knows a hash of each only: who
 * reads the store can open none, and a guess is looked up by its hash, which takes as long however near it is. Thread-safe.
 */
public final class PrivateAddresses {
    /** So many an account may have; more are a mistake. */
    static final int MOST = 200;

    private static final int TOKEN_BYTES = 32;
    private static final int LONGEST_NOTE = 80;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Writer writer;
    private final PrivateAddressTable table;
    private final InstantSource clock;

    public PrivateAddresses(Writer writer, PrivateAddressTable table, InstantSource clock) {
        this.writer = writer;
        this.table = table;
        this.clock = clock;
    }

    /**
     * Makes one.
     *
     * @param note what to call it, cut to 80 characters
     * @return the token, 43 characters of base64url, which is told this once; empty when the account has too many
     */
    public Optional<String> make(AccountId account, String stream, String note) {
        if (table.all(account).size() >= MOST) {
            return Optional.empty();
        }
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        String kept = note.substring(0, Math.min(note.length(), LONGEST_NOTE));
        PrivateAddressTable.Made made = new PrivateAddressTable.Made(Hashes.of(token), clock.instant());
        writer.write(handle -> {
            table.add(handle, account, stream, kept, made);
            return true;
        });
        return Optional.of(token);
    }

    /** What a token opens; empty when it never was one or was revoked. */
    public Optional<PrivateAddress> find(String token) {
        return table.find(Hashes.of(token));
    }

    /** An account's, the newest first. */
    public List<PrivateAddress> all(AccountId account) {
        return table.all(account);
    }

    /** Ends one at once; false when the account has none of this number. */
    public boolean revoke(AccountId account, long id) {
        return writer.write(handle -> table.revoke(handle, account, id));
    }
}
