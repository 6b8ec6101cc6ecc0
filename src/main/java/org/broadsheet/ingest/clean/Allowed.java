package org.broadsheet.ingest.clean;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The elements and attributes that survive. Pictures, frames and media have writers of their own. */
final class Allowed {
    /** These go with all that is in them: code, fallbacks, and what browsers read by other rules than elements. */
    static final Set<String> DROPPED = words("script style title head template xmp plaintext listing noembed noframes"
            + " textarea select datalist option optgroup canvas link meta base basefont bgsound param frame frameset"
            + " input keygen area isindex mglyph malignmark annotation annotation-xml");

    /** Shown as something plainer, so that paragraphs stay apart. */
    static final Map<String, String> RENAMED = Map.ofEntries(
            entry("center", "div"),
            entry("dialog", "div"),
            entry("dir", "ul"),
            entry("fieldset", "div"),
            entry("form", "div"),
            entry("legend", "div"),
            entry("main", "div"),
            entry("menu", "ul"),
            entry("nav", "div"),
            entry("search", "div"),
            entry("acronym", "abbr"),
            entry("big", "span"),
            entry("strike", "s"),
            entry("tt", "code"));

    static final Set<String> VOID = words("br hr wbr col");

    private static final Set<String> NONE = Set.of();

    private static final Map<String, Set<String>> ELEMENTS = elements();

    private Allowed() {}

    static boolean element(String name) {
        return ELEMENTS.containsKey(name);
    }

    /** All that has no writer of its own. */
    static Set<String> names() {
        return ELEMENTS.keySet();
    }

    /** The attributes that {@code element} may have beside those of all elements. */
    static Set<String> attributes(String element) {
        return ELEMENTS.getOrDefault(element, NONE);
    }

    static Set<String> words(String spaced) {
        return Set.of(spaced.strip().split(" +"));
    }

    private static Map<String, Set<String>> elements() {
        Map<String, Set<String>> withAttributes = Map.ofEntries(
                entry("blockquote", words("cite")),
                entry("q", words("cite")),
                entry("ins", words("cite datetime")),
                entry("del", words("cite datetime")),
                entry("time", words("datetime")),
                entry("data", words("value")),
                entry("details", words("open")),
                entry("ol", words("start type reversed")),
                entry("ul", words("type")),
                entry("li", words("value")),
                entry("col", words("span align")),
                entry("colgroup", words("span align")),
                entry("tr", words("align")),
                entry("td", words("colspan rowspan align")),
                entry("th", words("colspan rowspan align scope abbr")));
        Stream<String> plain =
                Arrays.stream(("p div span br hr wbr h1 h2 h3 h4 h5 h6 hgroup article section aside header footer"
                                + " address pre code kbd samp var tt b strong i em u s small sub sup mark cite dfn abbr bdi bdo"
                                + " ruby rt rp rb rtc dl dt dd figure figcaption summary picture"
                                + " table caption thead tbody tfoot a")
                        .split(" "));
        Map<String, Set<String>> all = plain.collect(Collectors.toMap(name -> name, name -> NONE));
        all.putAll(withAttributes);
        return Map.copyOf(all);
    }
}
