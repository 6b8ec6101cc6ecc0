package org.broadsheet.ingest.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.ingest.fetch.MisbehavingHttp2.END_HEADERS;
import static org.broadsheet.ingest.fetch.MisbehavingHttp2.END_STREAM;
import static org.broadsheet.ingest.fetch.TestFetcher.failed;
import static org.broadsheet.ingest.fetch.TestFetcher.fetched;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.frame.FrameType;
import org.broadsheet.ingest.fetch.FetchResult.Failed;
import org.broadsheet.ingest.fetch.MisbehavingHttp2.Script;
import org.broadsheet.model.ErrorKind;
import org.junit.jupiter.api.Test;

/** Servers that mean harm or are broken, over HTTP/2: each comes to the same end as over HTTP/1.1. */
class Http2HostileTest {
    private static final String NO_ANSWER = "The server closed the connection without an answer.";

    @Test
    void what_drips_is_cut_off_at_the_deadline() {
        assertHasty(visit -> {
            visit.ok();
            visit.drip(more -> more.body("x", 0));
        });
        assertHasty(visit -> {
            visit.send(FrameType.HEADERS, 0, 1, MisbehavingHttp2.packed(":status", "200"));
            visit.drip(more -> more.send(FrameType.CONTINUATION, 0, 1, MisbehavingHttp2.packed("x", "y")));
        });
        assertHasty(visit -> visit.drip(more -> more.answer(0, ":status", "103")));
        assertHasty(visit -> visit.drip(more -> more.send(FrameType.PING, 0, 0, new byte[8])));
        assertHasty(visit -> visit.drip(more -> more.send(FrameType.SETTINGS, 0, 0)));
    }

    @Test
    void a_server_that_falls_silent_is_left_at_the_deadline() {
        assertHasty(MisbehavingHttp2.Visit::fallSilent);
        assertHasty(visit -> {
            visit.ok();
            visit.body("half", 0);
            visit.fallSilent();
        });
    }

    @Test
    void the_deadline_closes_the_connection_and_frees_its_place() throws Exception {
        try (MisbehavingHttp2 slow = MisbehavingHttp2.playing(visit -> {
                    visit.ok();
                    visit.fallSilent();
                });
                MisbehavingHttp2 good = MisbehavingHttp2.playing(Http2HostileTest::feed);
                Fetcher fetcher = TestTls.trusting(Duration.ofSeconds(3), 1)) {
            assertThat(failed(fetcher.fetch(FetchRequest.firstVisit(slow.url())))
                            .kind())
                    .isEqualTo(ErrorKind.TIMEOUT);
            assertThat(slow.sawTheEnd()).isTrue();
            assertThat(fetched(fetcher.fetch(FetchRequest.firstVisit(good.url())))
                            .body())
                    .hasSize(6);
        }
    }

    @Test
    void closing_the_fetcher_cuts_off_what_is_under_way() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (MisbehavingHttp2 server = MisbehavingHttp2.playing(visit -> {
            visit.ok();
            asked.countDown();
            visit.fallSilent();
        })) {
            CompletableFuture<FetchResult> result;
            try (Fetcher fetcher = TestTls.trusting(Duration.ofMinutes(5), 4)) {
                result = CompletableFuture.supplyAsync(() -> fetcher.fetch(FetchRequest.firstVisit(server.url())));
                assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(failed(result.get(20, TimeUnit.SECONDS)).kind()).isEqualTo(ErrorKind.RESET);
            assertThat(server.sawTheEnd()).isTrue();
        }
    }

    @Test
    void a_body_above_the_limit_is_refused_unread_when_it_says_its_length() {
        assertFails(ErrorKind.TOO_LARGE, visit -> {
            visit.answer(0, ":status", "200", "content-length", "100001");
            visit.fallSilent();
        });
    }

    @Test
    void a_body_without_end_is_cut_at_the_limit_and_not_read_on() throws Exception {
        AtomicLong sent = new AtomicLong();
        String chunk = "x".repeat(1 << 14);
        try (MisbehavingHttp2 server = MisbehavingHttp2.playing(visit -> {
            visit.ok();
            while (sent.addAndGet(chunk.length()) < 1L << 30) {
                visit.body(chunk, 0);
            }
        })) {
            assertThat(failed(fetch(server)).kind()).isEqualTo(ErrorKind.TOO_LARGE);
            assertThat(server.sawTheEnd()).isTrue();
            assertThat(sent.get()).as("what buffers on the way can hold").isLessThan(32L << 20);
        }
    }

