package org.broadsheet.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.ingest.fetch.TestFetcher.failed;
import static org.broadsheet.ingest.fetch.TestFetcher.fetched;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIServerName;
import org.broadsheet.model.ErrorKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HttpClient takes hosts for what they are in their own script; the world knows them in ASCII. */
class HostNamesTest {
    @ParameterizedTest
    @CsvSource({
        "xn--bcher-kva.example, xn--bcher-kva.example",
        "my_blog.example, my_blog.example",
        "News.Example., news.example"
    })
    void a_host_is_looked_up_and_named_to_its_server_in_ascii(String host, String inAscii) {
        try (MisbehavingServer server = MisbehavingServer.sending("HTTP/1.1 200 OK\r\n\r\n<rss/>");
                Fetcher fetcher = knowing(inAscii, TlsTrust.EVERYBODY_VERIFIED)) {
            URI url = URI.create("http://" + host + ":" + server.port() + "/");
            assertThat(fetched(fetcher.fetch(FetchRequest.firstVisit(url))).body())
                    .hasSize(6);
            assertThat(server.visits().get(0).header("Host")).isEqualTo(inAscii + ":" + server.port());
            assertThat(fetcher.addressOf(inAscii)).contains("127.0.0.1");
        }
    }

    @Test
    void a_redirect_to_a_host_in_another_script_is_followed() {
        try (MisbehavingServer server = MisbehavingServer.playing(visit -> visit.send(
                        visit.path().equals("/")
                                ? "HTTP/1.1 302 Found\r\nLocation: //b\u00c3\u00bccher.example:"
                                        + visit.header("Host").replaceFirst(".*:", "") + "/feed\r\n\r\n"
                                : "HTTP/1.1 200 OK\r\n\r\n<rss/>"));
                Fetcher fetcher = knowing("xn--bcher-kva.example", TlsTrust.EVERYBODY_VERIFIED)) {
            assertThat(fetched(fetcher.fetch(FetchRequest.firstVisit(server.url("/"))))
                            .finalUrl()
                            .getHost())
                    .isEqualTo("xn--bcher-kva.example");
        }
    }

    @Test
    void over_https_too_and_the_operator_may_name_it_in_either_way() throws Exception {
        List<List<SNIServerName>> named = new CopyOnWriteArrayList<>();
        HttpsServer server = server(named);
        for (String exception : List.of("B\u00fccher.example", "xn--bcher-kva.example")) {
            assertThat(fetched(fetch(server, TlsTrust.except(List.of(exception))))
                            .body())
                    .hasSize(6);
        }
        assertThat(failed(fetch(server, TlsTrust.except(List.of("bucher.example"))))
                        .kind())
                .isEqualTo(ErrorKind.TLS);
        server.stop(0);
        assertThat(named)
                .hasSize(2)
                .allSatisfy(names -> assertThat(names)
                        .extracting(name -> new String(name.getEncoded(), StandardCharsets.US_ASCII))
                        .containsExactly("xn--bcher-kva.example"));
    }

    private static FetchResult fetch(HttpsServer server, TlsTrust trust) {
        try (Fetcher fetcher = knowing("xn--bcher-kva.example", trust)) {
            URI url = URI.create(
                    "https://xn--bcher-kva.example:" + server.getAddress().getPort() + "/");
            return fetcher.fetch(FetchRequest.firstVisit(url));
        }
    }

    /** A fetcher for which this name alone, and the literal address, lead to loopback. */
    private static Fetcher knowing(String host, TlsTrust trust) {
        return new Fetcher(
                new FetchLimits(Duration.ofSeconds(20), TestFetcher.MAX_BODY, 4),
                AddressGuard.of(List.of("127.0.0.0/8")),
                trust,
                name -> {
                    if (!name.equals(host)) {
                        throw new UnknownHostException(name);
                    }
                    return new InetAddress[] {InetAddress.getLoopbackAddress()};
                },
                new UserAgent("1.0", ""),
                InstantSource.fixed(TestFetcher.NOW));
    }

    private static HttpsServer server(List<List<SNIServerName>> named) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        server.setHttpsConfigurator(new HttpsConfigurator(TestTls.server()));
        server.createContext("/", exchange -> {
            named.add(((ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession()).getRequestedServerNames());
            exchange.sendResponseHeaders(200, 6);
            exchange.getResponseBody().write("<rss/>".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
        return server;
    }
}
