package org.broadsheet.ingest.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * HttpClient with everything switched off that it would do by itself: redirects, retries (it would ask again after a 429),
 * cookies, authentication, decompression, offers to upgrade. Thread-safe.
 *
 * <p>Each request has a connection of its own. Feeds are asked minutes apart, so an idle connection would only cost the
 * publisher a socket; and what a server sends behind the end of its answer cannot pass for the answer to the next request.
 * Over https, HTTP/2 is offered to what is asked without a body, and spoken where the server takes it.
 */
final class Wire implements AutoCloseable {
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
    static final int MAX_HEADER_LINE = 16 << 10;
    static final int MAX_HEADERS = 200;
    private static final int RECEIVE_BUFFER = 256 << 10;

    private final CloseableHttpClient client;
    private final Resolver resolver;
    private final Http2Offers offers = new Http2Offers();

    Wire(FetchLimits limits, AddressGuard guard, TlsTrust trust, Resolver.NameServer names) {
        Duration connect = limits.timeout().compareTo(LONGEST_CONNECT) < 0 ? limits.timeout() : LONGEST_CONNECT;
        resolver = new Resolver(guard, names, connect);
        client = HttpClients.custom()
                .setRequestExecutor(new NegotiatedExecutor(offers))
                .setConnectionManager(connections(limits, connect, resolver, trust))
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout(spare(limits)))
                        .setResponseTimeout(timeout(spare(limits)))
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .build();
    }

    /** Sends the request; the caller cancels it when done, which closes its connection without reading on. */
    ClassicHttpResponse ask(Hop hop, HttpUriRequestBase request) throws IOException {
        try {
            return send(hop.target(), request);
        } catch (UnfitHttp2 e) {
            return send(hop.target(), request); // to which HTTP/2 is not offered any more
        }
    }

    private ClassicHttpResponse send(HttpHost server, HttpUriRequestBase request) throws IOException {
        return client.executeOpen(server, request, offers.context(server, request.getEntity() != null));
    }

    /** The address that a host had when it was last asked. */
    Optional<String> addressOf(String host) {
        return resolver.addressOf(host);
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        resolver.close();
    }

    private static HttpClientConnectionManager connections(
            FetchLimits limits, Duration connect, Resolver resolver, TlsTrust trust) {
        Http1Config bounds = Http1Config.custom()
                .setMaxLineLength(MAX_HEADER_LINE)
                .setMaxHeaderCount(MAX_HEADERS)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setTlsSocketStrategy(trust.strategy())
                // What a server sends beyond our limit piles up before we can say no; this much of it is enough.
                .setDefaultSocketConfig(
                        SocketConfig.custom().setRcvBufSize(RECEIVE_BUFFER).build())
                .setMaxConnTotal(limits.concurrency())
                .setMaxConnPerRoute(limits.concurrency())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(connect))
                        .setSocketTimeout(timeout(spare(limits)))
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(bounds)
                        // One character a byte, both ways: validators go back exactly as they came.
                        .charCodingConfig(CharCodingConfig.custom()
                                .setCharset(StandardCharsets.ISO_8859_1)
                                .build())
                        // HttpClient's own parser skips lines until one looks like a status; garbage is not HTTP.
                        .responseParserFactory(new DefaultHttpResponseParserFactory(bounds))
                        .build())
                .build();
    }

    /** Longer than any fetch, because it is the {@link Deadline} that ends a wait and says so. */
    private static Duration spare(FetchLimits limits) {
        return limits.timeout().multipliedBy(2);
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }
}
