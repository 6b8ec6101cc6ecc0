package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.broadsheet.model.Headline;
import org.broadsheet.model.Page;
import org.broadsheet.model.Position;
import org.broadsheet.model.Selection.Order;
import org.broadsheet.model.Selection.State;
import org.broadsheet.reading.ReadingRoom;

/** The pages of headlines: all, a folder's, a feed's, the unread, the starred. */
final class StreamPage {
    private static final int HEADLINES = 50;
    private static final List<String> PATHS =
            List.of("/", "/folders/{slug}", "/feeds/{id}", "/labels/{slug}", "/unread", "/starred");

    private final ReadingRoom room;
    private final Readers readers;
    private final Press press;

    StreamPage(ReadingRoom room, Readers readers, Press press) {
        this.room = room;
        this.readers = readers;
        this.press = press;
    }

    void addTo(RoutesConfig routes) {
        PATHS.forEach(path -> routes.get(path, this::show));
    }

    private void show(Context ctx) {
        Reader reader = readers.of(ctx);
        Stream stream = stream(ctx, reader);
        boolean part = Press.wantsPart(ctx);
        if (part && ctx.queryParam("since") != null) {
            tellNews(ctx, reader, stream);
            return;
        }
        Position after = Ask.after(ctx);
        // Asked before the page is read, so that nothing that comes in between is marked unseen.
        long change = room.headlines().change();
        Page<Headline> page = room.headlines().page(reader.account(), stream.selection(), after, HEADLINES);
        StreamView view = StreamView.of(stream, page, change, after, part, press.edition(reader));
        if (part) {
            press.part(ctx, "rows", Map.of("view", view, "t", reader.texts()));
        } else {
            Frame frame = frame(stream, reader, change, after == null);
            press.page(ctx, "StreamPage", frame, view.saying(Marked.said(ctx, stream, reader.texts())));
        }
    }

    private static Stream stream(Context ctx, Reader reader) {
        Stream stream = Streams.at(path(ctx), reader)
                .orElseThrow(() -> new NotFoundResponse(reader.texts().get(missing(ctx.path()))));
        Order order = Ask.oneOf(ctx, "order", Order.class, Order.NEWEST);
        State state = Ask.oneOf(ctx, "state", State.class, stream.selection().state());
        return stream.only(state, order, reader.texts());
    }

    private static String missing(String path) {
        if (path.startsWith("/labels/")) {
            return "error.no-label";
        }
        return path.startsWith("/folders/") ? "error.no-folder" : "error.no-source";
    }

    /** As streams know it: decoded, and without a slash at its end. */
    private static String path(Context ctx) {
        String path = URLDecoder.decode(ctx.path().replace("+", "%2B"), StandardCharsets.UTF_8);
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private Frame frame(Stream stream, Reader reader, long change, boolean first) {
        Frame frame = press.frame(stream.title(), stream.tab(), reader).withFeeds(stream.feeds());
        return first && stream.selection().state() != State.STARRED ? frame.telling(change) : frame;
    }

    private void tellNews(Context ctx, Reader reader, Stream stream) {
        long since = Ask.number(ctx, ctx.queryParam("since"), "since");
        long arrived =
                room.live().arrivedSince(reader.account(), stream.selection().scope(), since);
        String text = arrived == 0 ? "" : reader.texts().get("stream.new-headlines", arrived);
        press.part(ctx, "pill", Map.of("path", stream.href(), "text", text));
    }
}
