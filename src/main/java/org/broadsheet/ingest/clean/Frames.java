package org.broadsheet.ingest.clean;

import org.broadsheet.text.Url;
import org.jsoup.nodes.Element;

/** Writes frames: known players sandboxed, with none of the publisher's attributes but size and title; of others a link. */
record Frames(Addresses addresses) {
    /**
     * A player needs its own origin to play and never the reader's. Without allow-top-navigation it cannot lead the
     * page away.
     */
    private static final String SANDBOX = "allow-scripts allow-same-origin allow-popups allow-presentation";

    /** @param linked whether a link is open already: links do not nest */
    void frame(Element frame, boolean linked, Markup out) {
        Url asked = addresses.web(frame.attr(frame.attr("src").isBlank() ? "data-src" : "src"));
        if (asked == null || Beacons.contains(asked.toString()) || hidden(frame)) return;
        Player.of(asked).ifPresentOrElse(player -> player(player.frame(asked), frame, out), () -> {
            if (!linked) link(asked, frame, out);
        });
    }

    private static void player(Url address, Element frame, Markup out) {
        out.start("iframe")
                .attribute("src", address.toString())
                .attribute("title", AttributeValues.text(frame.attr("title")))
                .attribute("width", AttributeValues.pixels(frame.attr("width")))
                .attribute("height", AttributeValues.pixels(frame.attr("height")))
                .attribute("sandbox", SANDBOX)
                .attribute("loading", "lazy")
                // YouTube plays nothing for pages that hide where they are.
                .attribute("referrerpolicy", "strict-origin-when-cross-origin")
                .attribute("allowfullscreen", "")
                .started()
                .end("iframe");
    }

    private static void link(Url address, Element frame, Markup out) {
        String title = AttributeValues.text(frame.attr("title"));
        out.start("a")
                .attribute("href", address.toString())
                .attribute("rel", Links.REL)
                .started()
                .text(title == null ? address.host() : title)
                .end("a");
    }

    private static boolean hidden(Element frame) {
        int width = AttributeValues.pixels(frame.attr("width"));
        int height = AttributeValues.pixels(frame.attr("height"));
        return width == 0 || width == 1 || height == 0 || height == 1;
    }
}
