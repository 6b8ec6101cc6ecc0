package org.broadsheet.web;

import java.util.Locale;
import org.broadsheet.model.SafeHtml;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * What an article's text consists of, as far as its page must know.
 *
 * @param words its letters and digits, for comparing
 */
record Body(String words, boolean hasPictures) {
    // Enough to know the beginning of a text, and short of the ellipsis at the end of a summary.
    private static final int BEGINNING = 60;

    static Body read(SafeHtml html) {
        Document document = Jsoup.parseBodyFragment(html.value());
        return new Body(
                letters(document.text()), !document.select("img, picture").isEmpty());
    }

    /** Whether the text says this within it, so that it need not stand above it once more. */
    boolean repeats(String summary) {
        String beginning = letters(summary);
        return words.contains(beginning.substring(0, Math.min(BEGINNING, beginning.length())));
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
    }
}
