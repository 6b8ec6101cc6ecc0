package org.broadsheet.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.ingest.fetch.TestFetcher.failed;
import static org.broadsheet.ingest.fetch.TestFetcher.fetched;
import static org.broadsheet.ingest.fetch.TestFetcher.get;
import static org.broadsheet.ingest.fetch.TestFetcher.notModified;
import static org.broadsheet.ingest.fetch.TestFetcher.throttled;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.broadsheet.ingest.fetch.FetchResult.Fetched;
import org.broadsheet.ingest.fetch.FetchResult.NotModified;
import org.broadsheet.ingest.fetch.FetchResult.Throttled;
import org.broadsheet.ingest.fetch.MisbehavingServer.Visit;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.Failure;
import org.broadsheet.model.Validators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What well-formed answers come to, and what is asked. */
class FetcherAnswersTest {
    @Test
    void a_document_comes_with_its_type_its_address_and_what_it_cost() {
        try (MisbehavingServer server = MisbehavingServer.sending(
                "HTTP/1.1 200 OK\r\nContent-Type: text/xml; charset=x\r\nContent-Length: 6\r\n\r\n<rss/>")) {
            Fetched result = fetched(get(server.url("/feed?a=b")));
            assertThat(new String(result.body(), UTF_8)).isEqualTo("<rss/>");
            assertThat(result.contentType()).isEqualTo("text/xml; charset=x");
            assertThat(result.finalUrl()).isEqualTo(server.url("/feed?a=b"));
            assertThat(result.permanentTarget()).isNull();
            assertThat(result.trace().httpStatus()).isEqualTo(200);
            assertThat(result.trace().bytes()).isEqualTo(6);
        }
    }

    @Test
    void the_request_says_who_asks_and_nothing_that_is_rude() {
        try (MisbehavingServer server = MisbehavingServer.sending("HTTP/1.1 200 OK\r\n\r\nx")) {
            get(server.url("/a?b"));
            Visit visit = server.visits().get(0);
            assertThat(visit.line()).isEqualTo("GET /a?b HTTP/1.1");
            assertThat(visit.headerNames())
                    .containsExactlyInAnyOrder("User-Agent", "Accept", "Accept-Encoding", "Connection", "Host");
            assertThat(visit.header("User-Agent"))
                    .isEqualTo("Broadsheet/1.0 (+https://news.example.org; 3 subscribers)");
            assertThat(visit.header("Accept-Encoding")).isEqualTo("gzip, br, zstd, deflate");
            assertThat(visit.header("Accept")).contains("application/atom+xml", "application/feed+json");
            assertThat(visit.header("Host")).isEqualTo("127.0.0.1:" + server.port());
        }
    }

