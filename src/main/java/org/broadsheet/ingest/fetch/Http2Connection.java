package org.broadsheet.ingest.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.H2StreamResetException;
import org.apache.hc.core5.http2.config.H2Param;
import org.apache.hc.core5.http2.config.H2Setting;
import org.apache.hc.core5.http2.frame.DefaultFrameFactory;
import org.apache.hc.core5.http2.frame.FrameFactory;
import org.apache.hc.core5.http2.frame.FrameFlag;
import org.apache.hc.core5.http2.frame.FrameType;
import org.apache.hc.core5.http2.frame.RawFrame;
import org.apache.hc.core5.util.ByteArrayBuffer;

/** A connection for one request (RFC 9113): sends it, keeps the connection's rules, and gives the frames of the answer. */
final class Http2Connection {
    /** Of one header, packed as well as unpacked. */
    static final int MAX_HEADER = 256 << 10;

    private static final int STREAM = 1;
    private static final int FIRST_WINDOW = 65_535;
    private static final FrameFactory MAKE = DefaultFrameFactory.INSTANCE;

    private final Http2Frames frames;

    Http2Connection(Http2Frames frames) {
        this.frames = frames;
    }

    /** Sends a request that consists of a header, without waiting for what the server prefers. */
    void open(ByteBuffer header) throws IOException {
        frames.greet();
        frames.write(MAKE.createSettings(
                new H2Setting(H2Param.ENABLE_PUSH, 0),
                // With one stream a connection, windows would only repeat what TCP does.
                new H2Setting(H2Param.INITIAL_WINDOW_SIZE, Integer.MAX_VALUE),
                new H2Setting(H2Param.MAX_HEADER_LIST_SIZE, MAX_HEADER)));
        frames.write(MAKE.createWindowUpdate(0, Integer.MAX_VALUE - FIRST_WINDOW));
        ByteBuffer part = part(header);
        frames.write(MAKE.createHeaders(STREAM, part, !header.hasRemaining(), true));
        while (header.hasRemaining()) {
            part = part(header);
            frames.write(MAKE.createContinuation(STREAM, part, !header.hasRemaining()));
        }
        frames.flush();
    }

    /** The next frame of the answer, HEADERS or DATA; what is about the connection is dealt with on the way. */
    RawFrame next() throws IOException {
        RawFrame frame = frames.read();
        while (!frame.isType(FrameType.HEADERS) && !frame.isType(FrameType.DATA)) {
            heed(frame);
            frame = frames.read();
        }
        if (frame.getStreamId() != STREAM) {
            throw Http2Frames.violation("an answer that nobody asked for");
        }
        return frame;
    }

    /** The whole header that begins with this frame. */
    ByteBuffer header(RawFrame first) throws IOException {
        ByteArrayBuffer header = new ByteArrayBuffer(1_024);
        append(header, withoutPriority(first));
        RawFrame frame = first;
        while (!frame.isFlagSet(FrameFlag.END_HEADERS)) {
            frame = frames.read();
            if (!frame.isType(FrameType.CONTINUATION) || frame.getStreamId() != STREAM) {
                throw Http2Frames.violation("a header without its end");
            }
            append(header, Http2Frames.payload(frame, 0));
        }
        return ByteBuffer.wrap(header.array(), 0, header.length());
    }

    private void heed(RawFrame frame) throws IOException {
        FrameType type = FrameType.valueOf(frame.getType());
        if (type == null) {
            return; // RFC 9113 §4.1: unknown frames are ignored
        }
        switch (type) {
            case SETTINGS -> acknowledge(frame, MAKE.createSettingsAck());
            case PING ->
                acknowledge(
                        frame, MAKE.createPingAck(Http2Frames.payload(frame, 8).limit(8)));
            case RST_STREAM ->
                throw new H2StreamResetException(Http2Frames.payload(frame, 4).getInt(), "RST_STREAM");
            case GOAWAY -> leave(Http2Frames.payload(frame, 8));
            case PUSH_PROMISE, CONTINUATION -> throw Http2Frames.violation("a frame that has no place here");
            default -> {} // nothing that a connection with one short request needs to know
        }
    }

    private void acknowledge(RawFrame frame, RawFrame answer) throws IOException {
        if (!frame.isFlagSet(FrameFlag.ACK)) {
            frames.write(answer);
            frames.flush();
        }
    }

    /** RFC 9113 §6.8: a server that goes may still finish what it has begun. */
    private static void leave(ByteBuffer payload) throws IOException {
        int lastStream = payload.getInt() & Integer.MAX_VALUE;
        int code = payload.getInt();
        if (lastStream < STREAM || code != H2Error.NO_ERROR.getCode()) {
            throw new H2StreamResetException(code, "GOAWAY");
        }
    }

    private static ByteBuffer part(ByteBuffer header) {
        int length = Math.min(header.remaining(), Http2Frames.MAX_FRAME);
        ByteBuffer part = header.slice(header.position(), length);
        header.position(header.position() + length);
        return part;
    }

    private static void append(ByteArrayBuffer header, ByteBuffer more) throws IOException {
        if (header.length() + more.remaining() > MAX_HEADER) {
            throw new MessageConstraintException("Maximum header size exceeded");
        }
        while (more.hasRemaining()) {
            header.append(more.get());
        }
    }

    private static ByteBuffer withoutPriority(RawFrame headers) throws IOException {
        ByteBuffer content = Http2Frames.content(headers);
        int priority = headers.isFlagSet(FrameFlag.PRIORITY) ? 5 : 0;
        if (content.remaining() < priority) {
            throw Http2Frames.violation("a frame that is too short");
        }
        return content.position(priority);
    }
}
