package org.broadsheet.ingest.fetch;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.H2ConnectionException;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.H2StreamResetException;
import org.apache.hc.core5.http2.ssl.ApplicationProtocol;
import org.jspecify.annotations.Nullable;

/** Speaks HTTP/2 on connections whose server chose it, and HTTP/1.1, as HttpClient does by itself, on all others. */
final class NegotiatedExecutor extends HttpRequestExecutor {
    private final Http2Offers offers;

    NegotiatedExecutor(Http2Offers offers) {
        this.offers = offers;
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback interim,
            HttpContext context)
            throws IOException, HttpException {
        Socket socket = connection instanceof ManagedHttpClientConnection managed ? managed.getSocket() : null;
        if (socket instanceof SSLSocket tls && ApplicationProtocol.HTTP_2.id.equals(tls.getApplicationProtocol())) {
            return http2(
                    tls, request, HttpClientContext.cast(context).getHttpRoute().getTargetHost());
        }
        return super.execute(request, connection, interim, context);
    }

    private ClassicHttpResponse http2(SSLSocket tls, ClassicHttpRequest request, HttpHost server)
            throws IOException, HttpException {
        Runnable wentWrong = () -> offers.wentWrong(server);
        try {
            Http2Frames frames = new Http2Frames(tls.getInputStream(), tls.getOutputStream());
            return new Http2Exchange(new Http2Connection(frames), wentWrong).ask(request);
        } catch (IOException | HttpException | RuntimeException e) {
            wentWrong.run();
            if (isUnfit(e)) {
                throw new UnfitHttp2(e);
            }
            throw e;
        }
    }

    /** What the network or our own limits ended would end the same way over HTTP/1.1. */
    private static boolean isUnfit(Exception e) {
        return e instanceof H2StreamResetException reset
                ? reset.getCode() == H2Error.HTTP_1_1_REQUIRED.getCode()
                : e instanceof H2ConnectionException || !(e instanceof IOException);
    }
}
