package org.broadsheet.ingest.clean;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Writes films and sounds: always with controls, never playing by themselves. */
record Media(Addresses addresses) {
    private static final Set<String> PRELOAD = Set.of("none", "metadata");
    private static final Set<String> TRACKS = Set.of("subtitles", "captions", "descriptions", "chapters");

    static boolean element(String name) {
        return name.equals("video") || name.equals("audio");
    }

    void start(Element media, Markup out) {
        String name = media.normalName();
        out.start(name).attribute("src", address(media, "src"));
        if (name.equals("video")) {
            out.attribute("poster", address(media, "poster"))
                    .attribute("width", AttributeValues.pixels(media.attr("width")))
                    .attribute("height", AttributeValues.pixels(media.attr("height")));
        }
        out.attribute("controls", "")
                .attribute("loop", media.hasAttr("loop") ? "" : null)
                .attribute("muted", media.hasAttr("muted") ? "" : null)
                .attribute("preload", PRELOAD.contains(media.attr("preload")) ? media.attr("preload") : "metadata")
                .started();
    }

    void source(Element source, Markup out) {
        String src = address(source, "src");
        if (src == null) return;
        out.start("source")
                .attribute("src", src)
                .attribute("type", AttributeValues.text(source.attr("type")))
                .attribute("media", AttributeValues.text(source.attr("media")))
                .started();
    }

    void track(Element track, Markup out) {
        String src = address(track, "src");
        if (src == null) return;
        String kind = track.attr("kind");
        out.start("track")
                .attribute("src", src)
                .attribute("kind", TRACKS.contains(kind) ? kind : null)
                .attribute("srclang", AttributeValues.kept("lang", track.attr("srclang")))
                .attribute("label", AttributeValues.text(track.attr("label")))
                .attribute("default", track.hasAttr("default") ? "" : null)
                .started();
    }

    private @Nullable String address(Element element, String attribute) {
        String given = element.attr(attribute);
        String late = given.isBlank() ? element.attr("data-" + attribute) : given;
        return addresses.media(late);
    }
}
