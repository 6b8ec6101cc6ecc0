package org.broadsheet.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterOutputStream;
import org.broadsheet.model.PackedHtml;
import org.broadsheet.model.SafeHtml;

/** Article bodies as they are kept: deflated UTF-8 (RFC 1950). */
public final class Bodies {
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
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            byte[] utf8 = html.getBytes(StandardCharsets.UTF_8);
            ByteArrayOutputStream out = new ByteArrayOutputStream(utf8.length / 2 + 64);
            try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, deflater)) {
                deflating.write(utf8);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
