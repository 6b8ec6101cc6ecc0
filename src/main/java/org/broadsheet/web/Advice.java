package org.broadsheet.web;

import org.broadsheet.model.ErrorKind;
import org.jspecify.annotations.Nullable;

/** What a reader can do about a source that cannot be read. */
final class Advice {
    private Advice() {}

    /** One sentence; null where trying again later is all that can be done, which happens by itself. */
    static @Nullable String on(ErrorKind kind) {
        return switch (kind) {
            case GONE -> "Its headlines are kept. Remove the source when you no longer need it.";
            case NOT_FOUND -> "The feed may have moved: add the site's address again to look for its new place.";
            case NOT_A_FEED, EMPTY -> "Add the site's own address again to look for its feeds.";
            case AUTH_REQUIRED ->
                "Add it with your name and password in its address: https://name:password@example.org/feed.";
            case BLOCKED_ADDRESS -> "If it is yours, allow its network with fetch.allow-private in the configuration.";
            case BLOCKED_SCHEME -> "Remove it and add it with an address that begins with https.";
            case TOO_LARGE -> "The limit is fetch.max-bytes in the configuration.";
            case REDIRECT_LOOP, REDIRECT_LIMIT -> "Open the address in a browser, and add the one you arrive at.";
            case MALFORMED_XML, DTD_FORBIDDEN, BAD_ENCODING, TRUNCATED -> "Only the publisher can mend the document.";
            case TLS -> "Only the publisher can renew the certificate.";
            case THROTTLED -> "Nothing to do: it is asked less often now.";
            case TIMEOUT, PROTOCOL, RESET, UNAVAILABLE, HTTP_ERROR, DNS, CONNECT -> null;
        };
    }
}
