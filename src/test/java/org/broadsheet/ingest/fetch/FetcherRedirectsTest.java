package org.broadsheet.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.ingest.fetch.TestFetcher.failed;
import static org.broadsheet.ingest.fetch.TestFetcher.fetched;
import static org.broadsheet.ingest.fetch.TestFetcher.get;
import static org.broadsheet.ingest.fetch.TestFetcher.notModified;
import static org.broadsheet.ingest.fetch.TestFetcher.throttled;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.broadsheet.ingest.fetch.FetchResult.Failed;
import org.broadsheet.ingest.fetch.FetchResult.Fetched;
import org.broadsheet.ingest.fetch.FetchResult.NotModified;
import org.broadsheet.ingest.fetch.MisbehavingServer.Script;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.Failure;
import org.broadsheet.model.Validators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects, and what the guard says of each step. */
class FetcherRedirectsTest {
    private static final String FEED = "HTTP/1.1 200 OK\r\nETag: \"there\"\r\n\r\nfeed";

    @ParameterizedTest
    @CsvSource({"301, 308, true", "308, 308, true", "301, 302, false", "307, 301, false", "303, 303, false"})
    void a_target_is_permanent_when_every_step_to_it_is(int first, int second, boolean permanent) {
        try (MisbehavingServer server = MisbehavingServer.playing(visit -> visit.send(
                switch (visit.path()) {
                    case "/a" -> to(first, "/b");
                    case "/b" -> to(second, "/c");
                    default -> FEED;
                }))) {
            Fetched result = fetched(get(server.url("/a")));
            assertThat(new String(result.body(), UTF_8)).isEqualTo("feed");
            assertThat(result.finalUrl()).isEqualTo(server.url("/c"));
            assertThat(result.permanentTarget()).isEqualTo(permanent ? server.url("/c") : null);
        }
    }

    @Test
    void a_redirect_is_not_followed_to_a_host_that_wants_to_be_left_alone() {
        try (MisbehavingServer target = MisbehavingServer.sending(FEED);
                MisbehavingServer server = MisbehavingServer.playing(
                        visit -> visit.send(to(302, target.url("/").toString())))) {
            FetchResult.Throttled result = throttled(get(
                    new FetchRequest(server.url("/a"), Validators.NONE, 0, host -> Optional.of(Duration.ofHours(1)))));

            assertThat(result.retryAfter()).contains(Duration.ofHours(1));
            assertThat(result.finalUrl()).isEqualTo(target.url("/"));
            assertThat(target.visits()).isEmpty();
        }
    }

    @Test
    void five_redirects_are_followed_and_six_are_not() {
        try (MisbehavingServer server = MisbehavingServer.playing(counting())) {
            assertThat(fetched(get(server.url("/5"))).body()).hasSize(4);
            assertThat(failed(get(server.url("/6"))).kind()).isEqualTo(ErrorKind.REDIRECT_LIMIT);
        }
    }

    @Test
    void a_circle_is_noticed_at_its_first_turn() {
        try (MisbehavingServer server = MisbehavingServer.playing(
                visit -> visit.send(to(302, visit.path().equals("/a") ? "/b" : "/a")))) {
            assertThat(failed(get(server.url("/a"))).why()).isEqualTo(Failure.of(ErrorKind.REDIRECT_LOOP));
            assertThat(server.visits()).hasSize(2);
        }
    }

    @Test
    void a_cookie_is_not_kept_even_for_the_next_step() {
        try (MisbehavingServer server = MisbehavingServer.playing(visit -> visit.send(
                visit.path().equals("/") ? "HTTP/1.1 302 Found\r\nSet-Cookie: a=b\r\nLocation: /x\r\n\r\n" : FEED))) {
            fetched(get(server.url("/")));
            assertThat(server.visits().get(1).headerNames()).doesNotContain("Cookie", "Referer");
        }
    }

    @Test
    void validators_go_to_their_own_address_only() {
        try (MisbehavingServer server =
                MisbehavingServer.playing(visit -> visit.send(visit.path().equals("/") ? to(302, "/x") : FEED))) {
            Fetched result = fetched(get(server.url("/"), new Validators("\"here\"", "then")));
            assertThat(server.visits().get(0).header("If-None-Match")).isEqualTo("\"here\"");
            assertThat(server.visits().get(1).headerNames()).doesNotContain("If-None-Match", "If-Modified-Since");
            assertThat(result.validators().from()).isEqualTo(server.url("/x").toString());
        }
    }

