package org.broadsheet.ingest.parse;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Makes the links inside HTML absolute.
 *
 * <p>A quick look decides whether there is any relative one; most feeds have none, and their HTML is not touched.
 */
final class RelativeLinks {
    private static final Pattern RELATIVE = Pattern.compile(
            "[\\s\"'](?:href|src|srcset|poster|cite|longdesc|background|data|data-src|data-srcset)\\s*=\\s*(?![\"']?\\s*(?:https?:|mailto:|data:|#))",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> SINGLE =
            List.of("href", "src", "poster", "cite", "longdesc", "background", "data", "data-src", "xlink:href");
    private static final int MOST_CANDIDATES = 30;
    private static final List<String> LISTS = List.of("srcset", "data-srcset");

    private RelativeLinks() {}

    static String absolute(String html, @Nullable String base) {
        if (base == null || html.indexOf('<') < 0 || !RELATIVE.matcher(html).find()) {
            return html;
        }
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        for (Element element : document.body().getAllElements()) {
            resolve(element, base);
        }
        return document.body().html();
    }

    private static void resolve(Element element, String base) {
        for (String name : SINGLE) {
            if (element.hasAttr(name) && !element.attr(name).strip().startsWith("#")) {
                element.attr(name, Addresses.resolve(base, element.attr(name)));
            }
        }
        for (String name : LISTS) {
            if (element.hasAttr(name)) {
                element.attr(name, candidates(element.attr(name), base));
            }
        }
    }

    private static String candidates(String srcset, String base) {
        return Stream.of(srcset.split(",\\s+", MOST_CANDIDATES + 1))
                .limit(MOST_CANDIDATES)
                .map(String::strip)
                .filter(candidate -> !candidate.isEmpty())
                .map(candidate -> Addresses.resolve(base, candidate))
                .collect(Collectors.joining(", "));
    }
}
