package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.Headline;
import org.broadsheet.model.Page;
import org.broadsheet.model.Position;
import org.broadsheet.model.Selection.State;
import org.broadsheet.model.Stretch;
import org.broadsheet.reading.ReadingRoom;
import org.broadsheet.reading.Shelf;

/** The pages of headlines: all, a folder's, a feed's, the unread, the starred. */
final class StreamPage {
    private static final int HEADLINES = 40;

    private final ReadingRoom room;
    private final Function<Context, AccountId> reader;
    private final Press press;

    StreamPage(ReadingRoom room, Function<Context, AccountId> reader, Press press) {
        this.room = room;
        this.reader = reader;
        this.press = press;
    }

    void addTo(RoutesConfig routes) {
        add(routes, "/", "/mark-read", (ctx, shelf) -> Stream.front(shelf));
        add(routes, "/folders/{slug}", "/folders/{slug}/mark-read", StreamPage::folder);
        add(routes, "/feeds/{id}", "/feeds/{id}/mark-read", StreamPage::feed);
        add(routes, "/unread", "/unread/mark-read", (ctx, shelf) -> Stream.unread(shelf));
        routes.get("/starred", ctx -> show(ctx, (asked, shelf) -> Stream.starred(shelf)));
    }

    private void add(RoutesConfig routes, String path, String markPath, BiFunction<Context, Shelf, Stream> find) {
        routes.get(path, ctx -> show(ctx, find));
        routes.post(markPath, ctx -> markRead(ctx, find));
    }

    private static Stream folder(Context ctx, Shelf shelf) {
        return shelf.folders().stream()
                .filter(summary -> summary.folder().slug().equals(ctx.pathParam("slug")))
                .findFirst()
                .map(summary -> Stream.ofFolder(summary, shelf))
                .orElseThrow(() -> new NotFoundResponse("There is no such folder."));
    }

    private static Stream feed(Context ctx, Shelf shelf) {
        long id = Ask.id(ctx);
        return shelf.feeds().stream()
                .filter(summary -> summary.feed().id().value() == id)
                .findFirst()
                .map(Stream::ofFeed)
                .orElseThrow(() -> new NotFoundResponse("There is no such source, or it was removed."));
    }

    private void show(Context ctx, BiFunction<Context, Shelf, Stream> find) {
        AccountId account = reader.apply(ctx);
        Shelf shelf = room.shelves().of(account);
        Stream stream = find.apply(ctx, shelf);
        boolean part = Press.wantsPart(ctx);
        if (part && ctx.queryParam("since") != null) {
            tellNews(ctx, account, stream);
            return;
        }
        Position after = Ask.after(ctx);
        // Asked before the page is read, so that nothing that comes in between is marked unseen.
        long change = room.headlines().change();
        Page<Headline> page = room.headlines().page(account, stream.selection(), after, HEADLINES);
        StreamView view = StreamView.of(stream, page, change, after, part, press.now());
        if (part) {
            press.part(ctx, "rows", Map.of("view", view));
        } else {
            press.page(ctx, "StreamPage", frame(stream, shelf, change, after == null), view);
        }
    }

    private Frame frame(Stream stream, Shelf shelf, long change, boolean first) {
        Frame frame = press.frame(stream.title(), stream.tab(), shelf).withFeeds(stream.feeds());
        return first && stream.selection().state() != State.STARRED ? frame.telling(change) : frame;
    }

    private void tellNews(Context ctx, AccountId account, Stream stream) {
        long since = Ask.number(ctx.queryParam("since"), "since");
        long arrived = room.live().arrivedSince(account, stream.selection().scope(), since);
        String text = arrived == 0 ? "" : Counts.of(arrived, "new headline");
        press.part(ctx, "pill", Map.of("path", stream.path(), "text", text));
    }

    private void markRead(Context ctx, BiFunction<Context, Shelf, Stream> find) {
        AccountId account = reader.apply(ctx);
        Stream stream = find.apply(ctx, room.shelves().of(account));
        long upTo = Ask.number(ctx.formParam("up_to"), "up_to");
        room.bulkMarking().markRead(account, stream.selection().scope(), Stretch.ALL, upTo);
        ctx.redirect(stream.path(), HttpStatus.SEE_OTHER);
    }
}
