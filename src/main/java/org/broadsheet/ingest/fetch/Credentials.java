package org.broadsheet.ingest.fetch;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Name and password written into an address, for HTTP's Basic scheme (RFC 7617). */
final class Credentials {
    private Credentials() {}

    /** The Authorization header for {@code https://name:password@host/}; empty when the address holds none. */
    static Optional<String> header(URI url) {
        String authority = url.getRawAuthority();
        int at = authority == null ? -1 : authority.lastIndexOf('@');
        if (authority == null || at < 1) {
            return Optional.empty();
        }
        byte[] pair = decoded(authority.substring(0, at)).getBytes(StandardCharsets.UTF_8);
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
    }

    private static String decoded(String userInfo) {
        // A plus is a plus here; URLDecoder would take it for a space.
        return URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