    @Test
    void a_304_behind_a_redirect_is_understood_and_still_says_where_it_led() {
        try (MisbehavingServer server = MisbehavingServer.playing(visit -> visit.send(
                visit.path().equals("/")
                        ? to(301, "/x")
                        : visit.headerNames().contains("If-None-Match")
                                ? "HTTP/1.1 304 Not Modified\r\n\r\n"
                                : FEED))) {
            Fetched first = fetched(get(server.url("/")));
            NotModified second = notModified(get(server.url("/"), first.validators()));

            assertThat(first.validators())
                    .isEqualTo(
                            new Validators("\"there\"", null, server.url("/x").toString()));
            assertThat(server.visits().get(2).headerNames()).doesNotContain("If-None-Match");
            assertThat(server.visits().get(3).header("If-None-Match")).isEqualTo("\"there\"");
            assertThat(second.permanentTarget()).isEqualTo(server.url("/x"));
            assertThat(second.validators()).isEqualTo(first.validators());
        }
    }

    @Test
    void a_password_stays_with_its_origin() {
        try (MisbehavingServer other = MisbehavingServer.sending(FEED);
                MisbehavingServer server = MisbehavingServer.playing(visit -> visit.send(
                        visit.path().equals("/")
                                ? to(301, "/next")
                                : to(301, other.url("/").toString())))) {
            Fetched result = fetched(get(URI.create("http://me:secret@127.0.0.1:" + server.port() + "/")));
            assertThat(server.visits())
                    .allMatch(visit -> visit.header("Authorization").startsWith("Basic "));
            assertThat(other.visits().get(0).headerNames()).doesNotContain("Authorization");
            assertThat(result.permanentTarget()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)", "data:,x", "jar:http://x!/"})
    void other_schemes_are_blocked(String target) {
        try (MisbehavingServer server = MisbehavingServer.sending(to(302, target))) {
            Failed result = failed(get(server.url("/")));
            assertThat(result.why()).isEqualTo(Failure.of(ErrorKind.BLOCKED_SCHEME));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://10.0.0.1/",
                "http://0.0.0.0/",
                "http://[::1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://[64:ff9b::a00:1]/",
                "http://167772161/",
                "http://0xa.1/",
                "http://10.0.0.1./"
            })
    void every_step_is_checked_by_the_guard(String target) {
        try (MisbehavingServer server = MisbehavingServer.sending(to(302, target))) {
            Failed result = failed(get(server.url("/")));
            assertThat(result.kind()).isEqualTo(ErrorKind.BLOCKED_ADDRESS);
            assertThat(result.sentence()).startsWith("The address leads to ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "localhost.",
                "2130706433",
                "0x7f.1",
                "[::ffff:127.0.0.1]",
                "me@127.0.0.1"
            })
    void no_spelling_of_loopback_gets_past_the_guard(String host) {
        try (MisbehavingServer canary = MisbehavingServer.sending(FEED);
                Fetcher fetcher = TestFetcher.with(Duration.ofSeconds(10))) {
            URI url = URI.create("http://" + host + ":" + canary.port() + "/");
            assertThat(failed(fetcher.fetch(FetchRequest.firstVisit(url))).kind())
                    .isEqualTo(ErrorKind.BLOCKED_ADDRESS);
            assertThat(canary.visits()).isEmpty();
        }
    }

    @Test
    void an_opening_for_one_port_opens_no_other() {
        try (MisbehavingServer canary = MisbehavingServer.sending(FEED);
                MisbehavingServer server =
                        MisbehavingServer.sending(to(302, canary.url("/").toString()));
                Fetcher fetcher = TestFetcher.with(Duration.ofSeconds(10), "127.0.0.0/8:" + server.port())) {
            assertThat(failed(fetcher.fetch(FetchRequest.firstVisit(server.url("/"))))
                            .kind())
                    .isEqualTo(ErrorKind.BLOCKED_ADDRESS);
            assertThat(server.visits()).hasSize(1);
            assertThat(canary.visits()).isEmpty();
        }
    }

    @Test
    void a_wish_for_silence_names_the_host_that_has_it() {
        try (MisbehavingServer busy = MisbehavingServer.sending("HTTP/1.1 429 No\r\nRetry-After: 9\r\n\r\n");
                MisbehavingServer server =
                        MisbehavingServer.sending(to(302, busy.url("/feed").toString()))) {
            assertThat(throttled(get(server.url("/"))).finalUrl()).isEqualTo(busy.url("/feed"));
        }
    }

    @Test
    void raw_utf8_in_a_location_is_encoded() {
        String raw = new String("/ünï cødé".getBytes(UTF_8), StandardCharsets.ISO_8859_1);
        try (MisbehavingServer server =
                MisbehavingServer.playing(visit -> visit.send(visit.path().equals("/") ? to(302, raw) : FEED))) {
            fetched(get(server.url("/")));
            assertThat(server.visits().get(1).path()).isEqualTo("/%C3%BCn%C3%AF%20c%C3%B8d%C3%A9");
        }
    }

    /** Redirects as often as the path says. */
    private static Script counting() {
        return visit -> {
            int left = Integer.parseInt(visit.path().substring(1));
            visit.send(left == 0 ? FEED : to(302, "/" + (left - 1)));
        };
    }

    private static String to(int status, String location) {
        return "HTTP/1.1 " + status + " Moved\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
    }
}
