package org.broadsheet.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final String TEXT = "0123456789".repeat(5_000);
    private static final Instant UPDATED = Instant.parse("2026-11-25T12:00:00Z");

    private static TestServer serve() {
        ReadyDocument document = new ReadyDocument(
                TEXT.getBytes(StandardCharsets.UTF_8), "application/atom+xml; charset=utf-8", "v1", UPDATED);
        return TestServer.with(
                routes -> routes.get("/doc", ctx -> Delivery.send(ctx, document, UPDATED.plusSeconds(60))));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void a_document_comes_with_its_length_its_tag_and_its_date() {
        try (TestServer server = serve()) {
            HttpResponse<String> answer = server.get("/doc");
            assertThat(answer.body()).isEqualTo(TEXT);
            assertThat(header(answer, "Content-Length")).isEqualTo("50000");
            assertThat(header(answer, "ETag")).isEqualTo("\"v1\"");
            assertThat(header(answer, "Last-Modified")).isEqualTo("Wed, 25 Nov 2026 12:00:00 GMT");
            assertThat(header(answer, "Content-Encoding")).isEmpty();
        }
    }

    @Test
    void head_says_the_same_and_sends_nothing() {
        try (TestServer server = serve()) {
            HttpResponse<String> head = server.send("HEAD", "/doc", "");
            assertThat(header(head, "Content-Length")).isEqualTo("50000");
            assertThat(header(head, "ETag")).isEqualTo("\"v1\"");
            assertThat(head.body()).isEmpty();
        }
    }

    @Test
    void each_coding_is_sent_once_compressed_and_has_a_tag_of_its_own() throws IOException {
        try (TestServer server = serve()) {
            HttpResponse<byte[]> gzip = server.bytes("/doc", "Accept-Encoding", "gzip");
            assertThat(header(gzip, "Content-Encoding")).isEqualTo("gzip");
            assertThat(header(gzip, "ETag")).isEqualTo("\"v1-gzip\"");
            assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
                    .hasSize(50_000);
            HttpResponse<byte[]> zstd = server.bytes("/doc", "Accept-Encoding", "gzip, deflate, br, zstd");
            assertThat(header(zstd, "Content-Encoding")).isEqualTo("zstd");
            assertThat(header(zstd, "ETag")).isEqualTo("\"v1-zstd\"");
            assertThat(new io.airlift.compress.zstd.ZstdInputStream(new ByteArrayInputStream(zstd.body()))
                            .readAllBytes())
                    .hasSize(50_000);
            assertThat(header(server.bytes("/doc", "Accept-Encoding", "gzip;q=0, zstd;q=0"), "Content-Encoding"))
                    .isEmpty();
            assertThat(header(server.bytes("/doc", "Accept-Encoding", "zstd;q=0.1, gzip"), "Content-Encoding"))
                    .isEqualTo("gzip");
        }
    }

    @Test
    void a_tag_of_another_coding_is_another_document() {
        try (TestServer server = serve()) {
            assertThat(server.get("/doc", "If-None-Match", "\"v0\", W/\"v1\"").statusCode())
                    .isEqualTo(304);
            assertThat(server.get("/doc", "If-None-Match", "\"v1-gzip\"").statusCode())
                    .isEqualTo(200);
            assertThat(server.get("/doc", "If-None-Match", "\"v1-gzip\"", "Accept-Encoding", "gzip")
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    @Test
    void a_part_is_sent_to_whoever_has_the_rest_of_the_same_document() {
        try (TestServer server = serve()) {
            HttpResponse<String> part = server.get("/doc", "Range", "bytes=10-14", "If-Range", "\"v1\"");
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(part.body()).isEqualTo("01234");
            assertThat(header(part, "Content-Range")).isEqualTo("bytes 10-14/50000");
            assertThat(server.get("/doc", "Range", "bytes=-3", "If-Range", "\"v1\"")
                            .body())
                    .isEqualTo("789");
            assertThat(server.get("/doc", "Range", "bytes=49995-", "If-Range", "\"v1\"")
                            .body())
                    .isEqualTo("56789");
            HttpResponse<String> beyond = server.get("/doc", "Range", "bytes=50000-", "If-Range", "\"v1\"");
            assertThat(beyond.statusCode()).isEqualTo(416);
            assertThat(header(beyond, "Content-Range")).isEqualTo("bytes */50000");
        }
    }

    @Test
    void all_is_sent_where_the_part_may_belong_to_another_document_or_cannot_be_understood() {
        try (TestServer server = serve()) {
            for (List<String> headers : List.of(
                    List.of("Range", "bytes=0-4"),
                    List.of("Range", "bytes=0-4", "If-Range", "\"v0\""),
                    List.of("Range", "bytes=0-4", "If-Range", "W/\"v1\""),
                    List.of("Range", "bytes=4-0", "If-Range", "\"v1\""),
                    List.of("Range", "bytes=0-1,3-4", "If-Range", "\"v1\""),
                    List.of("Range", "lines=0-4", "If-Range", "\"v1\""))) {
                assertThat(server.get("/doc", headers.toArray(String[]::new)).statusCode())
                        .as(headers.toString())
                        .isEqualTo(200);
            }
        }
    }
}
