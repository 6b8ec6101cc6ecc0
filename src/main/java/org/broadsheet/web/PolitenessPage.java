package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.broadsheet.model.AccountId;
import org.broadsheet.reading.ReadingRoom;

/** The page that shows what each host was asked, and how it answered. */
final class PolitenessPage {
    private final ReadingRoom room;
    private final Readers readers;
    private final Press press;

    PolitenessPage(ReadingRoom room, Readers readers, Press press) {
        this.room = room;
        this.readers = readers;
        this.press = press;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/politeness", this::show);
    }

    private void show(Context ctx) {
        AccountId account = readers.account(ctx);
        PolitenessView view = PolitenessView.of(room.politeness().hosts(account), press.now());
        press.page(ctx, "PolitenessPage", press.frame("Politeness", "/sources", readers.of(ctx)), view);
    }
}
