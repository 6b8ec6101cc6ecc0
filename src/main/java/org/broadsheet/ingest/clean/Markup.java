package org.broadsheet.ingest.clean;

import org.jspecify.annotations.Nullable;

/** Writes HTML text: the only place where a tag, an attribute or a character reference is spelt. */
final class Markup {
    private final StringBuilder out = new StringBuilder();

    Markup start(String element) {
        out.append('<').append(element);
        return this;
    }

    /** Writes nothing when {@code value} is null. */
    Markup attribute(String name, @Nullable String value) {
        if (value == null) return this;
        out.append(' ').append(name).append("=\"");
        escape(value, true);
        out.append('"');
        return this;
    }

    Markup attribute(String name, int value) {
        return value < 0 ? this : attribute(name, Integer.toString(value));
    }

    Markup started() {
        out.append('>');
        return this;
    }

    Markup end(String element) {
        out.append("</").append(element).append('>');
        return this;
    }

    Markup text(String text) {
        // HTML §13.1.2.5: one line break after <pre> belongs to the tag.
        if (text.startsWith("\n") && endsWith("<pre>")) out.append('\n');
        escape(text, false);
        return this;
    }

    private boolean endsWith(String tag) {
        int start = out.length() - tag.length();
        return start >= 0 && out.indexOf(tag, start) == start;
    }

    private void escape(String text, boolean quoted) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '&') out.append("&amp;");
            else if (c == '<') out.append("&lt;");
            else if (c == '>') out.append("&gt;");
            else if (c == '"' && quoted) out.append("&quot;");
            else if (c == '\r') out.append(carriageReturn(text, i));
            else if (Character.isSurrogate(c)) i += pair(text, i);
            else if (mayStandInXml(c)) out.append(c);
        }
    }

    private static String carriageReturn(String text, int at) {
        return at + 1 < text.length() && text.charAt(at + 1) == '\n' ? "" : "\n";
    }

    private int pair(String text, int at) {
        boolean whole = Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
        if (whole) out.append(text, at, at + 2);
        else out.append('\ufffd');
        return whole ? 1 : 0;
    }

    /** XML 1.0 §2.2: what is stored also goes out in feeds. */
    private static boolean mayStandInXml(char c) {
        return c >= ' ' ? c < '\ufffe' : c == '\n' || c == '\t';
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
