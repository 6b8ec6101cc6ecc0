package org.broadsheet.ingest.fetch;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http2.H2ConnectionException;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.frame.FrameType;
import org.apache.hc.core5.http2.frame.RawFrame;
import org.apache.hc.core5.http2.impl.io.FrameInputBuffer;
import org.apache.hc.core5.http2.impl.io.FrameOutputBuffer;

/**
 * The frames that come and go on one connection. Holds one of them at a time: a server that sends faster than it is read
 * waits as it does over HTTP/1.1, by TCP. For one thread.
 */
final class Http2Frames {
    /** RFC 9113 §6.5.2: every peer must take this much, and none may send us more unless we say so. */
    static final int MAX_FRAME = 16 << 10;

    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** Frames that bring nothing of a body; a server that sends more of them is up to no good. */
    private static final int MOST_EMPTY_FRAMES = 10_000;

    private final InputStream in;
    private final OutputStream out;
    private final FrameInputBuffer reader = new FrameInputBuffer(MAX_FRAME);
    private final FrameOutputBuffer writer = new FrameOutputBuffer(MAX_FRAME);
    private int emptyFrames;

    Http2Frames(InputStream in, OutputStream out) {
        this.in = in;
        this.out = new BufferedOutputStream(out);
    }

    /** Writes what each connection begins with. */
    void greet() throws IOException {
        out.write(PREFACE);
    }

    void write(RawFrame frame) throws IOException {
        writer.write(frame, out);
    }

    /** Sends what was written. */
    void flush() throws IOException {
        out.flush();
    }

    /** The next frame; what it holds is to be used before the next call. */
    RawFrame read() throws IOException {
        RawFrame frame = reader.read(in);
        boolean brings = frame.isType(FrameType.DATA) && content(frame).hasRemaining();
        if (!brings && ++emptyFrames > MOST_EMPTY_FRAMES) {
            throw violation("too many frames without content");
        }
        return frame;
    }

    /** What a frame of a kind that may be padded holds, without padding. */
    static ByteBuffer content(RawFrame frame) {
        ByteBuffer content = frame.getPayloadContent();
        return content == null ? ByteBuffer.allocate(0) : content.slice();
    }

    /** What any other frame holds; fails where that is less than {@code least} bytes. */
    static ByteBuffer payload(RawFrame frame, int least) throws IOException {
        ByteBuffer payload = frame.getPayload();
        if (frame.getLength() < least) {
            throw violation("a frame that is too short");
        }
        return payload == null ? ByteBuffer.allocate(0) : payload.slice();
    }

    static H2ConnectionException violation(String what) {
        return new H2ConnectionException(H2Error.PROTOCOL_ERROR, "The server sent " + what);
    }
}
