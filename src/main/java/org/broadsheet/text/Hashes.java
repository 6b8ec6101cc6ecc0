package org.broadsheet.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Short names for contents. */
public final class Hashes {
    private static final int BYTES = 16;

    private Hashes() {}

    /**
     * The first 128 bits of SHA-256 over texts, as 22 characters of base64url. Each part goes in with its length, so that
     * ("ab", "c") and ("a", "bc") differ; null and "" differ too.
     */
    public static String of(@Nullable String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] utf8 = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4)
                    .putInt(part == null ? -1 : utf8.length)
                    .flip());
            digest.update(utf8);
        }
        return text(digest);
    }

    /** The same over bytes as they are. */
    public static String of(byte[] bytes) {
        MessageDigest digest = sha256();
        digest.update(bytes);
        return text(digest);
    }

    private static String text(MessageDigest digest) {
        byte[] hash = new byte[BYTES];
        System.arraycopy(digest.digest(), 0, hash, 0, BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
