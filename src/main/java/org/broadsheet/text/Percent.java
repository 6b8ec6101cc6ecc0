package org.broadsheet.text;

import java.nio.charset.StandardCharsets;

/** Percent-encoding of what may not stand in a part of an address: WHATWG URL §1.3. Escapes that are there stay. */
public final class Percent {
    private static final String HEX = "0123456789ABCDEF";

    private Percent() {}

    public static String path(String text) {
        return encoded(text, "\"<>`{}|^\\[]?#");
    }

    public static String query(String text) {
        return encoded(text, "\"<>'`\\#");
    }

    public static String fragment(String text) {
        return encoded(text, "\"<>`");
    }

    /** For an address without a host, such as {@code mailto:}. */
    public static String opaque(String text) {
        return encoded(text, "\"<>`");
    }

    private static String encoded(String text, String unsafe) {
        int first = 0;
        while (first < text.length() && plain(text.charAt(first), unsafe)) first++;
        if (first == text.length()) return text;
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); ) {
            int point = text.codePointAt(i);
            int next = i + Character.charCount(point);
            if (point < 128 && plain((char) point, unsafe)) out.append((char) point);
            else escape(out, text.substring(i, next));
            i = next;
        }
        return out.toString();
    }

    private static boolean plain(char c, String unsafe) {
        return c > ' ' && c < 127 && unsafe.indexOf(c) < 0;
    }

    private static void escape(StringBuilder out, String character) {
        for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
            out.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
        }
    }
}
