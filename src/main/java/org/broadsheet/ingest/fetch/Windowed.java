package org.broadsheet.ingest.fetch;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import org.broadsheet.model.ErrorKind;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks brotli (RFC 7932) and Zstandard (RFC 8878), whose windows take up to 16 MB for as long as a body is read. So the
 * packed body is collected first, however slowly it comes, and only two at a time are unpacked, which no server can draw out.
 */
final class Windowed extends InputStream {
    private static final Semaphore WINDOWS = new Semaphore(2);

    private final InputStream packed;
    private final Codec codec;
    private @Nullable InputStream plain;

    private Windowed(InputStream packed, Codec codec) {
        this.packed = packed;
        this.codec = codec;
    }

    /** Opens a packed body. */
    private interface Codec {
        InputStream open(InputStream packed) throws IOException;
    }

    static InputStream brotli(InputStream packed) {
        return new Windowed(packed, BrotliInputStream::new);
    }

    static InputStream zstandard(InputStream packed) {
        return new Windowed(packed, ZstdInputStream::new);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        InputStream content = opened();
        try {
            return content.read(into, offset, count);
        } catch (IOException | RuntimeException e) {
            throw new Refused(ErrorKind.BAD_ENCODING);
        }
    }

    private InputStream opened() throws IOException {
        InputStream open = plain;
        if (open == null) {
            byte[] whole = packed.readAllBytes();
            WINDOWS.acquireUninterruptibly();
            try {
                open = codec.open(new ByteArrayInputStream(whole));
            } catch (IOException | RuntimeException e) {
                WINDOWS.release();
                throw new Refused(ErrorKind.BAD_ENCODING);
            }
            plain = open;
        }
        return open;
    }

    @Override
    public void close() throws IOException {
        if (plain != null) {
            WINDOWS.release();
            plain = null;
        }
        packed.close();
    }
}
