package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.Label;
import org.broadsheet.model.LabelId;
import org.broadsheet.reading.Labelling;
import org.broadsheet.reading.ReadingRoom;

/** What the form below an article does: labels on, and off again. */
final class Labels {
    private final Labelling labelling;
    private final Readers readers;

    Labels(ReadingRoom room, Readers readers) {
        this.labelling = room.labelling();
        this.readers = readers;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/entries/{id}/labels", this::change);
    }

    private void change(Context ctx) {
        AccountId account = readers.account(ctx);
        EntryId entry = new EntryId(Ask.id(ctx));
        if (ctx.formParam("remove") != null) {
            labelling.remove(account, entry, new LabelId(Ask.number(ctx, ctx.formParam("remove"), "remove")));
        } else {
            add(ctx, account, entry, Ask.field(ctx, "label"));
        }
        ctx.redirect("/entries/" + entry + "#labels", HttpStatus.SEE_OTHER);
    }

    private void add(Context ctx, AccountId account, EntryId entry, String name) {
        Texts texts = readers.texts(ctx);
        if (!Label.isName(name)) {
            throw new BadRequestResponse(texts.get("error.label-name", Label.LONGEST_NAME));
        }
        if (labelling.add(account, entry, name).isEmpty()) {
            throw new NotFoundResponse(texts.get("error.no-article"));
        }
    }
}
