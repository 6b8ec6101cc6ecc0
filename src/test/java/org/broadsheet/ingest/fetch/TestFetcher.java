package org.broadsheet.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.broadsheet.ingest.fetch.FetchResult.Failed;
import org.broadsheet.ingest.fetch.FetchResult.Fetched;
import org.broadsheet.ingest.fetch.FetchResult.NotModified;
import org.broadsheet.ingest.fetch.FetchResult.Throttled;
import org.broadsheet.model.Validators;

/** Fetchers that may ask loopback, and short words for their results. */
final class TestFetcher {
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final long MAX_BODY = 100_000;

    private TestFetcher() {}

    static Fetcher patient() {
        return with(Duration.ofSeconds(20), "127.0.0.0/8");
    }

    /** Gives up so soon that a test may wait for it. */
    static Fetcher hasty() {
        return with(Duration.ofMillis(300), "127.0.0.0/8");
    }

    static Fetcher with(Duration timeout, String... allowed) {
        return new Fetcher(
                new FetchLimits(timeout, MAX_BODY, 4),
                AddressGuard.of(List.of(allowed)),
                new UserAgent("1.0", "https://news.example.org"),
                InstantSource.fixed(NOW));
    }

    static FetchResult get(URI url) {
        return get(url, Validators.NONE);
    }

    static FetchResult get(URI url, Validators validators) {
        return get(new FetchRequest(url, validators, 3));
    }

    static FetchResult get(FetchRequest request) {
        try (Fetcher fetcher = patient()) {
            return fetcher.fetch(request);
        }
    }

    static Fetched fetched(FetchResult result) {
        return as(Fetched.class, result);
    }

    static NotModified notModified(FetchResult result) {
        return as(NotModified.class, result);
    }

    static Throttled throttled(FetchResult result) {
        return as(Throttled.class, result);
    }

    static Failed failed(FetchResult result) {
        return as(Failed.class, result);
    }

    private static <R extends FetchResult> R as(Class<R> type, FetchResult result) {
        assertThat(result).isInstanceOf(type);
        return type.cast(result);
    }
}