    @Test
    void headers_without_end_are_a_protocol_error() {
        assertFails(ErrorKind.PROTOCOL, visit -> {
            visit.send(FrameType.HEADERS, 0, 1, MisbehavingHttp2.packed(":status", "200"));
            visit.flood(more -> more.send(FrameType.CONTINUATION, 0, 1, MisbehavingHttp2.packed("x-many", "y")));
        });
        assertFails(ErrorKind.PROTOCOL, visit -> {
            visit.send(FrameType.HEADERS, 0, 1);
            visit.flood(more -> more.send(FrameType.CONTINUATION, 0, 1));
        });
    }

    @Test
    void too_many_and_too_long_headers_are_a_protocol_error() {
        String[] many = new String[404];
        for (int i = 0; i < many.length; i += 2) {
            many[i] = i == 0 ? ":status" : "x" + i;
            many[i + 1] = "200";
        }
        assertBroken(visit -> visit.answer(END_STREAM, many));
        assertBroken(visit -> {
            byte[] packed = MisbehavingHttp2.packed(":status", "200", "x-long", "y".repeat(17_000));
            visit.send(FrameType.HEADERS, END_STREAM, 1, Arrays.copyOf(packed, 1_000));
            visit.send(FrameType.CONTINUATION, END_HEADERS, 1, Arrays.copyOfRange(packed, 1_000, packed.length));
        });
    }

    @Test
    void a_small_header_that_unpacks_into_a_large_one_is_a_protocol_error() {
        ByteBuffer bomb = ByteBuffer.allocate(14_007);
        bomb.put(bytes(0x88, 0x40, 1, 'x', 0x7f, 0xa1, 0x1e)); // 200, and "x" with 4,000 bytes, to be remembered
        bomb.put("y".repeat(4_000).getBytes(ISO_8859_1));
        while (bomb.hasRemaining()) {
            bomb.put((byte) 0xbe); // the same once more
        }
        assertBroken(visit -> visit.send(FrameType.HEADERS, END_HEADERS, 1, bomb.array()));
    }

    @Test
    void floods_of_frames_that_bring_nothing_are_a_protocol_error() {
        assertFails(ErrorKind.PROTOCOL, visit -> visit.flood(more -> more.send(FrameType.PING, 1, 0, new byte[8])));
        assertFails(ErrorKind.PROTOCOL, visit -> visit.flood(more -> more.send(0x42, 0, 0)));
        assertFails(ErrorKind.PROTOCOL, visit -> {
            visit.ok();
            visit.flood(more -> more.body("", 0));
        });
    }

    @Test
    void a_stream_that_is_reset_says_why() {
        byte[] refused = bytes(0, 0, 0, H2Error.REFUSED_STREAM.getCode());
        assertSays(ErrorKind.RESET, "The server broke its answer off (HTTP/2: REFUSED_STREAM).", visit -> {
            visit.send(FrameType.RST_STREAM, 0, 1, refused);
            visit.fallSilent();
        });
        assertSays(ErrorKind.RESET, "The server broke its answer off (HTTP/2: unknown code 153).", visit -> {
            visit.ok();
            visit.body("half", 0);
            visit.send(FrameType.RST_STREAM, 0, 1, bytes(0, 0, 0, 0x99));
            visit.fallSilent();
        });
    }

    @Test
    void a_server_that_goes_without_an_answer_is_a_reset() {
        assertSays(ErrorKind.RESET, NO_ANSWER, visit -> {});
        assertSays(ErrorKind.RESET, NO_ANSWER, visit -> {
            visit.send(FrameType.GOAWAY, 0, 0, bytes(0, 0, 0, 0, 0, 0, 0, 0));
            visit.fallSilent();
        });
        assertSays(ErrorKind.RESET, "The server broke its answer off (HTTP/2: ENHANCE_YOUR_CALM).", visit -> {
            visit.send(FrameType.GOAWAY, 0, 0, bytes(0, 0, 0, 1, 0, 0, 0, H2Error.ENHANCE_YOUR_CALM.getCode()));
            visit.fallSilent();
        });
    }

    @Test
    void a_body_that_breaks_off_is_truncated() {
        assertFails(ErrorKind.TRUNCATED, visit -> {
            visit.ok();
            visit.body("half", 0);
        });
        assertFails(ErrorKind.TRUNCATED, visit -> {
            visit.answer(0, ":status", "200", "content-length", "6");
            visit.body("half", END_STREAM);
        });
    }

