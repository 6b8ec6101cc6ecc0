package org.broadsheet.text;

import java.lang.Character.UnicodeScript;
import java.util.Set;
import org.jsoup.Jsoup;

/** Text out of HTML, for titles, summaries and counts. */
public final class PlainText {
    /** Scripts without blanks between words: about two characters make a word. */
    private static final Set<UnicodeScript> UNSPACED =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.THAI);

    private PlainText() {}

    /** The text of a piece of HTML, blanks folded, without that of scripts and styles. */
    public static String of(String html) {
        return html.isEmpty() ? "" : Jsoup.parseBodyFragment(html).text().strip();
    }

    /** The beginning of a text, cut between words and ended by an ellipsis where it is longer than {@code most}. */
    public static String excerpt(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = text.lastIndexOf(' ', most - 1);
        int cut = end > most / 2 ? end : most - 1;
        if (Character.isHighSurrogate(text.charAt(cut - 1))) {
            cut--;
        }
        return text.substring(0, cut).replaceFirst("[\\s,;:.–—-]+$", "") + "…";
    }

    /** How many words a text has. */
    public static int words(String text) {
        int words = 0;
        int unspaced = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean letter = Character.isLetterOrDigit(c);
            if (letter && UNSPACED.contains(UnicodeScript.of(c))) {
                unspaced++;
                inWord = false;
            } else {
                words += letter && !inWord ? 1 : 0;
                inWord = letter || (inWord && !Character.isWhitespace(c));
            }
        }
        return words + (unspaced + 1) / 2;
    }
}
