package org.broadsheet.ingest.clean;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Writes the pictures of one fragment: finds those that a script was to load, leaves out those that only count readers. */
final class Pictures {
    /** The names under which lazy loaders keep the true address, best first. */
    private static final List<String> LAZY_SOURCES = List.of(
            "data-src",
            "data-lazy-src",
            "data-original",
            "data-original-src",
            "data-orig-src",
            "data-url",
            "data-hi-res-src");

    private static final List<String> LAZY_SETS = List.of("data-srcset", "data-lazy-srcset", "data-original-set");

    private static final Pattern HIDDEN = Pattern.compile(
            "display\\s*:\\s*none|visibility\\s*:\\s*hidden|(?<![-\\w])(?:width|height)\\s*:\\s*[01](?:\\.\\d+)?(?:px)?\\s*(?:;|!|$)",
            Pattern.CASE_INSENSITIVE);

    /** Files that stand for a picture until a script puts it there. */
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "/(?:blank|spacer|transparent|placeholder|pixel|1x1|clear|trans|lazy[-_]?load(?:er)?)(?:[-_]?\\d*)\\.(?:gif|png|svg)(?:$|\\?)",
            Pattern.CASE_INSENSITIVE);

    private final Addresses addresses;
    private final Set<String> written = new HashSet<>();

    Pictures(Addresses addresses) {
        this.addresses = addresses;
    }

    /** Writes an {@code img} of any spelling, or nothing when it shows nothing. */
    void image(Element img, Markup out) {
        if (counts(img)) return;
        Srcset sizes = sizes(img);
        String source = source(img, sizes);
        if (source == null || PLACEHOLDER.matcher(source).find() || Beacons.contains(source)) return;
        written.add(source);
        out.start("img").attribute("src", source);
        if (!sizes.isEmpty()) {
            out.attribute("srcset", sizes.toString()).attribute("sizes", AttributeValues.text(img.attr("sizes")));
        }
        out.attribute("alt", img.hasAttr("alt") ? img.attr("alt").strip() : null)
                .attribute("title", AttributeValues.text(img.attr("title")))
                .attribute("width", AttributeValues.pixels(img.attr("width")))
                .attribute("height", AttributeValues.pixels(img.attr("height")))
                .attribute("loading", "lazy")
                .started();
    }

    /** Writes the copy for readers without scripts, unless the picture was found already. */
    void withoutScript(Element img, Markup out) {
        String source = source(img, sizes(img));
        if (source != null && !written.contains(source)) image(img, out);
    }

    /** Writes a {@code source} of a {@code picture}, or nothing when it has no usable address. */
    void source(Element source, Markup out) {
        Srcset sizes = sizes(source);
        if (sizes.isEmpty()) return;
        out.start("source")
                .attribute("srcset", sizes.toString())
                .attribute("sizes", AttributeValues.text(source.attr("sizes")))
                .attribute("media", AttributeValues.text(source.attr("media")))
                .attribute("type", AttributeValues.text(source.attr("type")))
                .started();
    }

    private @Nullable String source(Element img, Srcset sizes) {
        for (String name : LAZY_SOURCES) {
            String late = img.attr(name);
            String found = late.isBlank() || late.contains("{") ? null : addresses.media(late);
            if (found != null) return found;
        }
        String plain = img.attr("src").isBlank() ? null : addresses.picture(img.attr("src"));
        if (sizes.isEmpty() || (plain != null && !PLACEHOLDER.matcher(plain).find())) return plain;
        return sizes.candidates().get(0).url();
    }

    private Srcset sizes(Element element) {
        for (String name : LAZY_SETS) {
            Srcset late = Srcset.of(element.attr(name), addresses);
            if (!late.isEmpty()) return late;
        }
        return Srcset.of(element.attr("srcset"), addresses);
    }

    /** Too small to be seen, or hidden although no script was to show it later. */
    private static boolean counts(Element img) {
        int width = AttributeValues.pixels(img.attr("width"));
        int height = AttributeValues.pixels(img.attr("height"));
        if (width == 0 || width == 1 || height == 0 || height == 1) return true;
        boolean hidden =
                img.hasAttr("hidden") || HIDDEN.matcher(img.attr("style")).find();
        return hidden && LAZY_SOURCES.stream().noneMatch(img::hasAttr);
    }
}
