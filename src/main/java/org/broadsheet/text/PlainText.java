package org.broadsheet.text;

import java.text.BreakIterator;
import java.util.Locale;
import org.jsoup.parser.Parser;

/** What HTML says, without its tags. */
public final class PlainText {
    private static final String ELLIPSIS = "…";

    private PlainText() {}

    /** The text of a fragment on one line: runs of blanks are one space, blocks are apart, scripts and styles say nothing. */
    public static String of(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) return html.strip().replaceAll("\\s+", " ");
        return Parser.parseBodyFragment(html, "").body().text().strip();
    }

    /**
     * The beginning of a text, with an ellipsis where something was left out.
     *
     * @param maxChars the longest outcome in UTF-16 units, the ellipsis counted; at least 1
     */
    public static String excerpt(String text, int maxChars) {
        if (text.length() <= maxChars) return text;
        int room = maxChars - ELLIPSIS.length();
        int word = text.lastIndexOf(' ', room);
        // Chinese and Japanese have no spaces, and a lone early one would leave next to nothing.
        int end = word > room / 2 ? word : characterBefore(text, room);
        return withoutPunctuation(text.substring(0, end)) + ELLIPSIS;
    }

    private static String withoutPunctuation(String beginning) {
        int end = beginning.length();
        while (end > 0 && endsNothing(beginning.charAt(end - 1))) end--;
        return beginning.substring(0, end);
    }

    private static boolean endsNothing(char c) {
        return Character.isWhitespace(c)
                || ",;:.".indexOf(c) >= 0
                || Character.getType(c) == Character.DASH_PUNCTUATION;
    }

    /** Never between a letter and its accent or in the middle of an emoji. */
    private static int characterBefore(String text, int at) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        return characters.isBoundary(at) ? at : characters.preceding(at);
    }
}
