package org.broadsheet.ingest.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip (RFC 1952), member after member. The JDK's GZIPInputStream calls itself for each empty member, which a
 * hostile server can drive into a StackOverflowError, and it ends early when the next member has not arrived yet.
 */
final class Gunzip extends InputStream {
    private static final int HAS_CRC = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;

    private final InputStream packed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[16 << 10];
    private int position;
    private int limit;
    private boolean ended;

    Gunzip(InputStream packed) throws IOException {
        this.packed = packed;
        if (next() != 0x1f || next() != 0x8b) {
            throw new ZipException("not gzip");
        }
        readHeader();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            int count = inflate(into, offset, length);
            if (count > 0) {
                checksum.update(into, offset, count);
                return count;
            }
            if (inflater.finished()) {
                endMember();
            }
        }
        return -1;
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
        try {
            if (inflater.needsInput() && !inflater.finished()) {
                fill();
                inflater.setInput(buffer, position, limit - position);
                position = limit;
            }
            int count = inflater.inflate(into, offset, length);
            if (inflater.needsDictionary()) {
                throw new ZipException("gzip has no dictionaries");
            }
            return count;
        } catch (DataFormatException e) {
            throw new ZipException(e.getMessage());
        }
    }

    private void endMember() throws IOException {
        position = limit - inflater.getRemaining();
        if (littleEndian() != checksum.getValue() || littleEndian() != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new ZipException("the checksum does not match");
        }
        if (hasMore() && next() == 0x1f && hasMore() && next() == 0x8b) {
            inflater.reset();
            checksum.reset();
            readHeader();
        } else {
            ended = true; // what follows is padding, which gzip's own program ignores too
        }
    }

    /** RFC 1952 §2.3, from behind the two magic bytes on. */
    private void readHeader() throws IOException {
        if (next() != 8) {
            throw new ZipException("not deflated");
        }
        int flags = next();
        skip(6);
        if ((flags & HAS_EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & HAS_NAME) != 0) {
            skipText();
        }
        if ((flags & HAS_COMMENT) != 0) {
            skipText();
        }
        if ((flags & HAS_CRC) != 0) {
            skip(2);
        }
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        int one = next();
        while (one != 0) {
            one = next();
        }
    }

    private long littleEndian() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private int next() throws IOException {
        if (position == limit) {
            fill();
        }
        return buffer[position++] & 0xff;
    }

    private boolean hasMore() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(packed.read(buffer), 0);
        }
        return limit > position;
    }

    private void fill() throws IOException {
        if (!hasMore()) {
            throw new EOFException("gzip breaks off");
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }
}
