package org.broadsheet.ingest.fetch;

import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http2.ssl.ApplicationProtocol;

/** Lets the server choose between HTTP/2 and HTTP/1.1 in the TLS handshake (ALPN, RFC 7301). */
final class OfferingTls extends DefaultClientTlsStrategy {
    private OfferingTls(SSLContext tls, HostnameVerificationPolicy policy, HostnameVerifier names) {
        super(tls, policy, names);
    }

    /** One that makes the offer for those requests only that {@link Http2Offers} means it for. */
    static TlsSocketStrategy whereMeant(SSLContext tls, HostnameVerificationPolicy policy, HostnameVerifier names) {
        TlsSocketStrategy silent = new DefaultClientTlsStrategy(tls, policy, names);
        TlsSocketStrategy offering = new OfferingTls(tls, policy, names);
        return (socket, host, port, attachment, context) -> {
            TlsSocketStrategy fitting = Http2Offers.offered(context) ? offering : silent;
            return fitting.upgrade(socket, host, port, attachment, context);
        };
    }

    /** Called before the handshake, after all else is set. */
    @Override
    protected void initializeSocket(SSLSocket socket) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(
                new String[] {ApplicationProtocol.HTTP_2.id, ApplicationProtocol.HTTP_1_1.id});
        socket.setSSLParameters(parameters);
    }
}
