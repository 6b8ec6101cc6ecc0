package org.broadsheet.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.util.Map;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http2.H2ConnectionException;
import org.apache.hc.core5.http2.H2CorruptFrameException;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.H2StreamResetException;
import org.broadsheet.model.ErrorKind;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void each_exception_of_the_network_has_its_kind() {
        Map<IOException, ErrorKind> table = Map.ofEntries(
                Map.entry(new UnknownHostException("h"), ErrorKind.DNS),
                Map.entry(new BlockedAddress("Blocked."), ErrorKind.BLOCKED_ADDRESS),
                Map.entry(new SocketTimeoutException("read"), ErrorKind.TIMEOUT),
                Map.entry(new ConnectTimeoutException("connect"), ErrorKind.TIMEOUT),
                Map.entry(new ConnectException("refused"), ErrorKind.CONNECT),
                Map.entry(new NoRouteToHostException("route"), ErrorKind.CONNECT),
                Map.entry(new SSLHandshakeException("handshake"), ErrorKind.TLS),
                Map.entry(new SSLPeerUnverifiedException("name"), ErrorKind.TLS),
                Map.entry(new SSLException(new SocketException("reset")), ErrorKind.RESET),
                Map.entry(new ZipException("gzip"), ErrorKind.BAD_ENCODING),
                Map.entry(new EOFException("end"), ErrorKind.TRUNCATED),
                Map.entry(new ClientProtocolException("http"), ErrorKind.PROTOCOL),
                Map.entry(new H2ConnectionException(H2Error.PROTOCOL_ERROR, "frames"), ErrorKind.PROTOCOL),
                Map.entry(new H2CorruptFrameException("half a frame"), ErrorKind.TRUNCATED),
                Map.entry(new H2StreamResetException(H2Error.CANCEL, "stream"), ErrorKind.RESET),
                Map.entry(new NoHttpResponseException("none"), ErrorKind.RESET),
                Map.entry(new SocketException("broken pipe"), ErrorKind.RESET),
                Map.entry(new IOException("anything"), ErrorKind.RESET));
        table.forEach(
                (e, kind) -> assertThat(Failures.of(e).kind()).as(e.toString()).isEqualTo(kind));
    }

    @Test
    void a_refusal_keeps_its_own_sentence() {
        assertThat(Failures.of(new BlockedAddress("Port 22 is not asked.")).sentence())
                .isEqualTo("Port 22 is not asked.");
    }

    @Test
    void a_bad_certificate_is_told_apart() {
        assertThat(tls(new CertificateExpiredException())).isEqualTo("The server's certificate has expired.");
        assertThat(tls(new CertPathValidatorException())).isEqualTo("The server's certificate cannot be trusted.");
        assertThat(tls(new SSLPeerUnverifiedException("")))
                .isEqualTo("The server's certificate belongs to another name.");
    }

    private static String tls(Throwable cause) {
        SSLHandshakeException handshake = new SSLHandshakeException("failed");
        handshake.initCause(cause);
        return Failures.of(handshake).sentence();
    }
}
