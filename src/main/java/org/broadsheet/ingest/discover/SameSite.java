package org.broadsheet.ingest.discover;

import java.util.Optional;
import org.broadsheet.text.FeedAddress;
import org.broadsheet.text.Url;

/** Takes a name and password on from one address of a site to another, and never to another site. Pure. */
public final class SameSite {
    private SameSite() {}

    /**
     * An address as it is asked after another one.
     *
     * @param found without a name and password
     * @param asked its name and password are taken as they are written there, where scheme, host and port are the same
     */
    public static String signedIn(String found, String asked) {
        String bare = FeedAddress.withoutCredentials(asked);
        if (bare.equals(asked) || !origin(bare).equals(origin(found))) {
            return found;
        }
        int behindScheme = asked.indexOf("://") + 3;
        String name = asked.substring(behindScheme, behindScheme + asked.length() - bare.length());
        int host = found.indexOf("://") + 3;
        return found.substring(0, host) + name + found.substring(host);
    }

    /** Without a path; a scheme's own port is none. */
    private static Optional<Url> origin(String address) {
        return Url.of(address).map(url -> new Url(url.scheme(), url.host(), url.port(), "/", null, null));
    }
}
