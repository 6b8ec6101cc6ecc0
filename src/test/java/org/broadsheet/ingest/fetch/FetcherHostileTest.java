package org.broadsheet.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.ingest.fetch.TestFetcher.failed;
import static org.broadsheet.ingest.fetch.TestFetcher.fetched;
import static org.broadsheet.ingest.fetch.TestFetcher.get;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.broadsheet.ingest.fetch.MisbehavingServer.Script;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.Validators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that mean harm or are broken: each ends in its kind, in time, with bounded memory. */
class FetcherHostileTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @Test
    void a_body_that_drips_is_cut_off_at_the_deadline() {
        assertHasty(visit -> {
            visit.send(OK + "Content-Length: 100000\r\n\r\n");
            visit.drip("x");
        });
    }

    @Test
    void headers_that_drip_are_cut_off_at_the_deadline() {
        assertHasty(visit -> {
            visit.send(OK + "X-Slow: ");
            visit.drip("x");
        });
    }

    @Test
    void interim_answers_without_end_are_cut_off_at_the_deadline() {
        assertHasty(visit -> visit.drip("HTTP/1.1 103 Early Hints\r\n\r\n"));
    }

    @Test
    void a_server_that_never_answers_is_left_at_the_deadline() {
        assertHasty(MisbehavingServer.Visit::fallSilent);
    }

    @Test
    void a_stall_in_the_body_is_left_at_the_deadline() {
        assertHasty(visit -> {
            visit.send(OK + "Content-Length: 100\r\n\r\nhalf");
            visit.fallSilent();
        });
    }

    @Test
    void the_deadline_holds_over_all_redirects_together() {
        assertHasty(visit -> {
            if (!visit.path().equals("/5")) {
                int next = visit.path().equals("/")
                        ? 1
                        : Integer.parseInt(visit.path().substring(1)) + 1;
                visit.send("HTTP/1.1 302 Found\r\nLocation: /" + next + "\r\n\r\n");
            } else {
                visit.fallSilent();
            }
        });
    }

    @Test
    void a_tls_handshake_that_never_comes_is_left_at_the_deadline() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Fetcher fetcher = TestFetcher.hasty()) {
            URI url = URI.create("https://127.0.0.1:" + silent.getLocalPort() + "/");
            assertThat(failed(fetcher.fetch(FetchRequest.firstVisit(url))).kind())
                    .isEqualTo(ErrorKind.TIMEOUT);
        }
    }

    @Test
    void a_body_above_the_limit_is_refused_unread_when_it_says_its_length() {
        assertFails(ErrorKind.TOO_LARGE, visit -> {
            visit.send(OK + "Content-Length: 100001\r\n\r\n");
            visit.fallSilent();
        });
    }

    @Test
    void a_body_of_exactly_the_limit_is_taken() {
        try (MisbehavingServer server = MisbehavingServer.sending(OK + "\r\n" + "x".repeat(100_000))) {
            assertThat(fetched(get(server.url("/"))).body()).hasSize(100_000);
        }
    }

    @Test
    void a_body_of_one_byte_more_than_the_limit_is_refused() {
        assertFails(ErrorKind.TOO_LARGE, visit -> visit.send(OK + "\r\n" + "x".repeat(100_001)));
    }

    @Test
    void a_body_without_end_is_cut_at_the_limit() {
        assertFails(ErrorKind.TOO_LARGE, visit -> {
            visit.send(OK + "\r\n");
            visit.flood("<item/>");
        });
    }

    @Test
    void nothing_is_read_on_after_the_limit_to_see_the_end_of_the_answer() throws Exception {
        AtomicLong sent = new AtomicLong();
        CountDownLatch left = new CountDownLatch(1);
        byte[] chunk = ("1000\r\n" + "x".repeat(0x1000) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        try (MisbehavingServer server = MisbehavingServer.playing(visit -> {
                    try {
                        visit.send(OK + "Transfer-Encoding: chunked\r\n\r\n");
                        while (sent.addAndGet(chunk.length) < 1L << 30) {
                            visit.send(chunk);
                        }
                    } finally {
                        left.countDown();
                    }
                });
                Fetcher fetcher = TestFetcher.patient()) {
            FetchResult result = fetcher.fetch(new FetchRequest(server.url("/"), Validators.NONE, 1));
            left.await();
            assertThat(failed(result).kind()).isEqualTo(ErrorKind.TOO_LARGE);
            assertThat(sent.get()).as("what buffers on the way can hold").isLessThan(32L << 20);
        }
    }

    @Test
    void a_gzip_bomb_is_counted_unpacked() throws IOException {
        byte[] bomb = gzip(new byte[50_000_000]);
        assertThat(bomb.length).isLessThan(60_000);
        assertFails(ErrorKind.TOO_LARGE, visit -> {
            visit.send(OK + "Content-Encoding: gzip\r\n\r\n");
            visit.send(bomb);
        });
    }

    @Test
    void gzip_members_without_content_and_without_end_are_cut_off() throws IOException {
        String nothing = new String(gzip(new byte[0]), StandardCharsets.ISO_8859_1);
        assertFails(ErrorKind.TOO_LARGE, visit -> {
            visit.send(OK + "Content-Encoding: gzip\r\n\r\n");
            visit.flood(nothing);
        });
    }

    @Test
    void a_packed_body_that_breaks_off_is_truncated() throws IOException {
        byte[] whole = gzip(new byte[5000]);
        assertFails(ErrorKind.TRUNCATED, visit -> {
            visit.send(OK + "Content-Encoding: gzip\r\n\r\n");
            visit.send(Arrays.copyOf(whole, whole.length - 12));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "x-unheard-of", "gzip, gzip, gzip"})
    void a_body_that_is_not_packed_as_it_says_is_badly_encoded(String coding) {
        assertFails(
                ErrorKind.BAD_ENCODING,
                visit -> visit.send(OK + "Content-Encoding: " + coding + "\r\n\r\n<rss>this is plain text</rss>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 500\r\n\r\nshort",
                "Transfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n",
                "Transfer-Encoding: chunked\r\n\r\nff\r\nshort",
            })
    void a_body_shorter_than_it_says_is_truncated(String rest) {
        assertFails(ErrorKind.TRUNCATED, visit -> visit.send(OK + rest));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss>an answer of HTTP/0.9</rss>",
                "LOL what is this\r\nContent-Type: text/xml\r\n\r\n<rss/>",
                "220 mail.example.org ESMTP\r\n",
                "HTTP/1.1 abc OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nx",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\nx\r\n",
            })
    void what_is_not_http_is_a_protocol_error(String answer) {
        assertFails(ErrorKind.PROTOCOL, visit -> visit.send(answer));
    }

    @Test
    void a_header_line_without_end_is_a_protocol_error() {
        assertFails(ErrorKind.PROTOCOL, visit -> {
            visit.send(OK + "X-Long: ");
            visit.flood("x");
        });
    }

    @Test
    void headers_without_end_are_a_protocol_error() {
        assertFails(ErrorKind.PROTOCOL, visit -> {
            visit.send(OK);
            visit.flood("X-Many: y\r\n");
        });
    }

    @Test
    void a_reset_in_the_body_is_a_reset() {
        assertFails(ErrorKind.RESET, visit -> {
            visit.send(OK + "Content-Length: 500\r\n\r\nhalf");
            visit.reset();
        });
    }

    @Test
    void a_connection_closed_without_an_answer_is_a_reset() {
        assertFails(ErrorKind.RESET, visit -> {});
        assertFails(ErrorKind.RESET, MisbehavingServer.Visit::reset);
    }

    @Test
    void a_port_where_nobody_listens_is_a_failure_to_connect() {
        MisbehavingServer gone = MisbehavingServer.sending("");
        gone.close();
        assertThat(failed(get(gone.url("/"))).kind()).isEqualTo(ErrorKind.CONNECT);
    }

    @Test
    void plain_text_where_tls_was_expected_is_a_tls_error() {
        try (MisbehavingServer server = MisbehavingServer.speakingFirst("220 mail.example.org ESMTP\r\n")) {
            URI url = URI.create("https://127.0.0.1:" + server.port() + "/");
            assertThat(failed(get(url)).kind()).isEqualTo(ErrorKind.TLS);
        }
    }

    @Test
    void a_fetcher_survives_all_that_and_goes_on() {
        try (MisbehavingServer bad = MisbehavingServer.playing(visit -> {
                    visit.send(OK + "Content-Length: 500\r\n\r\nhalf");
                    visit.reset();
                });
                MisbehavingServer good = MisbehavingServer.sending(OK + "\r\nx");
                Fetcher fetcher = TestFetcher.patient()) {
            for (int i = 0; i < 10; i++) { // more often than it has connections
                assertThat(failed(fetcher.fetch(FetchRequest.firstVisit(bad.url("/"))))
                                .kind())
                        .isEqualTo(ErrorKind.RESET);
            }
            assertThat(fetched(fetcher.fetch(FetchRequest.firstVisit(good.url("/"))))
                            .body())
                    .hasSize(1);
        }
    }

    @Test
    void closing_the_fetcher_cuts_off_what_is_under_way() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (MisbehavingServer server = MisbehavingServer.playing(visit -> {
            asked.countDown();
            visit.fallSilent();
        })) {
            CompletableFuture<FetchResult> result;
            try (Fetcher fetcher = TestFetcher.with(Duration.ofMinutes(5), "127.0.0.0/8")) {
                result = CompletableFuture.supplyAsync(() -> fetcher.fetch(FetchRequest.firstVisit(server.url("/"))));
                assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(failed(result.get(20, TimeUnit.SECONDS)).kind()).isEqualTo(ErrorKind.RESET);
        }
    }

    private static void assertHasty(Script script) {
        try (MisbehavingServer server = MisbehavingServer.playing(script);
                Fetcher fetcher = TestFetcher.hasty()) {
            FetchResult.Failed result = failed(fetcher.fetch(FetchRequest.firstVisit(server.url("/"))));
            assertThat(result.kind()).isEqualTo(ErrorKind.TIMEOUT);
            assertThat(result.sentence()).isEqualTo("The server had not finished its answer after 300 ms.");
        }
    }

    private static void assertFails(ErrorKind kind, Script script) {
        try (MisbehavingServer server = MisbehavingServer.playing(script)) {
            assertThat(failed(get(server.url("/"))).kind()).isEqualTo(kind);
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
