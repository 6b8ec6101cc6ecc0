package org.broadsheet.ingest.opml;

/** Characters that XML 1.0 (§2.2) can hold, and how they are written in an attribute. */
final class XmlChars {
    private XmlChars() {}

    /** The text without those it cannot hold, lone surrogates among them. */
    static String allowed(String text) {
        if (text.codePoints().allMatch(XmlChars::isAllowed)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(XmlChars::isAllowed).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isAllowed(int code) {
        return code == '\t'
                || code == '\n'
                || code == '\r'
                || (code >= 0x20 && code <= 0xd7ff)
                || (code >= 0xe000 && code <= 0xfffd)
                || code >= 0x10000;
    }

    /** For between double quotes. White space is written as references, for a reader would make blanks of it. */
    static String attribute(String text) {
        return allowed(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\t", "&#9;")
                .replace("\n", "&#10;")
                .replace("\r", "&#13;");
    }
}
