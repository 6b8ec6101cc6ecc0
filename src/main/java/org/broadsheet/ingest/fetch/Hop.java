package org.broadsheet.ingest.fetch;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpHost;
import org.broadsheet.model.ErrorKind;
import org.jspecify.annotations.Nullable;

/**
 * One address on the way of a fetch, taken apart by hand: java.net.URI knows no hosts with an underscore and no raw UTF-8,
 * and both are found in real redirects.
 *
 * @param scheme http or https
 * @param host in ASCII and lower case, without a dot at the end
 * @param port as connected to
 * @param path with its query, percent-encoded, beginning with a slash
 */
record Hop(String scheme, String host, int port, String path) {
    /** RFC 3986 appendix B: scheme, authority, path and query; the fragment is not the server's business. */
    private static final Pattern PARTS =
            Pattern.compile("(?:([a-zA-Z][a-zA-Z0-9+.-]*):)?(?://([^/?#]*))?([^#]*)(?:#.*)?", Pattern.DOTALL);

    private static final Pattern AUTHORITY =
            Pattern.compile("(?:.*@)?(\\[[^\\]]*\\]|[^:\\[\\]@]+?)\\.?(?::([0-9]{0,5}))?", Pattern.DOTALL);

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9a-fA-F]{2})");

    /** The first address of a fetch. */
    static Hop of(URI url) throws Refused {
        Matcher parts = parts(url.toString());
        return of(lower(parts.group(1)), parts.group(2), parts.group(3), Hop::unfound);
    }

    /** The address that a Location header leads to from here (RFC 9110 §10.2.2). */
    Hop follow(String location) throws Refused {
        if (location.isBlank()) {
            throw new Refused(ErrorKind.PROTOCOL, "The server redirects without saying where to.");
        }
        Matcher to = parts(utf8(location.strip()));
        String rest = to.group(3);
        if (to.group(1) != null) {
            return of(lower(to.group(1)), to.group(2), rest, Hop::misled);
        }
        if (to.group(2) != null) {
            return of(scheme, to.group(2), rest, Hop::misled);
        }
        String ownPath = path.replaceFirst("\\?.*", "");
        if (rest.isEmpty()) {
            return this;
        }
        if (rest.startsWith("/")) {
            return new Hop(scheme, host, port, encoded(rest));
        }
        String base = rest.startsWith("?") ? ownPath : ownPath.substring(0, ownPath.lastIndexOf('/') + 1);
        return new Hop(scheme, host, port, encoded(base + rest));
    }

    boolean sameOrigin(Hop other) {
        return scheme.equals(other.scheme) && host.equals(other.host) && port == other.port;
    }

    HttpHost target() {
        return new HttpHost(scheme, host.startsWith("[") ? host.substring(1, host.length() - 1) : host, port);
    }

    /** Without name, password and fragment. */
    URI uri() {
        return URI.create(scheme + "://" + host + (port == usualPort(scheme) ? "" : ":" + port) + path);
    }

    private static Hop of(@Nullable String scheme, @Nullable String authority, String rest, Supplier<Refused> noHost)
            throws Refused {
        if (scheme == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new Refused(ErrorKind.BLOCKED_SCHEME);
        }
        Matcher parts = AUTHORITY.matcher(authority == null ? "" : authority);
        if (!parts.matches()) {
            throw noHost.get();
        }
        String digits = parts.group(2);
        int port = digits == null || digits.isEmpty() ? usualPort(scheme) : Integer.parseInt(digits);
        if (port < 1 || port > 65535) {
            throw noHost.get();
        }
        String host = HostName.of(parts.group(1)).orElseThrow(noHost);
        return new Hop(scheme, host, port, encoded(rest));
    }

    /** Begins with a slash, holds no dot segments, and every byte that RFC 3986 does not allow is percent-encoded. */
    private static String encoded(String rest) {
        StringBuilder out = new StringBuilder(rest.startsWith("/") ? "" : "/");
        for (byte b : rest.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > ' ' && b < 0x7f && "\"<>\\^`{|}[]".indexOf(b) < 0;
            if (plain) {
                out.append((char) b);
            } else {
                out.append('%').append(HEX.toHexDigits(b));
            }
        }
        String path = STRAY_PERCENT.matcher(out).replaceAll("%25");
        int query = path.indexOf('?');
        String before = query < 0 ? path : path.substring(0, query);
        return withoutDots(before) + (query < 0 ? "" : path.substring(query));
    }

    /** RFC 3986 §5.2.4, by hand because java.net.URI would also make one slash of two. */
    private static String withoutDots(String path) {
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean dots = segments[i].equals(".") || segments[i].equals("..");
            if (segments[i].equals("..")) {
                kept.pollLast();
            }
            if (!dots) {
                kept.add(segments[i]);
            } else if (i == segments.length - 1) {
                kept.add("");
            }
        }
        return "/" + String.join("/", kept);
    }

    /** HttpClient hands each byte of a header as one character; most servers that send raw bytes mean UTF-8. */
    private static String utf8(String header) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return header;
        }
    }

    private static Matcher parts(String url) {
        Matcher parts = PARTS.matcher(url);
        if (!parts.matches()) {
            throw new IllegalStateException("the pattern of RFC 3986 matches every text");
        }
        return parts;
    }

    private static @Nullable String lower(@Nullable String scheme) {
        return scheme == null ? null : scheme.toLowerCase(Locale.ROOT);
    }

    private static int usualPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static Refused unfound() {
        return new Refused(ErrorKind.DNS, "The address names no server that could be asked.");
    }

    private static Refused misled() {
        return new Refused(ErrorKind.PROTOCOL, "The server redirects to an address that names no server.");
    }
}
