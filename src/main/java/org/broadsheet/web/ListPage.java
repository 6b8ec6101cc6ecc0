package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import org.broadsheet.reading.FollowedList;
import org.broadsheet.reading.ReadingRoom;
import org.jspecify.annotations.Nullable;

/** What the file of subscriptions would change, to be carried out or left. */
final class ListPage {
    private final ReadingRoom room;
    private final Readers readers;
    private final Press press;

    ListPage(ReadingRoom room, Readers readers, Press press) {
        this.room = room;
        this.readers = readers;
        this.press = press;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/sources/list", ctx -> show(ctx, said(ctx)));
        routes.post("/sources/list", this::decide);
    }

    private void show(Context ctx, @Nullable String said) {
        Reader reader = readers.of(ctx);
        Texts texts = reader.texts();
        ctx.header("Cache-Control", "no-store");
        press.page(
                ctx,
                "ListPage",
                press.frame(texts.get("list.title"), "/sources", reader),
                ListView.of(list(ctx).standing(), said, texts));
    }

    private FollowedList list(Context ctx) {
        return room.followedList()
                .orElseThrow(() -> new NotFoundResponse(readers.texts(ctx).get("error.no-list")));
    }

    private @Nullable String said(Context ctx) {
        return ctx.queryParam("done") == null ? null : readers.texts(ctx).get("list.done");
    }

    private void decide(Context ctx) {
        String plan = Ask.field(ctx, "plan");
        boolean isCurrent = switch (Ask.field(ctx, "act")) {
            case "apply" -> list(ctx).apply(plan);
            case "leave" -> list(ctx).leave(plan);
            default -> throw Ask.unfit(ctx, "act");
        };
        if (isCurrent) {
            ctx.redirect("/sources/list?done=1", HttpStatus.SEE_OTHER);
        } else {
            ctx.status(HttpStatus.CONFLICT);
            show(ctx, readers.texts(ctx).get("list.changed-again"));
        }
    }
}
