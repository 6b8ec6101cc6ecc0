package org.broadsheet.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.broadsheet.config.Config.AccessMode;
import org.junit.jupiter.api.Test;

class AccessTest {
    @Test
    void in_mode_local_a_request_through_an_unknown_proxy_is_refused() {
        try (TestServer server = TestServer.with(routes -> routes.get("/", ctx -> ctx.result("news")))) {
            assertThat(server.get("/").statusCode()).isEqualTo(200);
            assertThat(server.get("/", "X-Forwarded-For", "127.0.0.1").statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void in_mode_public_anybody_reads_and_nobody_changes() {
        Routes both = routes -> {
            routes.get("/", ctx -> ctx.result("news"));
            routes.post("/", ctx -> ctx.result("changed"));
        };
        try (TestServer server = TestServer.in(AccessMode.PUBLIC, both)) {
            assertThat(server.get("/").statusCode()).isEqualTo(200);
            assertThat(server.send("POST", "/", "").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void in_mode_accounts_everything_but_health_is_closed_whatever_its_spelling() {
        Routes all = routes -> routes.get("/entries", ctx -> ctx.result("news"));
        try (TestServer server = TestServer.in(AccessMode.ACCOUNTS, all, new Health(java.util.Optional::empty))) {
            assertThat(server.get("/healthz").statusCode()).isEqualTo(200);
            for (String path :
                    List.of("/entries", "/entries/", "/entries%2f", "/healthz/", "/metrics", "/nothing", "/websub")) {
                assertThat(server.get(path).statusCode()).as(path).isEqualTo(401);
            }
        }
    }

    @Test
    void what_is_open_to_hubs_is_no_way_around_to_anything_else() {
        Routes all = routes -> {
            routes.get("/entries", ctx -> ctx.result("private"));
            routes.get("/websub/{token}", ctx -> ctx.result("for hubs"));
        };
        try (TestServer server = TestServer.in(AccessMode.LOCAL, all)) {
            assertThat(server.get("/websub/1").body()).isEqualTo("for hubs");
            for (String path : List.of(
                    "/websub/../entries",
                    "/websub/%2e%2e/entries",
                    "/websub/..%2fentries",
                    "/websub/..;/entries",
                    "/websub//../../entries",
                    "/websub/1/../../entries")) {
                assertThat(server.raw("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"))
                        .as(path)
                        .doesNotContain("private");
            }
        }
    }

    @Test
    void of_a_chain_of_proxies_the_last_one_that_is_not_ours_counts() {
        Peers peers = new Peers(List.of("127.0.0.1", "10.0.0.1"));
        assertThat(peers.isLocal("127.0.0.1", null)).isTrue();
        assertThat(peers.isLocal("0:0:0:0:0:0:0:1", null)).isTrue();
        assertThat(peers.isLocal("192.0.2.7", null)).isFalse();
        assertThat(peers.isLocal("127.0.0.1", "127.0.0.5")).isTrue();
        assertThat(peers.isLocal("127.0.0.1", "127.0.0.5, 192.0.2.7, 10.0.0.1")).isFalse();
        assertThat(peers.isLocal("192.0.2.7", "127.0.0.1")).isFalse();
    }

    @Test
    void a_network_of_proxies_is_trusted_however_their_addresses_are_written() {
        Peers peers = new Peers(List.of("10.0.0.0/8", "::1"));
        assertThat(peers.isLocal("10.1.2.3", "127.0.0.1")).isTrue();
        assertThat(peers.isLocal("0:0:0:0:0:0:0:1", "127.0.0.1, 10.9.9.9")).isTrue();
        assertThat(peers.isLocal("11.0.0.1", "127.0.0.1")).isFalse();
        assertThat(peers.isLocal("10.1.2.3", "127.0.0.1, unknown")).isFalse();
    }

    @Test
    void a_proxy_may_be_written_as_an_address_of_IPv4_within_IPv6() {
        Peers peers = new Peers(List.of("::ffff:10.0.0.1"));
        assertThat(peers.isLocal("10.0.0.1", "127.0.0.1")).isTrue();
        assertThat(peers.isLocal("10.0.0.2", "127.0.0.1")).isFalse();
    }

    @Test
    void a_stranger_does_not_become_local_by_a_header_before_that_of_the_proxy() {
        try (TestServer server = TestServer.behindProxy(routes -> routes.get("/", ctx -> ctx.result("news")))) {
            assertThat(server.get("/", "X-Forwarded-For", "127.0.0.1", "X-Forwarded-For", "192.0.2.7")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void a_header_of_a_proxy_that_names_nobody_is_no_way_in() {
        try (TestServer server = TestServer.behindProxy(routes -> routes.get("/", ctx -> ctx.result("news")))) {
            assertThat(server.get("/", "X-Forwarded-For", ",").statusCode()).isEqualTo(403);
        }
    }
}
