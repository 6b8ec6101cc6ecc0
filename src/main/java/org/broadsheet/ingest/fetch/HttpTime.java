package org.broadsheet.ingest.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.MessageHeaders;
import org.jspecify.annotations.Nullable;

/** The times in HTTP headers. Whatever cannot be read counts as not said. */
final class HttpTime {
    private static final Duration LONGEST_WAIT = Duration.ofDays(7);
    private static final Duration LONGEST_DELTA = Duration.ofDays(3650);

    private static final DateTimeFormatter ASCTIME = DateTimeFormatter.ofPattern(
                    "EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private HttpTime() {}

    /** Retry-After, seconds or a date (RFC 9110 §10.2.3), from now on; past dates are zero, absurd ones 7 days. */
    static Optional<Duration> retryAfter(MessageHeaders headers, Instant now) {
        Optional<String> value = first(headers, "Retry-After");
        return value.flatMap(HttpTime::seconds)
                .or(() -> value.flatMap(HttpTime::date).map(until -> Duration.between(serverTime(headers, now), until)))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    /** A delta-seconds value (RFC 9111 §1.2.2), at most ten years. */
    static Optional<Duration> seconds(@Nullable String value) {
        if (value == null || !value.strip().matches("[0-9]+")) {
            return Optional.empty();
        }
        String digits = value.strip();
        return Optional.of(
                digits.length() > 9 ? LONGEST_DELTA : min(Duration.ofSeconds(Long.parseLong(digits)), LONGEST_DELTA));
    }

    /** An HTTP date in one of its three forms (RFC 9110 §5.6.7). */
    static Optional<Instant> date(String value) {
        Instant date = DateUtils.parseStandardDate(value);
        return date == null ? asctime(value) : Optional.of(date);
    }

    /** The oldest form has no zone, which DateUtils does not forgive. */
    private static Optional<Instant> asctime(String value) {
        try {
            return Optional.of(ASCTIME.parse(value.strip(), Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The server's own clock, against which its other dates are meant; ours when it does not tell. */
    static Instant serverTime(MessageHeaders headers, Instant now) {
        return first(headers, "Date").flatMap(HttpTime::date).orElse(now);
    }

    static Optional<String> first(MessageHeaders headers, String name) {
        Header header = headers.getFirstHeader(name);
        return header == null ? Optional.empty() : Optional.ofNullable(header.getValue());
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
