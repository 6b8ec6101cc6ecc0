package org.broadsheet.ingest.opml;

import org.broadsheet.text.XmlCharacters;

/** How text is written in an attribute of XML. */
final class XmlChars {
    private XmlChars() {}

    /** For between double quotes. White space is written as references, for a reader would make blanks of it. */
    static String attribute(String text) {
        return XmlCharacters.allowed(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\t", "&#9;")
                .replace("\n", "&#10;")
                .replace("\r", "&#13;");
    }
}
