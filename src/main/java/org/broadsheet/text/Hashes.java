package org.broadsheet.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
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
            byte[] utf8 = utf8(part);
            digest.update(length(part, utf8));
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

    /**
     * By which a content is told from an earlier one of the same origin: two checksums of 32 bits (RFC 1952 §8, RFC 9260 appendix A)
     * and the length in bytes, as 22 characters of base64url. Cheaper than {@link #of(byte[])}, but whoever wants to can make two
     * contents that have the same (docs/decisions/0024-checks-and-dictionary.md).
     */
    public static String check(byte[] bytes) {
        Check check = new Check();
        check.add(bytes);
        return check.text();
    }

    /** The same over texts, each part with its length as in {@link #of(String...)}. */
    public static String check(List<? extends @Nullable String> parts) {
        Check check = new Check();
        for (String part : parts) {
            byte[] utf8 = utf8(part);
            check.add(length(part, utf8));
            check.add(utf8);
        }
        return check.text();
    }

    private static final class Check {
        private final Checksum one = new CRC32();
        private final Checksum other = new CRC32C();
        private long length;

        void add(byte[] bytes) {
            one.update(bytes, 0, bytes.length);
            other.update(bytes, 0, bytes.length);
            length += bytes.length;
        }

        String text() {
            return base64(ByteBuffer.allocate(BYTES)
                    .putInt((int) one.getValue())
                    .putInt((int) other.getValue())
                    .putLong(length)
                    .array());
        }
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

    private static byte[] utf8(@Nullable String part) {
        return part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] length(@Nullable String part, byte[] utf8) {
        return ByteBuffer.allocate(Integer.BYTES)
                .putInt(part == null ? -1 : utf8.length)
                .array();
    }

    private static String text(MessageDigest digest) {
        return base64(Arrays.copyOf(digest.digest(), BYTES));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
