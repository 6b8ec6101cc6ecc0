package org.broadsheet.publish;

import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/**
 * Plain text in which something stands that HTML would take for a tag or a character reference, such as a title about
 * {@code <table>}. Many readers take every title for HTML, and such words would be lost there. Pure.
 */
final class MarkupInText {
    private static final Pattern TAG = Pattern.compile("<(?=[A-Za-z/!?])");
    private static final Pattern BEGINNING = Pattern.compile("<(?=[A-Za-z/!?])|&(?=[A-Za-z#])");

    /** Not seen, and no letter that a tag or a reference can have. */
    private static final String WORD_JOINER = "\u2060";

    private MarkupInText() {}

    static boolean isIn(String text) {
        return TAG.matcher(text).find()
                || (text.indexOf('&') >= 0
                        && !Parser.unescapeEntities(text, false).equals(text));
    }

    /** The text as HTML. */
    static String escaped(String text) {
        return Entities.escape(text);
    }

    /** The same to the eye, and the same whether it is taken for text or for HTML: for formats that cannot say which. */
    static String disarmed(String text) {
        return isIn(text) ? BEGINNING.matcher(text).replaceAll("$0" + WORD_JOINER) : text;
    }
}
