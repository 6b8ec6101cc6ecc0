package org.broadsheet.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.HeaderElement;
import org.apache.hc.core5.http.MessageHeaders;
import org.apache.hc.core5.http.message.MessageSupport;

/**
 * How long the publisher asks us to make do with this answer (RFC 9111 §4.2), on a 304 as well as on a 200.
 *
 * @param freshFor from the moment of the answer, more than zero; empty when nothing was asked
 */
public record CacheHints(Optional<Duration> freshFor) {
    /** Nothing was asked. */
    public static final CacheHints NONE = new CacheHints(Optional.empty());

    static CacheHints of(MessageHeaders headers, Instant now) {
        Map<String, String> directives = cacheControl(headers);
        if (directives.containsKey("no-store") || directives.containsKey("no-cache")) {
            return NONE;
        }
        Optional<Duration> lifetime = directives.containsKey("max-age")
                ? HttpTime.seconds(directives.get("max-age"))
                : untilExpiry(headers, now);
        Duration age =
                HttpTime.seconds(HttpTime.first(headers, "Age").orElse(null)).orElse(Duration.ZERO);
        return new CacheHints(
                lifetime.map(whole -> whole.minus(age)).filter(rest -> !rest.isNegative() && !rest.isZero()));
    }

    private static Map<String, String> cacheControl(MessageHeaders headers) {
        Map<String, String> directives = new HashMap<>();
        Iterator<HeaderElement> elements = MessageSupport.iterate(headers, "Cache-Control");
        while (elements.hasNext()) {
            HeaderElement directive = elements.next();
            String value = directive.getValue();
            directives.putIfAbsent(directive.getName().toLowerCase(Locale.ROOT), value == null ? "" : value);
        }
        return directives;
    }

    private static Optional<Duration> untilExpiry(MessageHeaders headers, Instant now) {
        return HttpTime.first(headers, "Expires")
                .flatMap(HttpTime::date)
                .map(expires -> Duration.between(HttpTime.serverTime(headers, now), expires));
    }
}
