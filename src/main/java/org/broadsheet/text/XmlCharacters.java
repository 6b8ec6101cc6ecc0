package org.broadsheet.text;

/** Characters that XML 1.0 (§2.2) can hold; NUL and half a surrogate pair are not among them. Pure. */
public final class XmlCharacters {
    private XmlCharacters() {}

    /** The text without those it cannot hold. */
    public static String allowed(String text) {
        if (text.codePoints().allMatch(XmlCharacters::isAllowed)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(XmlCharacters::isAllowed).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Whether XML can hold a code point. */
    public static boolean isAllowed(int code) {
        return code == '\t'
                || code == '\n'
                || code == '\r'
                || (code >= 0x20 && code <= 0xd7ff)
                || (code >= 0xe000 && code <= 0xfffd)
                || (code >= 0x10000 && code <= 0x10ffff);
    }
}
