package org.broadsheet.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.broadsheet.model.SafeHtml;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What an article's text consists of, as far as its page must know.
 *
 * @param words its letters and digits, for comparing
 * @param embeds the frames in it: the page's policy lets none load, so they are offered as links
 */
record Body(String words, boolean hasPictures, List<Link> embeds) {
    // Enough to know the beginning of a text, and short of the ellipsis at the end of a summary.
    private static final int BEGINNING = 60;

    static Body read(SafeHtml html) {
        Document document = Jsoup.parseBodyFragment(html.value());
        List<Link> embeds = new ArrayList<>();
        for (Element frame : document.select("iframe[src]")) {
            String address = Link.safe(frame.attr("src"));
            if (address != null) {
                embeds.add(new Link(address, name(frame, address)));
            }
        }
        return new Body(
                letters(document.text()), !document.select("img, picture").isEmpty(), embeds);
    }

    /** Whether the text says this within it, so that it need not stand above it once more. */
    boolean repeats(String summary) {
        String beginning = letters(summary);
        return words.contains(beginning.substring(0, Math.min(BEGINNING, beginning.length())));
    }

    private static String name(Element frame, String address) {
        String title = frame.attr("title").strip();
        String host = address.replaceFirst("^https?://([^/?#]*).*", "$1");
        return title.isEmpty() ? host : title + " · " + host;
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
    }
}
