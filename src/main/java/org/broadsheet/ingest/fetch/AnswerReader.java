package org.broadsheet.ingest.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.impl.EnglishReasonPhraseCatalog;
import org.broadsheet.ingest.fetch.FetchResult.Fetched;
import org.broadsheet.ingest.fetch.FetchResult.NotModified;
import org.broadsheet.ingest.fetch.FetchResult.Throttled;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.Failure;
import org.broadsheet.model.Validators;
import org.jspecify.annotations.Nullable;

/** Makes a result of the last answer of a fetch. */
final class AnswerReader {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final long maxBodyBytes;
    private final Instant now;
    private final Meter meter;

    AnswerReader(long maxBodyBytes, Instant now, Meter meter) {
        this.maxBodyBytes = maxBodyBytes;
        this.now = now;
        this.meter = meter;
    }

    /** Where the answer sends us; empty when it does not. */
    static Optional<String> redirect(ClassicHttpResponse response) {
        return REDIRECTS.contains(response.getCode()) ? HttpTime.first(response, "Location") : Optional.empty();
    }

    FetchResult read(ClassicHttpResponse response, Arrival at) throws IOException {
        int status = response.getCode();
        return switch (status) {
            case 200, 203 -> fetched(response, at);
            case 226 -> newOnes(response, at);
            case 204, 205 -> throw Body.empty();
            case 304 -> notModified(response, at);
            case 429 -> throttled(ErrorKind.THROTTLED, response, at);
            case 503 -> throttled(ErrorKind.UNAVAILABLE, response, at);
            default -> throw refused(status);
        };
    }

    private FetchResult fetched(ClassicHttpResponse response, Arrival at) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            throw Body.empty();
        }
        String encoding = HttpTime.first(response, "Content-Encoding").orElse("");
        byte[] body = new Body(maxBodyBytes, meter).read(entity, encoding);
        return new Fetched(
                body,
                entity.getContentType(),
                at.url(),
                validators(response, at),
                CacheHints.of(response, now),
                permanentTarget(at),
                LinkHeader.hubLinks(response, at.url()),
                meter.trace());
    }

    private FetchResult notModified(ClassicHttpResponse response, Arrival at) throws Refused {
        if (at.sent().equals(Validators.NONE)) {
            throw unasked("304 Not Modified");
        }
        Validators told = validators(response, at);
        // RFC 9111 §4.3.4: a 304 may bring new validators. A date alone beside the old ETag would mix two sets.
        boolean newSet = told.etag() != null && !told.etag().equals(at.sent().etag());
        return new NotModified(
                newSet ? told : at.sent(), CacheHints.of(response, now), permanentTarget(at), meter.trace());
    }

    private FetchResult throttled(ErrorKind kind, ClassicHttpResponse response, Arrival at) {
        return new Throttled(kind, HttpTime.retryAfter(response, now), at.url(), meter.trace());
    }

    /** Only the entries that are new since the ETag that was sent; nobody else's idea of a part will do. */
    private FetchResult newOnes(ClassicHttpResponse response, Arrival at) throws IOException {
        boolean feed =
                HttpTime.first(response, "IM").filter("feed"::equalsIgnoreCase).isPresent();
        if (!feed || at.sent().etag() == null) {
            throw unasked("226 IM Used");
        }
        return fetched(response, at);
    }

    private static @Nullable URI permanentTarget(Arrival at) {
        return at.movedForGood() ? at.url() : null;
    }

    private static Validators validators(ClassicHttpResponse response, Arrival at) {
        String etag = told(response, "ETag");
        if ("*".equals(etag)) {
            etag = null; // sent back it would match whatever there is (RFC 9110 §13.1.2)
        }
        String lastModified = told(response, "Last-Modified");
        boolean elsewhere = at.redirected() && (etag != null || lastModified != null);
        return new Validators(etag, lastModified, elsewhere ? at.url().toString() : null);
    }

    /** An empty one tells nothing, and some servers refuse it when it comes back. */
    private static @Nullable String told(ClassicHttpResponse response, String header) {
        return HttpTime.first(response, header)
                .filter(value -> !value.isBlank())
                .orElse(null);
    }

    private static Refused refused(int status) {
        // The catalog refuses other numbers, which some servers send.
        String name = status < 600 ? EnglishReasonPhraseCatalog.INSTANCE.getReason(status, null) : null;
        String answer = status + (name == null ? "" : " " + name);
        return switch (status) {
            case 401, 407 -> answered(ErrorKind.AUTH_REQUIRED, answer + ": it asks for a name and password");
            case 404 -> answered(ErrorKind.NOT_FOUND, answer);
            case 410 -> answered(ErrorKind.GONE, answer + ": the publisher has closed this feed for good");
            default ->
                answered(
                        ErrorKind.HTTP_ERROR,
                        REDIRECTS.contains(status) ? answer + " without saying where to go" : answer);
        };
    }

    private static Refused unasked(String answer) {
        return answered(ErrorKind.HTTP_ERROR, answer + " although it was not asked that");
    }

    private static Refused answered(ErrorKind kind, String answer) {
        return new Refused(Failure.answered(kind, answer));
    }
}
