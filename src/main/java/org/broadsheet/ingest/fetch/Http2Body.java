package org.broadsheet.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http2.frame.FrameFlag;
import org.apache.hc.core5.http2.frame.FrameType;
import org.apache.hc.core5.http2.frame.RawFrame;

/** The content of the DATA frames of an answer; holds one of them at a time. */
final class Http2Body extends InputStream {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Http2Connection connection;
    private final long length;
    private final Runnable wentWrong;
    private ByteBuffer content = NOTHING;
    private long received;
    private boolean ended;

    /**
     * A body that is still to come.
     *
     * @param length as announced, negative when it was not
     * @param wentWrong is told when it breaks off or breaks the rules
     */
    Http2Body(Http2Connection connection, long length, Runnable wentWrong) {
        this.connection = connection;
        this.length = length;
        this.wentWrong = wentWrong;
    }

    @Override
    public int read() throws IOException {
        return more() ? content.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int length = Math.min(count, content.remaining());
        content.get(into, offset, length);
        return length;
    }

    private boolean more() throws IOException {
        try {
            while (!content.hasRemaining() && !ended) {
                take(connection.next());
            }
        } catch (IOException e) {
            wentWrong.run();
            throw e;
        }
        return content.hasRemaining();
    }

    private void take(RawFrame frame) throws IOException {
        ended = frame.isFlagSet(FrameFlag.END_STREAM);
        if (frame.isType(FrameType.DATA)) {
            content = Http2Frames.content(frame);
            received += content.remaining();
        } else if (!ended) {
            throw Http2Frames.violation("trailers that do not end the answer");
        }
        checkLength();
    }

    /** RFC 9113 §8.1.1: an answer that is not as long as it says is malformed. */
    private void checkLength() throws IOException {
        if (length >= 0 && received > length) {
            throw Http2Frames.violation("more than its Content-Length");
        }
        if (ended && received < length) {
            throw new ConnectionClosedException("less than its Content-Length");
        }
    }
}
