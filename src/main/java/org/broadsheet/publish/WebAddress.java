package org.broadsheet.publish;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.text.Percent;
import org.jspecify.annotations.Nullable;

/** An http(s) address on its way out. Pure. */
final class WebAddress {
    private static final Pattern WEB =
            Pattern.compile("(?i)(https?://)(?:[^/?#]*@)?(\\[[^]/?#]*]|[^/?#:]+)(:\\d*)?([/?#].*)?", Pattern.DOTALL);

    /** What RFC 3986 §2 knows, without the brackets of a host. */
    private static final String KNOWN = "-._~:/?#@!$&'()*+,;=%";

    private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private WebAddress() {}

    /**
     * The absolute address of a text, what may not stand in it (RFC 3987 §2.2) percent-encoded; letters of all scripts stay.
     * A name and password in it are the subscriber's and left out.
     *
     * @return empty when it is none
     */
    static Optional<String> of(@Nullable String raw) {
        Matcher web = WEB.matcher(Allowed.text(raw).strip());
        return web.matches()
                ? Optional.of(web.group(1) + web.group(2) + or(web.group(3)) + escaped(or(web.group(4))))
                        .filter(WebAddress::isIri)
                : Optional.empty();
    }

    /** The same address in ASCII alone (RFC 3987 §3.1): RSS knows no others. */
    static String ascii(String address) {
        Matcher web = WEB.matcher(address);
        boolean plain = address.chars().allMatch(c -> c < 0x7f);
        return plain || !web.matches()
                ? address
                : web.group(1) + host(web.group(2)) + or(web.group(3)) + Percent.fragment(or(web.group(4)));
    }

    private static String host(String name) {
        try {
            return IDN.toASCII(name);
        } catch (IllegalArgumentException e) {
            return Percent.fragment(name);
        }
    }

    private static String escaped(String rest) {
        String sound = STRAY_PERCENT.matcher(rest).replaceAll("%25");
        int fragment = sound.indexOf('#') + 1;
        StringBuilder escaped = new StringBuilder(sound.length());
        for (int i = 0; i < sound.length(); i += Character.charCount(sound.codePointAt(i))) {
            int code = sound.codePointAt(i);
            boolean stays = code == '#' ? i + 1 == fragment : mayStand(code);
            String character = Character.toString(code);
            escaped.append(stays ? character : code == '#' ? "%23" : Percent.path(character));
        }
        return escaped.toString();
    }

    private static boolean mayStand(int code) {
        if (code < 0x80) {
            return Character.isLetterOrDigit(code) || KNOWN.indexOf(code) >= 0;
        }
        // Percent-encoding leaves ASCII alone, but not these; nobody sees them in an address.
        return !Character.isSpaceChar(code) && Character.getType(code) != Character.FORMAT;
    }

    private static boolean isIri(String address) {
        try {
            return new URI(address).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String or(@Nullable String part) {
        return part == null ? "" : part;
    }
}