    @Test
    void what_breaks_the_rules_of_http_2_is_a_protocol_error() {
        assertBroken(visit -> visit.body("before the header", 0));
        assertBroken(visit -> visit.answer(END_STREAM, ":status", "103"));
        assertBroken(visit -> visit.send(FrameType.HEADERS, END_HEADERS, 3, bytes(0x88)));
        assertBroken(visit -> visit.send(FrameType.PUSH_PROMISE, END_HEADERS, 1, bytes(0, 0, 0, 2, 0x82)));
        assertBroken(visit -> visit.send(FrameType.CONTINUATION, END_HEADERS, 1, bytes(0x88)));
        assertBroken(visit -> visit.send(FrameType.RST_STREAM, 0, 1, bytes(1, 2)));
        assertBroken(visit -> visit.send(FrameType.PING, 0, 0, bytes(1, 2)));
        assertBroken(visit -> visit.send(FrameType.GOAWAY, 0, 0, bytes(1, 2)));
        assertBroken(visit -> visit.send(FrameType.SETTINGS, 0, 0, new byte[16_385]));
        assertBroken(visit -> visit.send(FrameType.HEADERS, END_HEADERS | 0x20, 1, bytes(0x88)));
        assertBroken(visit -> visit.send(FrameType.HEADERS, END_HEADERS | 0x8, 1, bytes(9, 0x88)));
        assertBroken(visit -> {
            visit.send(FrameType.HEADERS, 0, 1, bytes(0x88));
            visit.send(FrameType.PING, 0, 0, new byte[8]);
        });
        assertBroken(visit -> {
            visit.answer(0, ":status", "200", "content-length", "2");
            visit.body("more", END_STREAM);
        });
        assertBroken(visit -> {
            visit.ok();
            visit.answer(0, "x-trailer", "that does not end it");
        });
    }

    @Test
    void a_header_that_is_none_is_a_protocol_error() {
        assertBroken(visit -> visit.send(FrameType.HEADERS, END_HEADERS, 1, bytes(0xff, 0xff, 0xff)));
        assertBroken(visit -> visit.send(FrameType.HEADERS, END_HEADERS, 1, bytes(0, 0x7f, 0xff, 0xff, 0xff, 0xff, 7)));
        assertBroken(visit -> visit.answer(END_STREAM, "x-status", "missing"));
        assertBroken(visit -> visit.answer(END_STREAM, ":status", "abc"));
        assertBroken(visit -> visit.answer(END_STREAM, ":status", "200", "X-Upper", "case"));
        assertBroken(visit -> visit.answer(0, ":status", "200", "content-length", "many"));
    }

    @Test
    void a_server_that_then_speaks_http_1_1_is_a_protocol_error() {
        assertBroken(visit -> visit.sendText("HTTP/1.1 400 Bad Request\r\n\r\n"));
    }

    private static void feed(MisbehavingHttp2.Visit visit) throws IOException {
        visit.ok();
        visit.body("<rss/>", END_STREAM);
    }

    private static void assertHasty(Script script) {
        try (MisbehavingHttp2 server = MisbehavingHttp2.playing(script);
                Fetcher fetcher = TestTls.trusting(Duration.ofMillis(300), 4)) {
            Failed result = failed(fetcher.fetch(FetchRequest.firstVisit(server.url())));
            assertThat(result.sentence()).isEqualTo("The server had not finished its answer after 300 ms.");
        }
    }

    private static void assertBroken(Script script) {
        assertFails(ErrorKind.PROTOCOL, visit -> {
            script.play(visit);
            visit.fallSilent();
        });
    }

    private static void assertFails(ErrorKind kind, Script script) {
        try (MisbehavingHttp2 server = MisbehavingHttp2.playingOnly(script)) {
            assertThat(failed(fetch(server)).kind()).isEqualTo(kind);
        }
    }

    private static void assertSays(ErrorKind kind, String sentence, Script script) {
        try (MisbehavingHttp2 server = MisbehavingHttp2.playingOnly(script)) {
            Failed result = failed(fetch(server));
            assertThat(result.kind()).isEqualTo(kind);
            assertThat(result.sentence()).isEqualTo(sentence);
        }
    }

    private static FetchResult fetch(MisbehavingHttp2 server) {
        try (Fetcher fetcher = TestTls.trusting(Duration.ofSeconds(20), 4)) {
            return fetcher.fetch(FetchRequest.firstVisit(server.url()));
        }
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
