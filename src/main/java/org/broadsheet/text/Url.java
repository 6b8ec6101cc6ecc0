package org.broadsheet.text;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An absolute address of a scheme with a host (http, https, ftp), read as forgivingly as browsers do.
 *
 * <p>Host in lower case and in its ASCII form, no user name, no default port, no dot segments; whatever may not stand
 * in an address is percent-encoded. Two-way: reading {@link #toString} gives the same value. WHATWG URL §4.4 in small.
 *
 * @param port -1 for the scheme's own
 * @param path begins with a slash
 */
public record Url(
        String scheme,
        String host,
        int port,
        String path,
        @Nullable String query,
        @Nullable String fragment) {
    private static final Pattern HOST = Pattern.compile(
            "[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}._-]*[\\p{L}\\p{M}\\p{N}_])?\\.?|\\[[0-9a-fA-F:.]+]");
    private static final Pattern AUTHORITY = Pattern.compile("^(?:[^@]*@)?(\\[[^\\]]*]|[^:]*)(?::(\\d{0,5}))?$");

    /** Reads an absolute address. Empty when it has no known scheme or no usable host. */
    public static Optional<Url> of(String text) {
        return of(text, null);
    }

    /** Reads an address that may be relative to {@code base}. Empty when that gives none with a known scheme and a host. */
    public static Optional<Url> of(String text, @Nullable Url base) {
        String bare = bare(text);
        int colon = schemeEnd(bare);
        if (colon > 0) {
            return hosted(bare.substring(0, colon).toLowerCase(Locale.ROOT), bare.substring(colon + 1));
        }
        String slashed = slashed(bare);
        if (slashed.startsWith("//")) {
            return hosted(base == null ? "https" : base.scheme, slashed);
        }
        return base == null ? Optional.empty() : Optional.of(base.resolve(slashed));
    }

    /** The text as browsers read it: no space or control around it, no tab or line break anywhere. */
    public static String bare(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && blank(text.charAt(start))) start++;
        while (end > start && blank(text.charAt(end - 1))) end--;
        String trimmed = text.substring(start, end);
        boolean broken = trimmed.indexOf('\n') >= 0 || trimmed.indexOf('\t') >= 0 || trimmed.indexOf('\r') >= 0;
        return broken ? trimmed.replaceAll("[\\t\\n\\r]", "") : trimmed;
    }

    /** The scheme a text begins with, in lower case, or empty when it is a relative address. */
    public static Optional<String> schemeOf(String text) {
        String bare = bare(text);
        int colon = schemeEnd(bare);
        return colon > 0 ? Optional.of(bare.substring(0, colon).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** Where the colon of a scheme stands; not positive when the text begins with none. */
    private static int schemeEnd(String bare) {
        int end = 0;
        while (end < bare.length() && isOfScheme(bare.charAt(end), end)) end++;
        return end < bare.length() && bare.charAt(end) == ':' ? end : -1;
    }

    private static boolean isOfScheme(char c, int at) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (at > 0 && ((c >= '0' && c <= '9') || c == '+' || c == '.' || c == '-'));
    }

    private static boolean blank(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\u3000' || c == '\ufeff';
    }

    private static Optional<Url> hosted(String scheme, String rest) {
        if (defaultPort(scheme) < 0) return Optional.empty();
        String slashed = slashed(rest);
        int start = 0;
        while (slashed.startsWith("/", start)) start++;
        int end = firstOf("/?#", slashed, start);
        String named = slashed.substring(start, end);
        String after = slashed.substring(end);
        if (PlainHost.is(named)) {
            return Optional.of(new Url(scheme, named.toLowerCase(Locale.ROOT), -1, "/", null, null).resolve(after));
        }
        Matcher authority = AUTHORITY.matcher(named);
        if (!authority.matches()) return Optional.empty();
        int port = port(scheme, authority.group(2));
        return host(authority.group(1))
                .filter(host -> port <= 65_535)
                .map(host -> new Url(scheme, host, port, "/", null, null).resolve(after));
    }

    private static Optional<String> host(String text) {
        if (!HOST.matcher(text).matches()) return Optional.empty();
        if (text.startsWith("[")) return Optional.of(text.toLowerCase(Locale.ROOT));
        try {
            return Optional.of(IDN.toASCII(text).toLowerCase(Locale.ROOT)).filter(host -> !host.isEmpty());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int port(String scheme, @Nullable String digits) {
        if (digits == null || digits.isEmpty()) return -1;
        int port = Integer.parseInt(digits);
        return port == defaultPort(scheme) ? -1 : port;
    }

    private static int defaultPort(String scheme) {
        return switch (scheme) {
            case "http" -> 80;
            case "https" -> 443;
            case "ftp" -> 21;
            default -> -1;
        };
    }

    /** A backslash before the query is a slash to browsers. */
    private static String slashed(String text) {
        if (text.indexOf('\\') < 0) return text;
        int end = firstOf("?#", text, 0);
        return text.substring(0, end).replace('\\', '/') + text.substring(end);
    }

    /** Where the first of some characters stands, from a place on; the end where none does. */
    private static int firstOf(String marks, String text, int from) {
        int first = text.length();
        for (int i = 0; i < marks.length(); i++) {
            int at = text.indexOf(marks.charAt(i), from);
            first = at < 0 ? first : Math.min(first, at);
        }
        return first;
    }

    /** RFC 3986 §5.2.2 for a reference without scheme and authority. */
    private Url resolve(String reference) {
        int hash = reference.indexOf('#');
        String newFragment = hash < 0 ? null : Percent.fragment(reference.substring(hash + 1));
        String rest = hash < 0 ? reference : reference.substring(0, hash);
        int mark = rest.indexOf('?');
        String newQuery = mark < 0 ? null : Percent.query(rest.substring(mark + 1));
        String newPath = mark < 0 ? rest : rest.substring(0, mark);
        if (newPath.isEmpty()) {
            return new Url(scheme, host, port, path, mark < 0 ? query : newQuery, newFragment);
        }
        String merged = newPath.startsWith("/") ? newPath : path.substring(0, path.lastIndexOf('/') + 1) + newPath;
        return new Url(scheme, host, port, DotSegments.removed(Percent.path(merged)), newQuery, newFragment);
    }

    public Url withScheme(String newScheme) {
        return new Url(newScheme, host, port, path, query, fragment);
    }

    public Url withHost(String newHost) {
        return new Url(scheme, newHost, port, path, query, fragment);
    }

    /** The same with a path that is well encoded and begins with a slash. */
    public Url withPath(String newPath) {
        return new Url(scheme, host, port, newPath, query, fragment);
    }

    public Url withQuery(@Nullable String newQuery) {
        return new Url(scheme, host, port, path, newQuery, fragment);
    }

    public Url withFragment(@Nullable String newFragment) {
        return new Url(scheme, host, port, path, query, newFragment);
    }

    @Override
    public String toString() {
        return scheme + "://" + host + (port < 0 ? "" : ":" + port) + path + (query == null ? "" : "?" + query)
                + (fragment == null ? "" : "#" + fragment);
    }
}
