package org.broadsheet.ingest.clean;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * The drawings that survive: SVG's shapes and text without any element that fetches, moves, scripts or holds HTML.
 *
 * <p>Inside {@code svg} nothing but these and text is written, so a browser never changes the parser's namespace there.
 * Only a drawing that states its size is kept: the others are the icons of buttons, which fill a page without their style.
 */
final class Drawings {
    private static final int SMALLEST = 50;

    private static final Set<String> ELEMENTS =
            Allowed.words("svg g a path rect circle ellipse line polyline polygon text tspan");

    /** By their small letters: HTML's parser is the one that knows the large ones. */
    private static final Map<String, String> ATTRIBUTES = Stream.of(("viewBox preserveAspectRatio width height d points"
                            + " x y x1 y1 x2 y2 cx cy r rx ry dx dy rotate transform fill fill-opacity fill-rule opacity"
                            + " stroke stroke-width stroke-opacity stroke-dasharray stroke-linecap stroke-linejoin"
                            + " font-size font-weight font-style text-anchor dominant-baseline")
                    .split(" "))
            .collect(Collectors.toUnmodifiableMap(name -> name.toLowerCase(Locale.ROOT), name -> name));

    /** Numbers, colours, commands of a path. Without colon, slash and quotes there is no address. */
    private static final Pattern VALUE = Pattern.compile("[-+\\w\\s.,%()#]*");

    private Drawings() {}

    static boolean element(String name) {
        return ELEMENTS.contains(name);
    }

    static boolean holdsText(String name) {
        return name.equals("text") || name.equals("tspan");
    }

    /** Whether it says how large it is, and is no icon. */
    static boolean isFigure(Element svg) {
        return AttributeValues.pixels(svg.attr("width")) >= SMALLEST
                && AttributeValues.pixels(svg.attr("height")) >= SMALLEST;
    }

    static void attributes(Element element, Markup out) {
        for (Attribute attribute : element.attributes()) {
            String name = ATTRIBUTES.get(attribute.getKey().toLowerCase(Locale.ROOT));
            if (name != null && VALUE.matcher(attribute.getValue()).matches()) {
                out.attribute(name, attribute.getValue().strip());
            }
        }
    }

    /** What a drawing shows, for those who do not see it. */
    static void description(Element desc, Markup out) {
        out.start("desc").started().text(desc.text()).end("desc");
    }
}
