package org.broadsheet.ingest.clean;

import org.jspecify.annotations.Nullable;

/** Writes HTML text: the only place where a tag, an attribute or a character reference is spelt. */
final class Markup {
    private final StringBuilder out;
    private String last = "";

    /** Where the text of a pre element begins, when nothing stands there yet. */
    private int preStart = -1;

    Markup() {
        this(16);
    }

    /** {@code length}: about as long as the text will be. */
    Markup(int length) {
        out = new StringBuilder(length);
    }

    Markup start(String element) {
        out.append('<').append(element);
        last = element;
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
        if (last.equals("pre")) preStart = out.length();
        return this;
    }

    Markup end(String element) {
        out.append("</").append(element).append('>');
        return this;
    }

    Markup text(String text) {
        escape(text, false);
        return this;
    }

    private void escape(String text, boolean quoted) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPlain(c, quoted)) continue;
            out.append(text, from, i);
            i += special(text, i, quoted);
            from = i + 1;
        }
        out.append(text, from, text.length());
    }

    private static boolean isPlain(char c, boolean quoted) {
        if (c > '>') return c < Character.MIN_SURROGATE || (c > Character.MAX_SURROGATE && mayStandInXml(c));
        return c >= ' ' && c != '&' && c != '<' && c != '>' && (c != '"' || !quoted);
    }

    /** How many more characters were dealt with. */
    private int special(String text, int at, boolean quoted) {
        char c = text.charAt(at);
        if (Character.isSurrogate(c)) return pair(text, at);
        if (c == '&') out.append("&amp;");
        else if (c == '<') out.append("&lt;");
        else if (c == '>') out.append("&gt;");
        else if (c == '"' && quoted) out.append("&quot;");
        else if (c == '\n' || (c == '\r' && !text.startsWith("\n", at + 1))) lineBreak();
        else if (mayStandInXml(c)) out.append(c);
        return 0;
    }

    /** HTML §13.1.2.5: one line break after the tag of a pre belongs to the tag. */
    private void lineBreak() {
        if (out.length() == preStart) out.append('\n');
        out.append('\n');
    }

    private int pair(String text, int at) {
        boolean whole = Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
        if (whole) out.append(text, at, at + 2);
        else out.append('\ufffd');
        return whole ? 1 : 0;
    }

    /** XML 1.0 §2.2: what is stored also goes out in feeds. Line breaks are dealt with. */
    private static boolean mayStandInXml(char c) {
        return c >= ' ' ? c < '\ufffe' : c == '\t';
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
