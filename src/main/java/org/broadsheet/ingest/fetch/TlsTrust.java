package org.broadsheet.ingest.fetch;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.client5.http.ssl.TrustAllStrategy;
import org.apache.hc.core5.ssl.SSLContexts;

/** Whose certificates are verified: everybody's, but for the hosts that the operator names. */
public record TlsTrust(Set<String> unverifiedHosts) {
    public static final TlsTrust EVERYBODY_VERIFIED = new TlsTrust(Set.of());

    /** All but these hosts, each by its exact name. */
    public static TlsTrust except(List<String> hosts) {
        return new TlsTrust(hosts.stream().map(TlsTrust::name).collect(Collectors.toUnmodifiableSet()));
    }

    TlsSocketStrategy strategy() {
        TlsSocketStrategy verified = OfferingTls.whereMeant(
                SSLContexts.createDefault(),
                HostnameVerificationPolicy.BOTH,
                HttpsSupport.getDefaultHostnameVerifier());
        if (unverifiedHosts.isEmpty()) {
            return verified;
        }
        TlsSocketStrategy unverified = unverified();
        return (socket, host, port, attachment, context) -> {
            TlsSocketStrategy fitting = unverifiedHosts.contains(name(host)) ? unverified : verified;
            return fitting.upgrade(socket, host, port, attachment, context);
        };
    }

    private static String name(String host) {
        String written = HostKey.written(host.strip());
        return HostName.of(written).orElse(written);
    }

    private static TlsSocketStrategy unverified() {
        try {
            return OfferingTls.whereMeant(
                    SSLContexts.custom()
                            .loadTrustMaterial(TrustAllStrategy.INSTANCE)
                            .build(),
                    HostnameVerificationPolicy.CLIENT,
                    NoopHostnameVerifier.INSTANCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot do without verifying certificates", e);
        }
    }
}
