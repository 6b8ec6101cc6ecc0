package org.broadsheet.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.ingest.fetch.SecureServer.answer;
import static org.broadsheet.ingest.fetch.TestFetcher.failed;
import static org.broadsheet.ingest.fetch.TestFetcher.fetched;
import static org.broadsheet.ingest.fetch.TestFetcher.notModified;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.support.AsyncResponseBuilder;
import org.broadsheet.ingest.fetch.FetchResult.Fetched;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.Validators;
import org.junit.jupiter.api.Test;

/** Over https, HTTP/2 is spoken where the server chooses it, and nothing else changes by that. */
class Http2Test {
    @Test
    void http_2_is_spoken_where_it_is_offered() {
        try (SecureServer server = SecureServer.ofBoth(request -> feed())) {
            Fetched result = fetched(get(server.url("/feed?a=b")));
            assertThat(new String(result.body(), UTF_8)).isEqualTo("<rss/>");
            assertThat(result.contentType()).isEqualTo("application/rss+xml; charset=UTF-8");
            assertThat(result.trace().httpStatus()).isEqualTo(200);
            assertThat(result.trace().bytes()).isEqualTo(6);
            assertThat(server.versions()).containsExactly("HTTP/2.0");
            assertThat(server.requests().get(0).getPath()).isEqualTo("/feed?a=b");
        }
    }

    @Test
    void a_server_that_knows_http_1_1_only_is_asked_by_that() {
        try (SecureServer server = SecureServer.ofHttp1(request -> feed())) {
            assertThat(fetched(get(server.url("/"))).body()).hasSize(6);
            assertThat(server.versions()).containsExactly("HTTP/1.1");
        }
    }

    @Test
    void the_request_says_the_same_as_over_http_1_1_but_for_the_connection() {
        try (SecureServer newer = SecureServer.ofBoth(request -> feed());
                SecureServer older = SecureServer.ofHttp1(request -> feed())) {
            get(newer.url("/feed"));
            get(older.url("/feed"));
            Map<String, String> told = headers(older.requests().get(0));
            assertThat(told.remove("connection")).isEqualTo("close");
            told.remove("host");
            assertThat(headers(newer.requests().get(0))).isEqualTo(told);
            assertThat(newer.requests().get(0).getAuthority())
                    .hasToString("localhost:" + newer.url("/").getPort());
        }
    }

    @Test
    void validators_go_back_byte_for_byte() {
        String etag = "\"caf\u00e9-\u00ff\"";
        try (SecureServer server = SecureServer.ofBoth(request -> request.containsHeader("If-None-Match")
                ? answer(304)
                : feed().addHeader("ETag", etag).addHeader("Last-Modified", "yesterday, or so"))) {
            Validators first = fetched(get(server.url("/"))).validators();
            assertThat(notModified(get(server.url("/"), first)).validators()).isEqualTo(first);
            assertThat(headers(server.requests().get(1)))
                    .containsEntry("if-none-match", etag)
                    .containsEntry("if-modified-since", "yesterday, or so");
        }
    }

    @Test
    void redirects_lead_from_http_2_to_http_1_1_and_back() {
        try (SecureServer end = SecureServer.ofBoth(request -> feed());
                SecureServer middle = SecureServer.ofHttp1(request -> to(end.url("/end")));
                SecureServer start = SecureServer.ofBoth(request -> to(middle.url("/middle")))) {
            assertThat(fetched(get(start.url("/"))).finalUrl()).isEqualTo(end.url("/end"));
            assertThat(start.versions()).containsExactly("HTTP/2.0");
            assertThat(middle.versions()).containsExactly("HTTP/1.1");
            assertThat(end.versions()).containsExactly("HTTP/2.0");
        }
    }

    @Test
    void the_guard_checks_where_a_redirect_over_http_2_leads() {
        try (SecureServer inner = SecureServer.ofBoth(request -> feed());
                SecureServer server = SecureServer.ofBoth(request ->
                        to(URI.create("https://127.0.0.1:" + inner.url("/").getPort() + "/")));
                Fetcher fetcher = new Fetcher(
                        new FetchLimits(Duration.ofSeconds(20), 1_000, 1),
                        AddressGuard.of(List.of(
                                "127.0.0.0/8:" + server.url("/").getPort(),
                                "[::1]/128:" + server.url("/").getPort())),
                        TlsTrust.except(List.of("localhost", "127.0.0.1")),
                        new UserAgent("1.0", ""),
                        () -> TestFetcher.NOW)) {
            assertThat(failed(fetcher.fetch(FetchRequest.firstVisit(server.url("/"))))
                            .kind())
                    .isEqualTo(ErrorKind.BLOCKED_ADDRESS);
            assertThat(inner.requests()).isEmpty();
        }
    }

