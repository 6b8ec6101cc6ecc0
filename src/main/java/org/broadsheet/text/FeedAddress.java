package org.broadsheet.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a feed as people type it. */
public final class FeedAddress {
    /** No feed is known to need more, and an index of PostgreSQL holds no key above 2,704 bytes. */
    private static final int LONGEST = 2_000; // bytes

    private static final Pattern CREDENTIALS = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*://)[^/?#]*@");

    private static final Pattern FEED_OF_THE_WEB = Pattern.compile("^(?i)feed:(//)?(?=https?:)");
    private static final Pattern FEED = Pattern.compile("^(?i)feed:(//)?");
    private static final Pattern NO_HOST = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:(?!//|\\d).*");
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://.*");

    private static final Pattern WEB = Pattern.compile("https?://");
    private static final Pattern NOT_IN_A_URI = Pattern.compile("[|^{}\"<>`\\\\ ]");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private FeedAddress() {}

    /**
     * Reads an address: blanks around it and a fragment go, {@code feed:} and a missing scheme become https, scheme and
     * host are written small. Hosts in other scripts are written in ASCII (RFC 5891), and characters that no address holds
     * percent-encoded. Empty where it names no host of the web or is longer than 2,000 bytes.
     */
    public static Optional<String> of(String typed) {
        String text = FEED_OF_THE_WEB.matcher(typed.strip()).replaceFirst("");
        return absolute(FEED.matcher(text).replaceFirst("https://"))
                .filter(address -> address.getBytes(StandardCharsets.UTF_8).length <= LONGEST);
    }

    private static Optional<String> absolute(String text) {
        if (NO_HOST.matcher(text).matches()) {
            return Optional.empty(); // another scheme, such as mailto: or file:/, and no host with its port
        }
        String full = SCHEME.matcher(text).matches() ? text : "https://" + text;
        return asWritten(full.replace(" ", "%20"))
                .or(() -> asBrowsersRead(full))
                .filter(address -> WEB.matcher(address).lookingAt());
    }

    /** The host of an address, in lower case and in ASCII; empty where it has none. */
    public static String host(String address) {
        return Url.of(address).map(Url::host).orElse("");
    }

    /** The address as it may be shown: without a name and password in it. */
    public static String withoutCredentials(String address) {
        return address.indexOf('@') < 0 ? address : CREDENTIALS.matcher(address).replaceFirst("$1");
    }

    /** Whether there is a name, with or without a password, in it. */
    public static boolean hasCredentials(String address) {
        return !withoutCredentials(address).equals(address);
    }

    /** The address with this name and password in it instead of any that it had (RFC 3986 §3.2.1). */
    public static String withCredentials(String address, String name, String password) {
        String bare = withoutCredentials(address);
        int host = bare.indexOf("://") + 3;
        return bare.substring(0, host) + escaped(name) + ":" + escaped(password) + "@" + bare.substring(host);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Byte for byte, because a feed is known again by its address. */
    private static Optional<String> asWritten(String text) {
        return uri(text).filter(uri -> uri.getHost() != null).map(FeedAddress::written);
    }

    /** With what java.net.URI does not know: underscores and other scripts in hosts, and characters such as | behind them. */
    private static Optional<String> asBrowsersRead(String text) {
        Matcher user = CREDENTIALS.matcher(text);
        String credentials = user.lookingAt() ? user.group().substring(user.end(1)) : "";
        return Url.of(text)
                .map(url -> url.withFragment(null).toString())
                .map(bare -> bare.replaceFirst("://", Matcher.quoteReplacement("://" + credentials)))
                .map(address -> NOT_IN_A_URI
                        .matcher(address)
                        .replaceAll(c -> "%" + HEX.toHexDigits((byte) c.group().charAt(0))))
                .filter(address -> uri(address).isPresent());
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String written(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String user = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo() + "@";
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return scheme + "://" + user + uri.getHost().toLowerCase(Locale.ROOT) + port + path + query;
    }
}
