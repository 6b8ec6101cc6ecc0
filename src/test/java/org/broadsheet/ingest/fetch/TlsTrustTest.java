package org.broadsheet.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.broadsheet.model.ErrorKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTrustTest {
    private static final char[] PASSWORD = "secret".toCharArray();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path dir;

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
        try (Fetcher fetcher = new Fetcher(
                new FetchLimits(Duration.ofSeconds(20), 100_000, 4),
                AddressGuard.of(List.of("127.0.0.0/8", "::1/128")),
                trust,
                new UserAgent("1.0", ""),
                InstantSource.system())) {
            URI url = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
            return fetcher.fetch(FetchRequest.firstVisit(url));
        }
    }

    private HttpsServer server() throws IOException, GeneralSecurityException, InterruptedException {
        SSLContext tls = SSLContext.getInstance("TLS");
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(selfSigned(), PASSWORD);
        tls.init(keys.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 6);
            exchange.getResponseBody().write("<rss/>".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        return server;
    }

    /** Made by the JDK's own tool, because the JDK has no public way to sign a certificate. */
    private KeyStore selfSigned() throws IOException, GeneralSecurityException, InterruptedException {
        Path file = dir.resolve("keys.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "secret")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }
}