    @Test
    void an_unverified_certificate_is_refused_with_the_same_sentence() {
        try (SecureServer newer = SecureServer.ofBoth(request -> feed());
                SecureServer older = SecureServer.ofHttp1(request -> feed());
                Fetcher fetcher = TestTls.fetcher(Duration.ofSeconds(20), 4, TlsTrust.EVERYBODY_VERIFIED)) {
            for (SecureServer server : List.of(newer, older)) {
                assertThat(failed(fetcher.fetch(FetchRequest.firstVisit(server.url("/"))))
                                .sentence())
                        .isEqualTo("The server's certificate cannot be trusted.");
            }
            assertThat(newer.requests()).isEmpty();
        }
    }

    @Test
    void a_long_body_arrives_whole() {
        String body = "0123456789".repeat(10_000);
        try (SecureServer server = SecureServer.ofBoth(request -> answer(200).setEntity(body, ContentType.TEXT_XML))) {
            assertThat(new String(fetched(get(server.url("/"))).body(), UTF_8)).isEqualTo(body);
        }
    }

    @Test
    void an_address_longer_than_a_frame_is_asked_too() {
        String path = "/" + "long".repeat(5_000);
        try (SecureServer server = SecureServer.ofBoth(request -> feed())) {
            assertThat(fetched(get(server.url(path))).body()).hasSize(6);
            assertThat(server.requests().get(0).getPath()).isEqualTo(path);
        }
    }

    @Test
    void an_answer_without_a_body_is_empty() {
        try (SecureServer server = SecureServer.ofBoth(request -> answer(200))) {
            assertThat(failed(get(server.url("/"))).kind()).isEqualTo(ErrorKind.EMPTY);
        }
    }

    @Test
    void what_is_sent_to_hubs_stays_with_http_1_1_and_what_they_are_asked_does_not() {
        try (SecureServer server = SecureServer.ofBoth(request -> answer(202).setEntity("noted"));
                Fetcher fetcher = TestTls.trusting(Duration.ofSeconds(20), 4)) {
            assertThat(fetcher.post(server.url("/hub"), Map.of("hub.mode", "subscribe"))
                            .accepted())
                    .isTrue();
            assertThat(fetcher.post(new Parcel(server.url("/hub"), "text/xml", new byte[100_000], Map.of()))
                            .accepted())
                    .isTrue();
            assertThat(fetcher.ask(server.url("/callback")).text()).isEqualTo("noted");
            assertThat(server.versions()).containsExactly("HTTP/1.1", "HTTP/1.1", "HTTP/2.0");
        }
    }

    @Test
    void connections_are_given_back_after_each_answer() {
        try (SecureServer server = SecureServer.ofBoth(request -> feed());
                Fetcher fetcher = TestTls.trusting(Duration.ofSeconds(20), 1)) {
            for (int i = 0; i < 10; i++) { // more often than it has connections
                assertThat(fetched(fetcher.fetch(FetchRequest.firstVisit(server.url("/"))))
                                .body())
                        .hasSize(6);
            }
        }
    }

    private static FetchResult get(URI url) {
        return get(url, Validators.NONE);
    }

    private static FetchResult get(URI url, Validators validators) {
        try (Fetcher fetcher = TestTls.trusting(Duration.ofSeconds(20), 4)) {
            return fetcher.fetch(new FetchRequest(url, validators, 3));
        }
    }

    private static AsyncResponseBuilder feed() {
        return answer(200).setEntity("<rss/>", ContentType.create("application/rss+xml", UTF_8));
    }

    private static AsyncResponseBuilder to(URI place) {
        return answer(301).addHeader("Location", place.toString());
    }

    private static Map<String, String> headers(HttpRequest request) {
        return Arrays.stream(request.getHeaders())
                .collect(Collectors.toMap(header -> header.getName().toLowerCase(Locale.ROOT), Header::getValue));
    }
}
