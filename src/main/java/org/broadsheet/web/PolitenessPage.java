package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
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
        Reader reader = readers.of(ctx);
        PolitenessView view = PolitenessView.of(room.politeness().hosts(reader.account()), press.edition(reader));
        press.page(
                ctx, "PolitenessPage", press.frame(reader.texts().get("politeness.title"), "/sources", reader), view);
    }
}
