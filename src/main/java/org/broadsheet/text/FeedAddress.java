package org.broadsheet.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** The address of a feed as people type it. */
public final class FeedAddress {
    private FeedAddress() {}

    /**
     * Reads an address: blanks around it and a fragment go, {@code feed:} and a missing scheme become https, scheme and
     * host are written small. Empty where it names no host of the web.
     */
    public static Optional<String> of(String typed) {
        String text = typed.strip()
                .replaceFirst("^(?i)feed:(//)?(?=https?:)", "")
                .replaceFirst("^(?i)feed:(//)?", "https://");
        if (text.matches("(?i)[a-z][a-z0-9+.-]*:(?!//|\\d).*")) {
            return Optional.empty(); // another scheme, such as mailto: or file:/, and no host with its port
        }
        if (!text.matches("(?i)[a-z][a-z0-9+.-]*://.*")) {
            text = "https://" + text;
        }
        try {
            URI uri = new URI(text.replace(" ", "%20"));
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || !scheme.matches("https?")) {
                return Optional.empty();
            }
            return Optional.of(written(uri, scheme));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String written(URI uri, String scheme) {
        String user = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo() + "@";
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return scheme + "://" + user + uri.getHost().toLowerCase(Locale.ROOT) + port + path + query;
    }
}
