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

    /** 64 bits of a text that are quickly made: for finding what may be the same, not for saying that it is. */
    public static long bits(CharSequence text) {
        long bits = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            bits = (bits ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mixed(bits);
    }

    /** Other 64 bits, each depending on all of the given ones (the finalizer of MurmurHash3); one to one. */
    public static long mixed(long bits) {
        long half = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
        long most = (half ^ (half >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return most ^ (most >>> 33);
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
