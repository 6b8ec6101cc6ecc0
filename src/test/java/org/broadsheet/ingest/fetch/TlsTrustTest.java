package org.broadsheet.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.broadsheet.model.ErrorKind;
import org.junit.jupiter.api.Test;

class TlsTrustTest {
    @Test
    void a_certificate_that_nobody_vouches_for_is_refused() throws Exception {
        HttpsServer server = server();
        assertThat(TestFetcher.failed(fetch(server, TlsTrust.EVERYBODY_VERIFIED))
                        .kind())
                .isEqualTo(ErrorKind.TLS);
        server.stop(0);
    }

    @Test
    void the_operator_can_let_one_host_pass_and_no_other() throws Exception {
        HttpsServer server = server();
        assertThat(TestFetcher.fetched(fetch(server, TlsTrust.except(List.of("LOCALHOST"))))
                        .body())
                .isEqualTo("<rss/>".getBytes(StandardCharsets.UTF_8));
        assertThat(TestFetcher.failed(fetch(server, TlsTrust.except(List.of("other.example"))))
                        .kind())
                .isEqualTo(ErrorKind.TLS);
        server.stop(0);
    }

    private static FetchResult fetch(HttpsServer server, TlsTrust trust) {
        try (Fetcher fetcher = TestTls.fetcher(Duration.ofSeconds(20), 4, trust)) {
            URI url = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
            return fetcher.fetch(FetchRequest.firstVisit(url));
        }
    }

    private static HttpsServer server() throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        server.setHttpsConfigurator(new HttpsConfigurator(TestTls.server()));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 6);
            exchange.getResponseBody().write("<rss/>".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        return server;
    }
}
