package org.broadsheet.ingest.fetch;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http2.frame.FrameFlag;
import org.apache.hc.core5.http2.frame.FrameType;
import org.apache.hc.core5.http2.frame.RawFrame;

/**
 * One request without a body and its answer over HTTP/2, in the thread that waits for it. That thread alone reads the
 * connection, a frame when it needs one, so whatever cuts the connection off ends the wait too. For one thread, once.
 */
final class Http2Exchange {
    private final Http2Connection connection;
    private final Runnable wentWrong;
    private final Http2Headers headers = new Http2Headers();

    /** One whose answer's body tells {@code wentWrong} when it breaks off. */
    Http2Exchange(Http2Connection connection, Runnable wentWrong) {
        this.connection = connection;
        this.wentWrong = wentWrong;
    }

    ClassicHttpResponse ask(ClassicHttpRequest request) throws IOException, HttpException {
        connection.open(Http2Headers.block(request));
        try {
            return answer(request.getMethod());
        } catch (ConnectionClosedException e) {
            throw new NoHttpResponseException(String.valueOf(e.getMessage()));
        }
    }

    private ClassicHttpResponse answer(String method) throws IOException, HttpException {
        while (true) {
            RawFrame frame = connection.next();
            if (!frame.isType(FrameType.HEADERS)) {
                throw Http2Frames.violation("a body before the header");
            }
            ClassicHttpResponse response = headers.response(connection.header(frame));
            boolean ended = frame.isFlagSet(FrameFlag.END_STREAM);
            if (ended && response.getCode() < 200) {
                throw Http2Frames.violation("an interim answer as the last one");
            }
            if (response.getCode() >= 200) {
                return ended || !MessageSupport.canResponseHaveBody(method, response) ? response : withBody(response);
            }
        }
    }

    private ClassicHttpResponse withBody(ClassicHttpResponse response) throws HttpException {
        long length = DefaultContentLengthStrategy.INSTANCE.determineLength(response);
        String type = HttpTime.first(response, "Content-Type").orElse(null);
        response.setEntity(new Http2Entity(new Http2Body(connection, length, wentWrong), length, type));
        return response;
    }
}
