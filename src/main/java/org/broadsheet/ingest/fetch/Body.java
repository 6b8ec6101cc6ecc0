package org.broadsheet.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hc.client5.http.entity.DeflateInputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.broadsheet.model.ErrorKind;

/** Reads the body of an answer, decompressed and bounded. */
final class Body {
    private static final int FIRST_CHUNK = 16 << 10;
    private static final int LARGEST_CHUNK = 1 << 20;
    /** What a packed body may be larger than its content. */
    private static final int PACKING = 64 << 10;

    private static final int MOST_CODINGS = 2;

    private final long maxBytes;
    private final Meter meter;

    Body(long maxBytes, Meter meter) {
        this.maxBytes = maxBytes;
        this.meter = meter;
    }

    /**
     * The whole body, never empty.
     *
     * @param contentEncoding as the header says it, "" when there is none
     */
    byte[] read(HttpEntity entity, String contentEncoding) throws IOException {
        if (entity.getContentLength() > maxBytes) {
            throw tooLarge();
        }
        // Gzip can go on for ever without a byte of content, so the wire has a limit too.
        InputStream counted = meter.counting(entity.getContent(), maxBytes + PACKING, tooLarge());
        PushbackInputStream wire = new PushbackInputStream(counted);
        int first = wire.read();
        if (first < 0) {
            throw empty();
        }
        wire.unread(first);
        try (InputStream plain = decoded(wire, contentEncoding)) {
            return collect(plain);
        }
    }

    static Refused empty() {
        return new Refused(ErrorKind.EMPTY);
    }

    private static InputStream decoded(InputStream wire, String contentEncoding) throws IOException {
        String[] codings = contentEncoding.toLowerCase(Locale.ROOT).split(",", -1);
        if (codings.length > MOST_CODINGS) {
            throw new Refused(ErrorKind.BAD_ENCODING, "The server compressed its answer more than twice.");
        }
        InputStream plain = wire;
        for (int last = codings.length - 1; last >= 0; last--) {
            plain = decodedOnce(plain, codings[last].strip());
        }
        return plain;
    }

    private static InputStream decodedOnce(InputStream packed, String coding) throws IOException {
        return switch (coding) {
            case "", "identity" -> packed;
            // Not codings at all, but some servers say so, and mean a body as it is.
            case "none", "utf-8", "binary" -> packed;
            case "gzip", "x-gzip" -> new Gunzip(packed);
            case "br" -> Windowed.brotli(packed);
            case "zstd" -> Windowed.zstandard(packed);
            case "deflate" -> new DeflateInputStream(packed);
            default ->
                throw new Refused(
                        ErrorKind.BAD_ENCODING, "The server packed its answer in a way that it was not asked for.");
        };
    }

    /** Chunks that grow, joined once at the end: what proves too large is never copied, what is small costs little. */
    private byte[] collect(InputStream plain) throws IOException {
        List<byte[]> chunks = new ArrayList<>();
        long total = 0;
        int size = FIRST_CHUNK;
        while (true) {
            byte[] chunk = plain.readNBytes(size);
            total += chunk.length;
            if (total > maxBytes) {
                throw tooLarge();
            }
            chunks.add(chunk);
            if (chunk.length < size) {
                return joined(chunks, (int) total);
            }
            size = Math.min(size * 2, LARGEST_CHUNK);
        }
    }

    private static byte[] joined(List<byte[]> chunks, int total) throws Refused {
        if (total == 0) {
            throw empty();
        }
        if (chunks.size() == 1) {
            return chunks.get(0);
        }
        byte[] whole = new byte[total];
        int at = 0;
        for (byte[] chunk : chunks) {
            System.arraycopy(chunk, 0, whole, at, chunk.length);
            at += chunk.length;
        }
        return whole;
    }

    private Refused tooLarge() {
        return new Refused(
                ErrorKind.TOO_LARGE, "The document is larger than the " + size() + " that this server accepts.");
    }

    private String size() {
        return maxBytes >= 1 << 20
                ? (maxBytes >> 20) + " MB"
                : maxBytes >= 1 << 10 ? (maxBytes >> 10) + " KB" : maxBytes + " bytes";
    }
}
