package org.broadsheet.ingest.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Which requests offer HTTP/2 to their server. A server where it went wrong is asked over HTTP/1.1 for a week, so that one
 * whose HTTP/2 is broken does not cost its feeds. Thread-safe.
 */
final class Http2Offers {
    private static final String OFFER = "broadsheet.offer-http2";
    private static final Duration AVOIDED = Duration.ofDays(7);

    private final Cache<HttpHost, Boolean> avoided = Caffeine.newBuilder()
            .maximumSize(Resolver.MOST_KNOWN)
            .expireAfterWrite(AVOIDED)
            .build();

    /**
     * The context of a new request.
     *
     * @param withBody of a request that sends a document: those stay with HTTP/1.1
     */
    HttpClientContext context(HttpHost server, boolean withBody) {
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(OFFER, !withBody && avoided.getIfPresent(server) == null);
        return context;
    }

    static boolean offered(HttpContext context) {
        return Boolean.TRUE.equals(context.getAttribute(OFFER));
    }

    /** Whatever the reason was, a cut cable or our own deadline included: HTTP/1.1 is never the worse choice then. */
    void wentWrong(HttpHost server) {
        avoided.put(server, true);
    }
}
