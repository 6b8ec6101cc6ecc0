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
    public static final int LONGEST = 2_000; // bytes

    private static final Pattern CREDENTIALS = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*://)[^/?#]*@");

    private static final Pattern FEED_OF_THE_WEB = Pattern.compile("^(?i)feed:(//)?(?=https?:)");
    private static final Pattern WEB = Pattern.compile("(?i)https?://");
    private static final Pattern FEED = Pattern.compile("^(?i)feed:(//)?");
    private static final Pattern NO_HOST = Pattern.compile("(?is)[a-z][a-z0-9+.-]*:(?!//|\\d).*");
    private static final Pattern SCHEME = Pattern.compile("(?is)[a-z][a-z0-9+.-]*://.*");

    private static final Pattern PARTS = Pattern.compile("(?is)(https?)://(?:([^/?#\\\\]*)@)?"
            + "(\\[[0-9a-f:.]+]|[^/?#\\\\@:\\[\\]]+)(?::([0-9]{0,5}))?([/?#].*)?");

    /** What IDNA 2003, which Java has, and IDNA 2008, which browsers have, take for different names. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

    private static final String UNFIT = "|^{}\"<>`\\\\\\p{Z}\\p{Cc}\\p{Cs}";
    private static final Pattern UNFIT_FOR_A_QUERY = Pattern.compile("[" + UNFIT + "]|%(?![0-9a-fA-F]{2})");
    private static final Pattern UNFIT_FOR_A_PATH = Pattern.compile("[" + UNFIT + "\\[\\]]|%(?![0-9a-fA-F]{2})");
    private static final Pattern UNFIT_FOR_A_NAME = Pattern.compile("[" + UNFIT + "\\[\\]@]|%(?![0-9a-fA-F]{2})");
    private static final HexFormat HEX = HexFormat.of().withUpperCase().withPrefix("%");

    private FeedAddress() {}

    /**
     * Reads an address: blanks around it and a fragment go, {@code feed:} and a missing scheme become https, scheme and
     * host are written small. Hosts in other scripts are written in ASCII (RFC 3490), and characters that no address holds
     * percent-encoded; all else stays byte for byte, because a feed is known again by its address. Empty where it names no
     * host of the web, or one that browsers may take for another, or is longer than 2,000 bytes.
     */
    public static Optional<String> of(String typed) {
        String text = FEED_OF_THE_WEB.matcher(Url.bare(typed.strip())).replaceFirst("");
        return absolute(FEED.matcher(text).replaceFirst("https://"))
                .filter(address -> address.getBytes(StandardCharsets.UTF_8).length <= LONGEST);
    }

    /**
     * The same without TLS where {@code https} was supposed because nothing was said; empty where the address says it, or has
     * a name and password, which nobody should read on the way.
     */
    public static Optional<String> withoutTls(String typed) {
        String text = FEED_OF_THE_WEB.matcher(Url.bare(typed.strip())).replaceFirst("");
        return WEB.matcher(text).lookingAt()
                ? Optional.empty()
                : of(typed).filter(url -> !hasCredentials(url)).map(url -> url.replaceFirst("^https", "http"));
    }

    private static Optional<String> absolute(String text) {
        if (NO_HOST.matcher(text).matches()) {
            return Optional.empty(); // another scheme, such as mailto: or file:/, and no host with its port
        }
        Matcher parts = PARTS.matcher(SCHEME.matcher(text).matches() ? text : "https://" + text);
        if (!parts.matches() || AMBIGUOUS.matcher(parts.group(3)).find()) {
            return Optional.empty();
        }
        String user = parts.group(2) == null ? "" : encoded(UNFIT_FOR_A_NAME, parts.group(2)) + "@";
        String port = parts.group(4) == null || parts.group(4).isEmpty() ? "" : ":" + Integer.parseInt(parts.group(4));
        return Url.of("https://" + parts.group(3) + port)
                .map(url -> parts.group(1).toLowerCase(Locale.ROOT) + "://" + user + url.host() + port + behind(parts))
                .filter(address -> readable(address).isPresent());
    }

    /** Path and query. */
    private static String behind(Matcher parts) {
        String rest = parts.group(5) == null ? "" : parts.group(5).replaceFirst("(?s)#.*", "");
        int mark = rest.indexOf('?');
        String path = mark < 0 ? rest : rest.substring(0, mark);
        String query = mark < 0 ? "" : encoded(UNFIT_FOR_A_QUERY, rest.substring(mark));
        return (path.isEmpty() ? "/" : encoded(UNFIT_FOR_A_PATH, path)) + query;
    }

    private static String encoded(Pattern unfit, String text) {
        return unfit.matcher(text).replaceAll(one -> HEX.formatHex(one.group().getBytes(StandardCharsets.UTF_8)));
    }

    /** The address that is asked for one that was stored; empty where there is no way to ask it. */
    public static Optional<URI> uri(String stored) {
        // What was taken from pages was once stored as it stood there.
        return readable(stored).or(() -> of(stored).flatMap(FeedAddress::readable));
    }

    private static Optional<URI> readable(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
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
}
