package org.broadsheet.ingest.parse;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;

/** HTML to one line of plain text, for titles and names. */
final class Plain {
    private static final Pattern TAG = Pattern.compile("</?([A-Za-z][A-Za-z0-9]*)(?=[\\s/>])[^<>]*>?");
    private static final Pattern BARE_TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]*)>");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern OLD_TAGS = Pattern.compile(
            "applet|basefont|bgsound|big|blink|center|dir|embed|font|frame|frameset|isindex|layer|marquee|noembed|noframes|strike|tt",
            Pattern.CASE_INSENSITIVE);

    /** The elements whose end may be left out (HTML §13.1.2.4), and those that have none. */
    private static final Set<String> MAY_STAY_OPEN =
            Set.of(("html head body li dt dd p rt rp optgroup option colgroup caption thead tbody tfoot tr td th"
                            + " area base br col embed hr img input link meta source track wbr")
                    .split(" "));

    /** No title or name is nearly as long; markup of this length can make a tree of megabytes. */
    private static final int LONGEST = 20_000;

    private Plain() {}

    static String ofHtml(String text) {
        String html = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        if (html.indexOf('<') >= 0 && hasMarkup(html)) {
            return oneLine(Jsoup.parseBodyFragment(escapingNamed(html)).text());
        }
        return oneLine(html.indexOf('&') < 0 ? html : Parser.unescapeEntities(html, false));
    }

    /** Whether it has a tag of HTML, and none that HTML does not know: "List&lt;String&gt;" is text. */
    static boolean hasMarkup(String text) {
        boolean found = false;
        Matcher tags = TAG.matcher(text);
        while (tags.find()) {
            String name = tags.group(1);
            if (!Tag.isKnownTag(name.toLowerCase(Locale.ROOT))
                    && !OLD_TAGS.matcher(name).matches()) {
                return false;
            }
            found = true;
        }
        return found;
    }

    /** Where a text speaks of a tag, as in "The &lt;title&gt; element", nothing closes it; HTML would drop all that follows some. */
    private static String escapingNamed(String html) {
        Map<String, Integer> closed = new HashMap<>();
        BARE_TAG.matcher(html)
                .results()
                .filter(tag -> !tag.group(1).isEmpty())
                .forEach(tag -> closed.put(tag.group(2).toLowerCase(Locale.ROOT), tag.start()));
        return BARE_TAG.matcher(html).replaceAll(tag -> {
            String name = tag.group(2).toLowerCase(Locale.ROOT);
            boolean named = tag.group(1).isEmpty()
                    && !MAY_STAY_OPEN.contains(name)
                    && closed.getOrDefault(name, -1) < tag.start();
            return named ? "&lt;" + tag.group(2) + ">" : tag.group();
        });
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
