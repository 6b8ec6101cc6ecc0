package org.broadsheet.ingest.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;

/** HTML to one line of plain text, for titles and names. */
final class Plain {
    private static final Pattern TAG = Pattern.compile("</?([A-Za-z][A-Za-z0-9]*)(?=[\\s/>])[^<>]*>?");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern OLD_TAGS = Pattern.compile(
            "applet|basefont|bgsound|big|blink|center|dir|embed|font|frame|frameset|isindex|layer|marquee|noembed|noframes|strike|tt",
            Pattern.CASE_INSENSITIVE);

    /** No title or name is nearly as long; markup of this length can make a tree of megabytes. */
    private static final int LONGEST = 20_000;

    private Plain() {}

    static String ofHtml(String text) {
        String html = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        if (html.indexOf('<') >= 0 && hasMarkup(html)) {
            return oneLine(Jsoup.parseBodyFragment(html).text());
        }
        return oneLine(html.indexOf('&') < 0 ? html : Parser.unescapeEntities(html, false));
    }

    /** Whether it has a tag of HTML, and none that HTML does not know: "List&lt;String&gt;" is text. */
    static boolean hasMarkup(String text) {
        boolean found = false;
        Matcher tags = TAG.matcher(text);
        while (tags.find()) {
            String name = tags.group(1);
            if (!Tag.isKnownTag(name.toLowerCase(java.util.Locale.ROOT))
                    && !OLD_TAGS.matcher(name).matches()) {
                return false;
            }
            found = true;
        }
        return found;
    }

    static String oneLine(String text) {
        return isOneLine(text)
                ? text.strip()
                : SPACE.matcher(text).replaceAll(" ").strip();
    }

    /** Whether each blank is a single space. */
    private static boolean isOneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean twice = c == ' ' && i > 0 && text.charAt(i - 1) == ' ';
            if (c < ' ' || c == '\u00a0' || twice) return false;
        }
        return true;
    }
}
