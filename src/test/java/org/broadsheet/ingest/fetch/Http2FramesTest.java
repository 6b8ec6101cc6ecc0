package org.broadsheet.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.ingest.fetch.MisbehavingHttp2.END_HEADERS;
import static org.broadsheet.ingest.fetch.MisbehavingHttp2.END_STREAM;
import static org.broadsheet.ingest.fetch.TestFetcher.failed;
import static org.broadsheet.ingest.fetch.TestFetcher.fetched;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.config.H2Param;
import org.apache.hc.core5.http2.frame.FrameType;
import org.broadsheet.ingest.fetch.MisbehavingHttp2.Script;
import org.broadsheet.model.ErrorKind;
import org.junit.jupiter.api.Test;

/** What servers may send over HTTP/2 although ours seldom do, and what becomes of those that cannot do it. */
class Http2FramesTest {
    private static final int PADDED = 0x8;
    private static final int PRIORITY = 0x20;

    @Test
    void no_push_is_wanted_and_headers_are_bounded() throws Exception {
        CompletableFuture<byte[]> settings = new CompletableFuture<>();
        assertGives("", visit -> {
            settings.complete(visit.settings());
            visit.ok();
        });
        ByteBuffer said = ByteBuffer.wrap(settings.get(20, TimeUnit.SECONDS));
        assertThat(value(said, H2Param.ENABLE_PUSH)).isZero();
        assertThat(value(said, H2Param.MAX_HEADER_LIST_SIZE)).isEqualTo(256 << 10);
    }

    @Test
    void a_ping_is_answered_with_what_it_holds() throws Exception {
        byte[] ping = "01234567".getBytes(UTF_8);
        CompletableFuture<byte[]> pong = new CompletableFuture<>();
        assertGives("", visit -> {
            visit.send(FrameType.PING, 0, 0, ping);
            pong.complete(visit.await(FrameType.PING));
            visit.ok();
        });
        assertThat(pong.get(20, TimeUnit.SECONDS)).isEqualTo(ping);
    }

    @Test
    void frames_about_other_things_are_passed_over() {
        assertGives("", visit -> {
            visit.send(FrameType.WINDOW_UPDATE, 0, 0, new byte[] {0, 0, 1, 0});
            visit.send(0x42, 0xff, 7, "\0a kind that nobody has heard of".getBytes(UTF_8));
            visit.send(FrameType.PRIORITY, 0, 1, new byte[5]);
            visit.ok();
        });
    }

    @Test
    void padding_and_priority_are_no_part_of_the_content() {
        assertGives("padded ", visit -> {
            visit.send(FrameType.HEADERS, END_HEADERS | PADDED | PRIORITY, 1, new byte[] {
                2, 0, 0, 0, 0, 0, (byte) 0x88, 0, 0
            });
            visit.send(FrameType.DATA, PADDED, 1, "\3padded 000".getBytes(UTF_8));
        });
    }

    @Test
    void a_header_may_come_in_pieces() {
        assertGives("", visit -> {
            byte[] header = MisbehavingHttp2.packed(":status", "200", "etag", "\"one\"");
            for (int i = 0; i < header.length; i++) {
                boolean first = i == 0;
                int last = i == header.length - 1 ? END_HEADERS : 0;
                visit.send(first ? FrameType.HEADERS : FrameType.CONTINUATION, last, 1, header[i]);
            }
        });
    }

    @Test
    void interim_answers_come_before_the_answer() {
        assertGives("", visit -> {
            visit.answer(0, ":status", "103", "link", "</style.css>; rel=preload");
            visit.ok();
        });
    }

    @Test
    void trailers_may_end_the_answer() {
        try (MisbehavingHttp2 server = MisbehavingHttp2.playing(visit -> {
            visit.ok();
            visit.body("<rss/>", 0);
            visit.answer(END_STREAM, "x-checksum", "none");
            visit.fallSilent();
        })) {
            assertThat(body(fetch(server))).isEqualTo("<rss/>");
        }
    }

    @Test
    void a_server_that_goes_may_finish_its_answer_first() {
        assertGives("", visit -> {
            visit.send(FrameType.GOAWAY, 0, 0, new byte[] {0, 0, 0, 1, 0, 0, 0, 0});
            visit.ok();
        });
    }

    @Test
    void a_server_that_wants_http_1_1_after_all_is_asked_again_by_that_at_once() {
        try (MisbehavingHttp2 server = MisbehavingHttp2.playing(visit -> {
                    int code = H2Error.HTTP_1_1_REQUIRED.getCode();
                    visit.send(FrameType.RST_STREAM, 0, 1, new byte[] {0, 0, 0, (byte) code});
                    visit.fallSilent();
                });
                Fetcher fetcher = TestTls.trusting(Duration.ofSeconds(20), 1)) {
            assertThat(body(fetcher.fetch(FetchRequest.firstVisit(server.url()))))
                    .isEqualTo("older");
            assertThat(server.visits()).isEqualTo(2);
            assertThat(body(fetcher.fetch(FetchRequest.firstVisit(server.url()))))
                    .isEqualTo("older");
            assertThat(server.visits()).isEqualTo(3);
        }
    }

    @Test
    void a_server_that_breaks_the_rules_of_http_2_is_asked_by_http_1_1_at_once() {
        try (MisbehavingHttp2 server = MisbehavingHttp2.playing(
                        visit -> visit.answer(END_STREAM, ":status", "200", "X-Upper", "case"));
                Fetcher fetcher = TestTls.trusting(Duration.ofSeconds(20), 1)) {
            assertThat(body(fetcher.fetch(FetchRequest.firstVisit(server.url()))))
                    .isEqualTo("older");
            assertThat(server.visits()).isEqualTo(2);
        }
    }

    @Test
    void a_server_whose_http_2_breaks_off_is_asked_by_http_1_1_the_next_time() {
        try (MisbehavingHttp2 server = MisbehavingHttp2.playing(visit -> {
                    visit.ok();
                    visit.body("half", 0);
                });
                Fetcher fetcher = TestTls.trusting(Duration.ofSeconds(20), 1)) {
            assertThat(failed(fetcher.fetch(FetchRequest.firstVisit(server.url())))
                            .kind())
                    .isEqualTo(ErrorKind.TRUNCATED);
            assertThat(server.visits()).isEqualTo(1);
            assertThat(body(fetcher.fetch(FetchRequest.firstVisit(server.url()))))
                    .isEqualTo("older");
        }
    }

    /** The script plays all but the end of the body, which is {@code <rss/>}. */
    private static void assertGives(String before, Script script) {
        try (MisbehavingHttp2 server = MisbehavingHttp2.playing(visit -> {
            script.play(visit);
            visit.body("<rss/>", END_STREAM);
            visit.fallSilent();
        })) {
            assertThat(body(fetch(server))).isEqualTo(before + "<rss/>");
        }
    }

    private static FetchResult fetch(MisbehavingHttp2 server) {
        try (Fetcher fetcher = TestTls.trusting(Duration.ofSeconds(20), 4)) {
            return fetcher.fetch(FetchRequest.firstVisit(server.url()));
        }
    }

    private static String body(FetchResult result) {
        return new String(fetched(result).body(), UTF_8);
    }

    /** RFC 9113 §6.5.1: two bytes say which, four how much. */
    private static int value(ByteBuffer settings, H2Param which) {
        for (int at = 0; at < settings.limit(); at += 6) {
            if (settings.getShort(at) == which.getCode()) {
                return settings.getInt(at + 2);
            }
        }
        return -1;
    }
}
