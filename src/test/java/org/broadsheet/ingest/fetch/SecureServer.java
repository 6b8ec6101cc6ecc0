package org.broadsheet.ingest.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.http.nio.AsyncRequestConsumer;
import org.apache.hc.core5.http.nio.AsyncServerRequestHandler;
import org.apache.hc.core5.http.nio.entity.DiscardingEntityConsumer;
import org.apache.hc.core5.http.nio.support.AsyncResponseBuilder;
import org.apache.hc.core5.http.nio.support.BasicRequestConsumer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2ServerBootstrap;
import org.apache.hc.core5.http2.ssl.H2ServerTlsStrategy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.ListenerEndpoint;

/** An https server on loopback that behaves: HttpCore's own, which refuses requests that break the rules of HTTP/2. */
final class SecureServer implements AutoCloseable {
    private final HttpAsyncServer server;
    private final int port;
    private final List<HttpRequest> requests = new CopyOnWriteArrayList<>();

    private SecureServer(HttpVersionPolicy versions, Function<HttpRequest, AsyncResponseBuilder> answers) {
        server = H2ServerBootstrap.bootstrap()
                .setVersionPolicy(versions)
                .setTlsStrategy(new H2ServerTlsStrategy(TestTls.server()))
                .setCharset(CharCodingConfig.custom()
                        .setCharset(StandardCharsets.ISO_8859_1)
                        .build())
                .setCanonicalHostName("localhost")
                .register("*", new Handler(answers))
                .create();
        server.start();
        port = port(server);
    }

    /** Starts one that knows HTTP/2 and HTTP/1.1. */
    static SecureServer ofBoth(Function<HttpRequest, AsyncResponseBuilder> answers) {
        return new SecureServer(HttpVersionPolicy.NEGOTIATE, answers);
    }

    /** Starts one that knows HTTP/1.1 only, and says so. */
    static SecureServer ofHttp1(Function<HttpRequest, AsyncResponseBuilder> answers) {
        return new SecureServer(HttpVersionPolicy.FORCE_HTTP_1, answers);
    }

    static AsyncResponseBuilder answer(int status) {
        return AsyncResponseBuilder.create(status);
    }

    URI url(String path) {
        return URI.create("https://localhost:" + port + path);
    }

    /** The requests so far, oldest first. */
    List<HttpRequest> requests() {
        return requests;
    }

    /** Which HTTP the requests spoke, oldest first, as 2.0 or 1.1. */
    List<String> versions() {
        return requests.stream().map(request -> request.getVersion().format()).toList();
    }

    private static int port(HttpAsyncServer server) {
        try {
            ListenerEndpoint door = server.listen(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), URIScheme.HTTPS)
                    .get();
            return ((InetSocketAddress) door.getAddress()).getPort();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close(CloseMode.IMMEDIATE);
    }

    private final class Handler implements AsyncServerRequestHandler<Message<HttpRequest, Void>> {
        private final Function<HttpRequest, AsyncResponseBuilder> answers;

        Handler(Function<HttpRequest, AsyncResponseBuilder> answers) {
            this.answers = answers;
        }

        @Override
        public AsyncRequestConsumer<Message<HttpRequest, Void>> prepare(
                HttpRequest request, EntityDetails entity, HttpContext context) {
            return new BasicRequestConsumer<>(entity == null ? null : new DiscardingEntityConsumer<>());
        }

        @Override
        public void handle(Message<HttpRequest, Void> message, ResponseTrigger trigger, HttpContext context)
                throws HttpException, IOException {
            requests.add(message.getHead());
            trigger.submitResponse(answers.apply(message.getHead()).build(), context);
        }
    }
}
