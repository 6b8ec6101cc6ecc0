package org.broadsheet.ingest.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.Failure;
import org.broadsheet.model.HubLinks;
import org.broadsheet.model.Validators;
import org.broadsheet.text.FeedAddress;
import org.jspecify.annotations.Nullable;

/** How a fetch ended. Nothing that the network does is an exception. */
public sealed interface FetchResult {
    Trace trace();

    /** Takes the function of the case at hand; the compiler asks for every case. */
    <R> R match(
            Function<Fetched, R> fetched,
            Function<NotModified, R> notModified,
            Function<Throttled, R> throttled,
            Function<Failed, R> failed);

    /**
     * A whole document came.
     *
     * @param body decompressed, never empty; not copied, so nobody may write into it
     * @param finalUrl the address that answered, without name and password
     * @param validators to be kept for the next visit
     * @param permanentTarget {@code finalUrl} when only 301 and 308 led there, else null
     * @param links who announces its news, as the header says
     */
    @SuppressWarnings("ArrayRecordComponent") // a body is handed on once and never compared
    record Fetched(
            byte[] body,
            @Nullable String contentType,
            URI finalUrl,
            Validators validators,
            CacheHints hints,
            @Nullable URI permanentTarget,
            HubLinks links,
            Trace trace)
            implements FetchResult {
        @Override
        public <R> R match(
                Function<Fetched, R> fetched,
                Function<NotModified, R> notModified,
                Function<Throttled, R> throttled,
                Function<Failed, R> failed) {
            return fetched.apply(this);
        }
    }

    /**
     * The document is the one we have.
     *
     * @param validators to be kept from now on
     * @param permanentTarget the address that answered when only 301 and 308 led there, else null
     */
    record NotModified(
            Validators validators,
            CacheHints hints,
            @Nullable URI permanentTarget,
            Trace trace) implements FetchResult {
        @Override
        public <R> R match(
                Function<Fetched, R> fetched,
                Function<NotModified, R> notModified,
                Function<Throttled, R> throttled,
                Function<Failed, R> failed) {
            return notModified.apply(this);
        }
    }

    /**
     * The server wants to be left alone for a while.
     *
     * @param kind {@code THROTTLED} for 429, {@code UNAVAILABLE} for 503
     * @param retryAfter at most 7 days; empty when the server did not say
     * @param finalUrl who said it; after a redirect this is another host than the one asked first
     */
    record Throttled(ErrorKind kind, Optional<Duration> retryAfter, URI finalUrl, Trace trace) implements FetchResult {
        /** What the wish counts for. */
        public String hostKey() {
            return HostKey.of(FeedAddress.host(finalUrl.toString()));
        }

        @Override
        public <R> R match(
                Function<Fetched, R> fetched,
                Function<NotModified, R> notModified,
                Function<Throttled, R> throttled,
                Function<Failed, R> failed) {
            return throttled.apply(this);
        }
    }

    /** Nothing usable came. */
    record Failed(Failure why, Trace trace) implements FetchResult {
        public ErrorKind kind() {
            return why.kind();
        }

        /** One line for people. */
        public String sentence() {
            return why.sentence();
        }

        @Override
        public <R> R match(
                Function<Fetched, R> fetched,
                Function<NotModified, R> notModified,
                Function<Throttled, R> throttled,
                Function<Failed, R> failed) {
            return failed.apply(this);
        }
    }
}
