package org.broadsheet.text;

import java.util.Locale;

/** What somebody typed for an address, as a sentence about it may repeat it. Pure. */
public final class Echo {
    private static final int LONGEST = 100; // characters

    private Echo() {}

    /** Without a name and password, also where the text is no address that anybody else could read; cut where it is long. */
    public static String of(String typed) {
        String text = withoutPassword(FeedAddress.withoutCredentials(typed.strip()));
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** Mistyped, such as {@code user:password@host}, or with a slash in the password. */
    private static String withoutPassword(String text) {
        int at = text.lastIndexOf('@');
        int scheme = text.indexOf("://");
        int begin = scheme < 0 || scheme > at ? 0 : scheme + 3;
        boolean isMail = text.toLowerCase(Locale.ROOT).startsWith("mailto:");
        return at < 0 || isMail || text.substring(begin, at).indexOf(':') < 0
                ? text
                : text.substring(0, begin) + text.substring(at + 1);
    }
}
