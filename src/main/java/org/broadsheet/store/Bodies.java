package org.broadsheet.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.InflaterOutputStream;
import org.broadsheet.model.PackedHtml;
import org.broadsheet.model.SafeHtml;

/** Article bodies as they are kept: deflated UTF-8 (RFC 1950). */
public final class Bodies {
    /** From here on, articles become a third of a percent smaller and a tenth dearer to pack. */
    private static final int LEVEL = 4;

    /** Enough for nearly all at the first go: half of what articles are, and what the shortest need. */
    private static final int ROOM = 512;

    private Bodies() {}

    /** For {@link #unpack}, or for a row. */
    public static PackedHtml pack(SafeHtml html) {
        return new PackedHtml(deflate(html.value()));
    }

    /** What was packed, as text. */
    public static String unpack(PackedHtml packed) {
        return inflate(packed.bytes());
    }

    static byte[] deflate(String html) {
        byte[] utf8 = html.getBytes(StandardCharsets.UTF_8);
        byte[] packed = new byte[utf8.length / 2 + ROOM];
        Deflater deflater = new Deflater(LEVEL);
        try {
            deflater.setInput(utf8);
            deflater.finish();
            int length = deflater.deflate(packed);
            while (!deflater.finished()) {
                packed = Arrays.copyOf(packed, 2 * packed.length);
                length += deflater.deflate(packed, length, packed.length - length);
            }
            return Arrays.copyOf(packed, length);
        } finally {
            deflater.end();
        }
    }

    static String inflate(byte[] deflated) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(deflated.length * 3);
        try (InflaterOutputStream inflating = new InflaterOutputStream(out)) {
            inflating.write(deflated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
