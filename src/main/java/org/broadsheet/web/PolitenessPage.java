package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Function;
import org.broadsheet.model.AccountId;
import org.broadsheet.reading.ReadingRoom;

/** The page that shows what each host was asked, and how it answered. */
final class PolitenessPage {
    private final ReadingRoom room;
    private final Function<Context, AccountId> reader;
    private final Press press;

    PolitenessPage(ReadingRoom room, Function<Context, AccountId> reader, Press press) {
        this.room = room;
        this.reader = reader;
        this.press = press;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/politeness", this::show);
    }

    private void show(Context ctx) {
        AccountId account = reader.apply(ctx);
        PolitenessView view = PolitenessView.of(room.politeness().hosts(account), press.now());
        press.page(
                ctx,
                "PolitenessPage",
                press.frame("Politeness", "/sources", room.shelves().of(account)),
                view);
    }
}
