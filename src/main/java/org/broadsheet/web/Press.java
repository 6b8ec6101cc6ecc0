package org.broadsheet.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;

/** Prints pages from templates that were compiled in the build. Thread-safe. */
final class Press {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Assets assets;
    private final InstantSource clock;
    private final ZoneId zone;

    /**
     * Builds it.
     *
     * @param zone in which dates are told
     */
    Press(Assets assets, InstantSource clock, ZoneId zone) {
        this.assets = assets;
        this.clock = clock;
        this.zone = zone;
    }

    /** Now. */
    Instant at() {
        return clock.instant();
    }

    /** What pages are made of now for this reader. */
    Edition edition(Reader reader) {
        return new Edition(clock.instant(), zone, reader.texts());
    }

    /** The frame of a page, with the tab of this path as the current one. */
    Frame frame(String title, String tab, Reader reader) {
        return Frame.of(assets, title, tab, reader, edition(reader));
    }

    /** Answers with a page. */
    void page(Context ctx, String template, Frame frame, Object view) {
        print(ctx, template, Map.of("frame", frame, "view", view));
    }

    /** Answers with a part of a page. */
    void part(Context ctx, String template, Map<String, Object> parameters) {
        print(ctx, "part/" + template, parameters);
    }

    /** Whether htmx asks for a part of the page; when it restores a page from its history it wants all of it. */
    static boolean wantsPart(Context ctx) {
        // The same address answers with a page or a part of it, which caches have to know.
        ctx.res().addHeader("Vary", "HX-Request");
        return ctx.header("HX-Request") != null && ctx.header("HX-History-Restore-Request") == null;
    }

    private void print(Context ctx, String template, Map<String, Object> parameters) {
        ctx.res().addHeader("Vary", "Accept-Language");
        ctx.contentType("text/html; charset=utf-8").result(printed(template, parameters));
    }

    /** A page as bytes of UTF-8. */
    byte[] printed(String template, Frame frame, Object view) {
        return printed(template, Map.of("frame", frame, "view", view));
    }

    private byte[] printed(String template, Map<String, Object> parameters) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        templates.render(template + ".jte", parameters, output);
        return output.toByteArray();
    }
}
