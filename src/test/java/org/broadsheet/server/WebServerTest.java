package org.broadsheet.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.BadRequestResponse;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.config.Config;
import org.junit.jupiter.api.Test;

class WebServerTest {
    private static final String CRLF = "\r\n";

    @Test
    void a_route_that_was_handed_in_answers() {
        try (TestServer server = TestServer.with(routes -> routes.get("/hello", ctx -> ctx.result("good day")))) {
            assertThat(server.get("/hello").body()).isEqualTo("good day");
        }
    }

    @Test
    void every_answer_carries_the_security_headers_and_no_server_name() {
        try (TestServer server = TestServer.with(routes -> routes.get("/hello", ctx -> ctx.result("good day")))) {
            for (String path : List.of("/hello", "/nothing-here", "/api/v1/nothing", "/a/%2e%2e/b", "/metrics")) {
                HttpResponse<String> answer = server.get(path);
                SecurityHeaders.ALL
                        .keySet()
                        .forEach(name -> assertThat(answer.headers().allValues(name))
                                .as(path + " " + name)
                                .hasSize(1));
                assertThat(answer.headers().firstValue("Server")).isEmpty();
            }
        }
    }

    @Test
    void a_port_that_is_taken_is_said_in_one_sentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Config.Server config = TestServer.config(taken.getLocalPort());
            assertThatThrownBy(() -> WebServer.start(
                            config, TestServer.access(), ErrorPages.plain(), new Metrics(), List.of(), e -> false))
                    .isInstanceOf(CannotListen.class)
                    .hasMessage("Port " + taken.getLocalPort()
                            + " on 127.0.0.1 is in use; stop the other program or set server.port.");
        }
    }

    @Test
    void head_answers_with_the_headers_of_get_and_no_body() {
        Routes tagged = routes -> routes.get("/tagged", ctx -> {
            if (!ETags.notModified(ctx, "v1")) {
                ctx.contentType("application/atom+xml").result("0123456789");
            }
        });
        try (TestServer server = TestServer.with(tagged)) {
            HttpResponse<String> answer = server.send("HEAD", "/tagged", "");
            assertThat(answer.headers().firstValue("ETag")).contains("\"v1\"");
            assertThat(answer.headers().firstValue("Content-Length")).contains("10");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/atom+xml");
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void a_known_etag_is_answered_with_304() {
        Routes tagged = routes -> routes.get("/tagged", ctx -> {
            if (!ETags.notModified(ctx, "v1")) {
                ctx.result("body");
            }
        });
        try (TestServer server = TestServer.with(tagged)) {
            assertThat(server.get("/tagged", "If-None-Match", "\"v1\"").statusCode())
                    .isEqualTo(304);
            assertThat(server.get("/tagged", "If-None-Match", "\"v0\"").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void the_compressed_answer_has_an_etag_of_its_own() {
        Routes tagged = routes -> routes.get("/tagged", ctx -> {
            if (!ETags.notModified(ctx, "v1")) {
                ctx.result("x".repeat(5_000));
            }
        });
        try (TestServer server = TestServer.with(tagged)) {
            HttpResponse<String> answer = server.get("/tagged", "Accept-Encoding", "gzip");
            assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding");
            assertThat(answer.headers().firstValue("ETag")).contains("\"v1-gzip\"");
            assertThat(server.get("/tagged", "Accept-Encoding", "gzip", "If-None-Match", "W/\"v1-gzip\"")
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    @Test
    void an_escaped_slash_in_a_path_reaches_its_route() {
        Routes reader = routes -> routes.get("/stream/{id}", ctx -> ctx.result(ctx.pathParam("id")));
        try (TestServer server = TestServer.with(reader)) {
            assertThat(server.get("/stream/user%2F-%2Flabel%2F100%25").body()).isEqualTo("user/-/label/100%");
        }
    }

    @Test
    void an_error_under_api_is_a_problem_that_names_the_parameter() {
        Routes picky = routes -> routes.get("/api/v1/things", ctx -> {
            throw new BadRequestResponse("limit must be a number from 1 to 1000.", Map.of("parameter", "limit"));
        });
        try (TestServer server = TestServer.with(picky)) {
            HttpResponse<String> answer = server.get("/api/v1/things");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body())
                    .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,"
                            + "\"detail\":\"limit must be a number from 1 to 1000.\",\"parameter\":\"limit\"}");
        }
    }

    @Test
    void what_fails_because_the_store_is_away_is_to_be_tried_again() {
        Routes failing = routes -> routes.get("/api/v1/feeds", ctx -> {
            throw new TestServer.Away();
        });
        try (TestServer server = TestServer.with(failing)) {
            HttpResponse<String> answer = server.get("/api/v1/feeds");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("The store does not answer at the moment; try again in a minute.");
        }
    }

    @Test
    void an_unexpected_exception_is_a_500_that_tells_nothing_of_the_inside() {
        Routes broken = routes -> routes.get("/broken", ctx -> {
            throw new IllegalStateException("secret");
        });
        try (TestServer server = TestServer.with(broken)) {
            HttpResponse<String> answer = server.get("/broken");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo("Something went wrong here. It is in the log.\n");
        }
    }

    @Test
    void an_address_that_does_not_exist_is_not_printed_back() {
        try (TestServer server = TestServer.with()) {
            assertThat(server.get("/%3Cscript%3Ealert(1)").body()).isEqualTo("There is nothing at this address.\n");
        }
    }

    @Test
    void a_method_that_an_address_does_not_know_is_answered_with_those_it_knows() {
        try (TestServer server = TestServer.with(routes -> routes.post("/api/v1/polls", ctx -> ctx.result("")))) {
            HttpResponse<String> answer = server.get("/api/v1/polls");
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).contains("POST");
        }
    }

    @Test
    void json_beyond_its_limit_is_refused_before_it_is_read() {
        try (TestServer server = TestServer.with(routes -> routes.post("/in", ctx -> ctx.result("read")))) {
            String answer = server.raw("POST /in HTTP/1.1" + CRLF + "Host: localhost" + CRLF
                    + "Content-Type: application/json" + CRLF + "Content-Length: 262145" + CRLF
                    + "Expect: 100-continue" + CRLF + CRLF);
            assertThat(answer).startsWith("HTTP/1.1 413").contains("at most 256 KB");
        }
    }

    @Test
    void a_file_beyond_its_limit_is_refused_though_its_length_was_not_announced() {
        Routes taking = routes -> routes.post("/in", ctx -> ctx.result(Bodies.bytes(ctx).length + ""));
        try (TestServer server = TestServer.with(taking)) {
            String start = "POST /in HTTP/1.1" + CRLF + "Host: localhost" + CRLF + "Content-Type: application/json"
                    + CRLF + "Connection: close" + CRLF + "Transfer-Encoding: chunked" + CRLF + CRLF;
            assertThat(server.raw(start + "40001" + CRLF + "x".repeat(0x40001) + CRLF + "0" + CRLF + CRLF))
                    .startsWith("HTTP/1.1 413");
            assertThat(server.send("POST", "/in", "x".repeat(300_000), "Content-Type", "text/x-opml")
                            .body())
                    .isEqualTo("300000");
        }
    }

    @Test
    void malformed_requests_are_refused_with_400_and_closed() {
        try (TestServer server = TestServer.with(routes -> routes.post("/in", ctx -> ctx.result("in")))) {
            String host = "Host: localhost" + CRLF;
            String post = "POST /in HTTP/1.1" + CRLF + host;
            List<String> malformed = List.of(
                    "GET / HTTP/1.1" + CRLF + CRLF,
                    "GET / HTTP/1.1" + CRLF + host + host + CRLF,
                    post + "Content-Length: 0" + CRLF + "Content-Length: 5" + CRLF + CRLF + "GET /",
                    post + "Content-Length: 6" + CRLF + "Transfer-Encoding: chunked" + CRLF + CRLF + "0" + CRLF + CRLF
                            + "G",
                    post + "Transfer-Encoding : chunked" + CRLF + CRLF + "0" + CRLF + CRLF,
                    post + "Content-Length: +5" + CRLF + CRLF + "hello",
                    post + "X: a\0b" + CRLF + "Content-Length: 0" + CRLF + CRLF);
            for (String request : malformed) {
                assertThat(server.raw(request)).as(request).startsWith("HTTP/1.1 400");
            }
        }
    }

    @Test
    void headers_and_addresses_beyond_16_KB_are_refused() {
        try (TestServer server = TestServer.with()) {
            String host = "Host: localhost" + CRLF;
            assertThat(server.raw("GET / HTTP/1.1" + CRLF + host + "X: " + "a".repeat(17_000) + CRLF + CRLF))
                    .startsWith("HTTP/1.1 431");
            assertThat(server.raw("GET /" + "a".repeat(17_000) + " HTTP/1.1" + CRLF + host + CRLF))
                    .startsWith("HTTP/1.1 414");
        }
    }

    @Test
    void a_name_that_is_not_ours_is_misdirected_while_bound_to_loopback() {
        try (TestServer server = TestServer.with(routes -> routes.get("/", ctx -> ctx.result("news")))) {
            for (String host : List.of("localhost", "127.0.0.1:8080", "[::1]:8080", "NEWS.example.org")) {
                assertThat(asking(server, host)).as(host).startsWith("HTTP/1.1 200");
            }
            for (String host : List.of("evil.test", "evil.test:80", "localhost.evil.test")) {
                assertThat(asking(server, host)).as(host).startsWith("HTTP/1.1 421");
            }
        }
    }

    private static String asking(TestServer server, String host) {
        return server.raw("GET / HTTP/1.1" + CRLF + "Host: " + host + CRLF + "Connection: close" + CRLF + CRLF);
    }

    @Test
    void a_change_that_another_site_asks_for_is_refused() {
        try (TestServer server = TestServer.with(routes -> routes.post("/do", ctx -> ctx.result("done")))) {
            String own = server.at("").toString();
            List<List<String>> foreign = List.of(
                    List.of("Origin", "http://evil.test"),
                    List.of("Origin", "null"),
                    List.of("Origin", own + ".evil.test"),
                    List.of("Referer", "http://evil.test/"),
                    List.of("Sec-Fetch-Site", "cross-site"),
                    List.of("Sec-Fetch-Site", "same-site"));
            for (List<String> header : foreign) {
                assertThat(server.send("POST", "/do", "", header.toArray(String[]::new))
                                .statusCode())
                        .as(header.toString())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void a_page_lets_its_own_forms_say_where_they_come_from() {
        try (TestServer server = TestServer.with(routes -> routes.get("/hello", ctx -> ctx.result("good day")))) {
            assertThat(server.get("/hello").headers().firstValue("Referrer-Policy"))
                    .as("with no-referrer, browsers send Origin: null with every form")
                    .hasValue("same-origin");
        }
    }

    @Test
    void a_change_that_our_own_page_or_a_program_asks_for_is_made() {
        try (TestServer server = TestServer.with(routes -> routes.post("/do", ctx -> ctx.result("done")))) {
            String own = server.at("").toString();
            List<List<String>> ours = List.of(
                    List.of("Accept", "*/*"),
                    List.of("Origin", own, "Sec-Fetch-Site", "same-origin", "Referer", own + "/sources"),
                    List.of("Origin", "https://news.example.org"));
            for (List<String> headers : ours) {
                assertThat(server.send("POST", "/do", "", headers.toArray(String[]::new))
                                .body())
                        .isEqualTo("done");
            }
        }
    }

    @Test
    void requests_are_counted_by_route_template() {
        try (TestServer server = TestServer.with(routes -> routes.get("/entries/{id}", ctx -> ctx.result("e")))) {
            server.get("/entries/1");
            server.get("/entries/2");
            String metrics = server.get("/metrics").body();
            assertThat(metrics)
                    .contains(
                            "http_server_requests_seconds_count{method=\"GET\",route=\"/entries/{id}\",status=\"200\"} 2")
                    .contains("jvm_memory_used_bytes");
        }
    }

    @Test
    void readiness_says_what_is_wrong_while_health_says_alive() {
        Health health = new Health(() -> Optional.of("The store does not answer."));
        try (TestServer server = TestServer.with(health)) {
            assertThat(server.get("/healthz").statusCode()).isEqualTo(200);
            assertThat(server.get("/readyz").statusCode()).isEqualTo(503);
            assertThat(server.get("/readyz").body()).isEqualTo("The store does not answer.\n");
        }
    }

    @Test
    void a_form_that_breaks_its_own_rules_is_a_bad_request() {
        Routes form = routes -> routes.post("/form", ctx -> ctx.result(String.valueOf(ctx.formParam("name"))));
        try (TestServer server = TestServer.with(form)) {
            for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=x")) {
                assertThat(server.send("POST", "/form", "no parts", "Content-Type", type)
                                .statusCode())
                        .as(type)
                        .isEqualTo(400);
            }
        }
    }

    @Test
    void a_charset_that_nobody_knows_is_an_unsupported_media_type() {
        try (TestServer server = TestServer.with(routes -> routes.post("/form", ctx -> ctx.result(ctx.body())))) {
            assertThat(server.send("POST", "/form", "x", "Content-Type", "text/plain; charset=nonsense")
                            .statusCode())
                    .isEqualTo(415);
        }
    }
}