    @Test
    void a_validator_of_nothing_or_of_anything_is_none() {
        try (MisbehavingServer server =
                MisbehavingServer.sending("HTTP/1.1 200 OK\r\nETag:\r\nLast-Modified: \r\n\r\nx")) {
            assertThat(fetched(get(server.url("/"))).validators()).isEqualTo(Validators.NONE);
        }
        try (MisbehavingServer server = MisbehavingServer.sending("HTTP/1.1 200 OK\r\nETag: *\r\n\r\nx")) {
            assertThat(fetched(get(server.url("/"))).validators()).isEqualTo(Validators.NONE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"abc\"", "W/\"abc\"", "unquoted", "\"a\tb\"", "\"\u00c3\u0080\u009f\u00ff\""})
    void validators_go_back_byte_for_byte(String etag) {
        try (MisbehavingServer server = MisbehavingServer.playing(visit -> visit.send(
                visit.header("If-None-Match").equals(etag)
                                && visit.header("If-Modified-Since").equals("banana")
                        ? "HTTP/1.1 304 Not Modified\r\n\r\n"
                        : "HTTP/1.1 200 OK\r\nETag: " + etag + "\r\nLast-Modified: banana\r\n\r\nx"))) {
            Validators validators = fetched(get(server.url("/"))).validators();
            NotModified second = notModified(get(server.url("/"), validators));
            assertThat(second.validators()).isEqualTo(new Validators(etag, "banana"));
            assertThat(second.trace().httpStatus()).isEqualTo(304);
        }
    }

    @Test
    void a_new_body_under_the_same_etag_is_a_new_body() {
        try (MisbehavingServer server =
                MisbehavingServer.sending("HTTP/1.1 200 OK\r\nETag: \"same\"\r\n\r\nnew entries")) {
            Fetched result = fetched(get(server.url("/"), new Validators("\"same\"", null)));
            assertThat(new String(result.body(), UTF_8)).isEqualTo("new entries");
        }
    }

    @Test
    void a_304_may_bring_a_new_etag_but_never_mixes_two_sets() {
        Validators sent = new Validators("\"1\"", "Mon, 02 Mar 2026 10:00:00 GMT");
        try (MisbehavingServer server = MisbehavingServer.playing(visit -> visit.send(
                visit.path().equals("/etag")
                        ? "HTTP/1.1 304 Not Modified\r\nETag: \"2\"\r\n\r\n"
                        : "HTTP/1.1 304 Not Modified\r\nLast-Modified: Tue, 03 Mar 2026 10:00:00 GMT\r\n\r\n"))) {
            assertThat(notModified(get(server.url("/etag"), sent)).validators())
                    .isEqualTo(new Validators("\"2\"", null));
            assertThat(notModified(get(server.url("/date"), sent)).validators()).isEqualTo(sent);
        }
    }

    @Test
    void max_age_is_heard_on_200_and_on_304() {
        try (MisbehavingServer server = MisbehavingServer.playing(visit ->
                visit.send((visit.header("If-None-Match").isEmpty() ? "HTTP/1.1 200 OK" : "HTTP/1.1 304 Not Modified")
                        + "\r\nCache-Control: public, max-age=3600\r\nAge: 600\r\n\r\nx"))) {
            assertThat(fetched(get(server.url("/"))).hints().freshFor()).contains(Duration.ofMinutes(50));
            assertThat(notModified(get(server.url("/"), new Validators("\"1\"", null)))
                            .hints()
                            .freshFor())
                    .contains(Duration.ofMinutes(50));
        }
    }

    @Test
    void a_304_that_was_not_asked_for_is_an_error() {
        try (MisbehavingServer server = MisbehavingServer.sending("HTTP/1.1 304 Not Modified\r\n\r\n")) {
            assertThat(failed(get(server.url("/"))).kind()).isEqualTo(ErrorKind.HTTP_ERROR);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, AUTH_REQUIRED, The server answered 401 Unauthorized: it asks for a name and password.",
        "407, AUTH_REQUIRED, The server answered 407 Proxy Authentication Required: it asks for a name and password.",
        "403, HTTP_ERROR, The server answered 403 Forbidden.",
        "404, NOT_FOUND, The server answered 404 Not Found.",
        "410, GONE, The server answered 410 Gone: the publisher has closed this feed for good.",
        "500, HTTP_ERROR, The server answered 500 Internal Server Error.",
        "599, HTTP_ERROR, The server answered 599.",
        "999, HTTP_ERROR, The server answered 999.",
        "206, HTTP_ERROR, The server answered 206 Partial Content.",
        "300, HTTP_ERROR, The server answered 300 Multiple Choices.",
        "302, HTTP_ERROR, The server answered 302 Moved Temporarily without saying where to go."
    })
    void a_status_becomes_a_kind_and_a_sentence_in_our_own_words(int status, ErrorKind kind, String sentence) {
        try (MisbehavingServer server =
                MisbehavingServer.sending("HTTP/1.1 " + status + " <script>\r\nContent-Length: 4\r\n\r\nbody")) {
            FetchResult.Failed result = failed(get(server.url("/")));
            assertThat(result.kind()).isEqualTo(kind);
            assertThat(result.sentence()).isEqualTo(sentence);
            assertThat(result.why().detail()).isEqualTo(Failure.Detail.ANSWERED);
            assertThat(result.trace().httpStatus()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "429, THROTTLED, 3600, PT1H",
        "503, UNAVAILABLE, 600, PT10M",
        "429, THROTTLED, 'Tue, 24 Nov 2026 14:00:00 GMT', PT2H",
        "503, UNAVAILABLE, 'Tue, 24 Nov 2026 12:00:30 GMT', PT30S",
        "429, THROTTLED, 99999999999999999999, PT168H",
    })
    void retry_after_is_understood_in_both_forms(int status, ErrorKind kind, String header, Duration wait) {
        try (MisbehavingServer server =
                MisbehavingServer.sending("HTTP/1.1 " + status + " No\r\nRetry-After: " + header + "\r\n\r\n")) {
            Throttled result = throttled(get(server.url("/")));
            assertThat(result.kind()).isEqualTo(kind);
            assertThat(result.retryAfter()).contains(wait);
            assertThat(server.visits()).hasSize(1);
        }
    }

    @Test
    void a_429_without_retry_after_leaves_the_pause_to_us() {
        try (MisbehavingServer server = MisbehavingServer.sending("HTTP/1.1 429 Too Many\r\n\r\n")) {
            assertThat(throttled(get(server.url("/"))).retryAfter()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 204 No Content\r\n\r\n",
            })
    void an_empty_answer_is_named_as_such(String answer) {
        try (MisbehavingServer server = MisbehavingServer.sending(answer)) {
            assertThat(failed(get(server.url("/"))).why()).isEqualTo(Failure.of(ErrorKind.EMPTY));
        }
    }

    @Test
    void brotli_and_zstandard_are_unpacked() {
        byte[] feed = "<rss>".repeat(3).getBytes(UTF_8);
        // A stored metablock and a raw block, as RFC 7932 and RFC 8878 write them.
        byte[] brotli = concat(new byte[] {0x0b, 0x07, (byte) 0x80}, feed, new byte[] {0x03});
        byte[] zstandard = concat(
                new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0x20, 15, 15 << 3 | 1, 0, 0}, feed, new byte[0]);
        try (MisbehavingServer server = MisbehavingServer.playing(visit -> {
            boolean broken = visit.path().endsWith("broken");
            boolean br = visit.path().startsWith("/br");
            visit.send("HTTP/1.1 200 OK\r\nContent-Encoding: " + (br ? "br" : "zstd") + "\r\n\r\n");
            visit.send(broken ? feed : br ? brotli : zstandard);
        })) {
            for (String path : new String[] {"/br", "/zstd"}) {
                assertThat(fetched(get(server.url(path))).body()).as(path).isEqualTo(feed);
                assertThat(failed(get(server.url(path + "-broken"))).kind()).isEqualTo(ErrorKind.BAD_ENCODING);
            }
        }
    }

    private static byte[] concat(byte[] one, byte[] two, byte[] three) {
        ByteBuffer whole = ByteBuffer.allocate(one.length + two.length + three.length);
        return whole.put(one).put(two).put(three).array();
    }

    @Test
    void an_answer_with_only_what_is_new_is_understood() {
        try (MisbehavingServer server = MisbehavingServer.playing(
                visit -> visit.send("HTTP/1.1 226 IM Used\r\nIM: feed\r\nETag: \"2\"\r\n\r\n<rss/>"))) {
            Fetched result = fetched(get(server.url("/"), new Validators("\"1\"", null)));

            assertThat(server.visits().get(0).header("A-IM")).isEqualTo("feed");
            assertThat(result.validators().etag()).isEqualTo("\"2\"");
            assertThat(failed(get(server.url("/"))).sentence()).contains("although it was not asked that");
            assertThat(server.visits().get(1).headerNames()).doesNotContain("A-IM");
        }
    }

    @Test
    void compressed_bodies_are_unpacked_and_counted_packed() throws IOException {
        byte[] feed = "<rss>".repeat(2000).getBytes(UTF_8);
        byte[] gzip = gzip(feed);
        try (MisbehavingServer server = MisbehavingServer.playing(visit -> {
            byte[] packed = visit.path().equals("/gzip")
                    ? gzip
                    : visit.path().equals("/twice")
                            ? gzip(gzip)
                            : deflate(feed, visit.path().equals("/raw"));
            String coding =
                    visit.path().equals("/gzip") ? "gzip" : visit.path().equals("/twice") ? "gzip, gzip" : "deflate";
            visit.send("HTTP/1.1 200 OK\r\nContent-Encoding: " + coding + "\r\n\r\n");
            visit.send(packed);
        })) {
            for (String path : new String[] {"/gzip", "/twice", "/zlib", "/raw"}) {
                assertThat(fetched(get(server.url(path))).body()).as(path).isEqualTo(feed);
            }
            assertThat(fetched(get(server.url("/gzip"))).trace().bytes()).isEqualTo(gzip.length);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "none", "UTF-8", "binary"})
    void a_coding_that_is_none_leaves_the_body_as_it_is(String coding) {
        try (MisbehavingServer server =
                MisbehavingServer.sending("HTTP/1.1 200 OK\r\nContent-Encoding: " + coding + "\r\n\r\n<rss/>")) {
            assertThat(fetched(get(server.url("/"))).body()).asString(UTF_8).isEqualTo("<rss/>");
        }
    }

    @Test
    void interim_answers_are_passed_over() {
        try (MisbehavingServer server = MisbehavingServer.sending(
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx")) {
            assertThat(fetched(get(server.url("/"))).body()).hasSize(1);
        }
    }

    @Test
    void what_follows_an_answer_on_its_connection_never_answers_another_request() {
        try (MisbehavingServer server = MisbehavingServer.playing(visit -> {
                    visit.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ntrue"
                            + "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged");
                    visit.fallSilent();
                });
                Fetcher fetcher = TestFetcher.patient()) {
            for (int i = 0; i < 3; i++) {
                Fetched result = fetched(fetcher.fetch(FetchRequest.firstVisit(server.url("/"))));
                assertThat(new String(result.body(), UTF_8)).isEqualTo("true");
            }
        }
    }

    @Test
    void name_and_password_of_the_address_are_sent_but_never_shown() {
        try (MisbehavingServer server = MisbehavingServer.sending("HTTP/1.1 200 OK\r\n\r\nx")) {
            URI url = URI.create("http://me:p%40ss+@127.0.0.1:" + server.port() + "/feed#top");
            Fetched result = fetched(get(url));
            assertThat(result.finalUrl()).isEqualTo(server.url("/feed"));
            assertThat(server.visits().get(0).header("Authorization")).isEqualTo("Basic bWU6cEBzcys=");
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static byte[] deflate(byte[] plain, boolean raw) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, raw);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(plain);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }
}
