package org.broadsheet.ingest.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http2.H2ConnectionException;
import org.apache.hc.core5.http2.H2CorruptFrameException;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.H2StreamResetException;
import org.broadsheet.model.ErrorKind;

/** Says what an exception of the network means. */
final class Failures {
    private Failures() {}

    static Refused of(IOException e, Deadline deadline) {
        if (e instanceof Refused known) {
            return known;
        }
        // What a request dies of when the deadline cuts it off says nothing about the server.
        return deadline.passed() ? timeout(deadline.length()) : of(e);
    }

    /** From the special to the general; what is not known here broke the connection in some way. */
    static Refused of(IOException e) {
        if (e instanceof BlockedAddress) {
            return new Refused(ErrorKind.BLOCKED_ADDRESS, String.valueOf(e.getMessage()));
        }
        if (e instanceof UnknownHostException) {
            return new Refused(ErrorKind.DNS);
        }
        if (e instanceof SocketTimeoutException) {
            return new Refused(ErrorKind.TIMEOUT);
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return new Refused(ErrorKind.CONNECT);
        }
        if (e instanceof SSLException && !causedBy(e, SocketException.class)) {
            return tls(e);
        }
        return ofAnswer(e);
    }

    private static Refused ofAnswer(IOException e) {
        if (e instanceof H2StreamResetException reset) {
            return brokenOff(reset.getCode());
        }
        if (e instanceof ZipException) {
            return new Refused(ErrorKind.BAD_ENCODING);
        }
        if (e instanceof TruncatedChunkException
                || e instanceof ConnectionClosedException
                || e instanceof H2CorruptFrameException
                || e instanceof EOFException) {
            return new Refused(ErrorKind.TRUNCATED);
        }
        if (e instanceof MalformedChunkCodingException
                || e instanceof MessageConstraintException
                || e instanceof H2ConnectionException
                || e instanceof ClientProtocolException) {
            return new Refused(ErrorKind.PROTOCOL);
        }
        return e instanceof NoHttpResponseException ? unanswered() : new Refused(ErrorKind.RESET);
    }

    private static Refused unanswered() {
        return new Refused(ErrorKind.RESET, "The server closed the connection without an answer.");
    }

    /** The name of the code (RFC 9113 §7) is what a publisher's administrator can look up. */
    private static Refused brokenOff(int code) {
        H2Error error = H2Error.getByCode(code);
        String name = error == null ? "unknown code " + code : error.name();
        return error == H2Error.NO_ERROR
                ? unanswered()
                : new Refused(ErrorKind.RESET, "The server broke its answer off (HTTP/2: " + name + ").");
    }

    private static Refused tls(IOException e) {
        if (causedBy(e, CertificateExpiredException.class)) {
            return new Refused(ErrorKind.TLS, "The server's certificate has expired.");
        }
        if (causedBy(e, SSLPeerUnverifiedException.class)) {
            return new Refused(ErrorKind.TLS, "The server's certificate belongs to another name.");
        }
        if (causedBy(e, GeneralSecurityException.class)) {
            return new Refused(ErrorKind.TLS, "The server's certificate cannot be trusted.");
        }
        return new Refused(ErrorKind.TLS, "No secure connection to the server could be agreed on.");
    }

    private static Refused timeout(Duration length) {
        String time = length.toSeconds() >= 1 ? length.toSeconds() + " s" : length.toMillis() + " ms";
        return new Refused(ErrorKind.TIMEOUT, "The server had not finished its answer after " + time + ".");
    }

    private static boolean causedBy(Throwable e, Class<? extends Throwable> type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
