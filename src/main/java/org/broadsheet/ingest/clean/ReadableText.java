package org.broadsheet.ingest.clean;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.broadsheet.model.SafeHtml;
import org.jsoup.parser.Tag;

/**
 * What an article says, without its tags. Parses nothing anew: in what {@link Markup} wrote, no value holds a {@code >}, and
 * there are four character references. For one thread, once.
 */
public final class ReadableText {
    /** What goes on within a word or a line; all else stands apart. */
    private static final Set<String> INLINE = Allowed.names().stream()
            .filter(Predicate.not(name -> Tag.valueOf(name).isBlock() || name.equals("br")))
            .collect(Collectors.toUnmodifiableSet());

    private static final List<String> REFERENCES = List.of("&amp;", "&lt;", "&gt;", "&quot;");
    private static final String REFERRED_TO = "&<>\"";

    private final String html;
    private final char[] text;
    private int at;
    private int length;

    private ReadableText(String html) {
        this.html = html;
        this.text = new char[html.length() + 1];
    }

    /** One line: runs of blanks are one space, paragraphs, lines, cells and pictures are apart. */
    public static String of(SafeHtml article) {
        return new ReadableText(article.value()).read();
    }

    private String read() {
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<') tag();
            else if (c == '&') reference();
            else character(c);
        }
        return new String(text, 0, length).strip();
    }

    private void tag() {
        int start = html.startsWith("</", at) ? at + 2 : at + 1;
        int end = start;
        while (end < html.length() && Character.isLetterOrDigit(html.charAt(end))) end++;
        if (!INLINE.contains(html.substring(start, end))) blank();
        int last = html.indexOf('>', end);
        at = last < 0 ? html.length() : last + 1;
    }

    private void reference() {
        int which = 0;
        while (which < REFERENCES.size() - 1 && !html.startsWith(REFERENCES.get(which), at)) which++;
        text[length++] = REFERRED_TO.charAt(which);
        at += REFERENCES.get(which).length();
    }

    private void character(char c) {
        at++;
        if (c <= ' ' || c == '\u00a0') blank();
        else if (c != '\u200b' && c != '\u00ad') text[length++] = c;
    }

    private void blank() {
        if (length > 0 && text[length - 1] != ' ') text[length++] = ' ';
    }
}
