package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.Article;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.Revision;
import org.broadsheet.reading.ReadingRoom;

/** The page that shows what the publisher changed in an article. */
final class ChangesPage {
    private final ReadingRoom room;
    private final Readers readers;
    private final Press press;

    ChangesPage(ReadingRoom room, Readers readers, Press press) {
        this.room = room;
        this.readers = readers;
        this.press = press;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/entries/{id}/changes", this::show);
    }

    private void show(Context ctx) {
        Reader reader = readers.of(ctx);
        AccountId account = reader.account();
        EntryId id = new EntryId(Ask.id(ctx));
        Article article = room.headlines()
                .article(account, id)
                .orElseThrow(() -> new NotFoundResponse(reader.texts().get("error.no-article")));
        List<Revision> earlier = room.headlines().revisions(account, id);
        if (earlier.isEmpty()) {
            throw new NotFoundResponse(reader.texts().get("error.no-changes"));
        }
        int newest = earlier.get(earlier.size() - 1).number();
        int number = ctx.queryParam("text") == null ? newest : (int) Ask.number(ctx, ctx.queryParam("text"), "text");
        ChangesView view = ChangesView.of(article, earlier, number, press.edition(reader));
        press.page(
                ctx,
                "ChangesPage",
                press.frame(
                        reader.texts()
                                .get("changes.title", article.headline().entry().title()),
                        "/",
                        reader),
                view);
    }
}
