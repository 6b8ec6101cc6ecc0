package org.broadsheet.server;

import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** How bytes can be sent (RFC 9110 §8.4), the best first. */
public enum Coding {
    ZSTD,
    GZIP,
    IDENTITY;

    /** The name of the coding in headers. */
    String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that a client likes best; of equal ones, ours (RFC 9110 §12.5.3). Null means that it said nothing. */
    static Coding wanted(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return IDENTITY;
        }
        Coding best = IDENTITY;
        double most = 0;
        for (Coding coding : values()) {
            double weight = coding == IDENTITY ? 0 : weight(acceptEncoding, coding.token());
            if (weight > most) {
                best = coding;
                most = weight;
            }
        }
        return best;
    }

    private static double weight(String accepted, String token) {
        return Arrays.stream(accepted.split(","))
                .map(String::strip)
                .filter(one -> one.split(";", 2)[0].strip().equalsIgnoreCase(token))
                .mapToDouble(Coding::quality)
                .findFirst()
                .orElse(0);
    }

    private static double quality(String one) {
        String[] parts = one.replace(" ", "").split(";q=", 2);
        try {
            return parts.length < 2 ? 1 : Double.parseDouble(parts[1]);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    byte[] encode(byte[] bytes) {
        return switch (this) {
            case ZSTD -> zstd(bytes);
            case GZIP -> gzip(bytes);
            case IDENTITY -> bytes;
        };
    }

    private static byte[] zstd(byte[] bytes) {
        ZstdCompressor compressor = new ZstdCompressor();
        byte[] room = new byte[compressor.maxCompressedLength(bytes.length)];
        int length = compressor.compress(bytes, 0, bytes.length, room, 0, room.length);
        return Arrays.copyOf(room, length);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
