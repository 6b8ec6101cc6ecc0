package org.broadsheet.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate that nobody vouches for, servers' ends of TLS with it, and fetchers that let it pass. */
final class TestTls {
    private static final char[] PASSWORD = "secret".toCharArray();

    private TestTls() {}

    static SSLContext server() {
        return Once.SERVER;
    }

    /** A fetcher that takes whatever certificate localhost has. */
    static Fetcher trusting(Duration timeout, int concurrency) {
        return fetcher(timeout, concurrency, TlsTrust.except(List.of("localhost", "127.0.0.1")));
    }

    static Fetcher fetcher(Duration timeout, int concurrency, TlsTrust trust) {
        return new Fetcher(
                new FetchLimits(timeout, TestFetcher.MAX_BODY, concurrency),
                AddressGuard.of(List.of("127.0.0.0/8", "::1/128")),
                trust,
                new UserAgent("1.0", "https://news.example.org"),
                InstantSource.fixed(TestFetcher.NOW));
    }

    /** Made by the first who needs it. */
    private static final class Once {
        static final SSLContext SERVER = context();

        private static SSLContext context() {
            try {
                KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                keys.init(selfSigned(), PASSWORD);
                SSLContext tls = SSLContext.getInstance("TLS");
                tls.init(keys.getKeyManagers(), null, null);
                return tls;
            } catch (IOException | GeneralSecurityException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Made by the JDK's own tool, because the JDK has no public way to sign a certificate. */
    private static KeyStore selfSigned() throws IOException, GeneralSecurityException, InterruptedException {
        Path dir = Files.createTempDirectory("tls");
        Path file = dir.resolve("keys.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        String order = keytool + " -genkeypair -keyalg EC -dname CN=localhost -storetype PKCS12 -storepass secret";
        List<String> command = List.of((order + " -keystore " + file).split(" ", -1));
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        Files.delete(file);
        Files.delete(dir);
        return keys;
    }
}
