package org.broadsheet.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Percent-escapes in one form, RFC 3986 §6.2.2: upper case, and none where the character may stand itself. */
final class Escapes {
    private static final Pattern ESCAPE = Pattern.compile("%([0-9a-fA-F]{2})");

    private Escapes() {}

    static String normal(String text) {
        if (text.indexOf('%') < 0) return text;
        return ESCAPE.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(normalOne(escape.group(1))));
    }

    private static String normalOne(String hex) {
        char c = (char) Integer.parseInt(hex, 16);
        boolean unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        return unreserved || "-._~".indexOf(c) >= 0 ? String.valueOf(c) : "%" + hex.toUpperCase(Locale.ROOT);
    }
}
