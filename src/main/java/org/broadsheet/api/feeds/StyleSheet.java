package org.broadsheet.api.feeds;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.broadsheet.server.ETags;
import org.broadsheet.text.Hashes;

/** What makes a page that explains itself of a feed in a browser: CSS alone, because browsers give up XSLT. */
final class StyleSheet {
    private final byte[] css = read();
    private final String tag = Hashes.of(css);

    void write(Context ctx) {
        ctx.header("Cache-Control", "public, max-age=3600");
        if (!ETags.notModified(ctx, tag)) {
            ctx.contentType("text/css; charset=utf-8").result(new String(css, StandardCharsets.UTF_8));
        }
    }

    private static byte[] read() {
        try (InputStream in = StyleSheet.class.getResourceAsStream("/web/css/feed.css")) {
            if (in == null) {
                throw new IllegalStateException("/web/css/feed.css is missing in the JAR");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
