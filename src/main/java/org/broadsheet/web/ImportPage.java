package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import org.broadsheet.model.AccountId;
import org.broadsheet.reading.ImportReport;
import org.broadsheet.reading.ReadingRoom;

/** Subscriptions in from an OPML file, with a page that says what became of each, and out as one. */
final class ImportPage {
    private final ReadingRoom room;
    private final Readers readers;
    private final Press press;

    ImportPage(ReadingRoom room, Readers readers, Press press) {
        this.room = room;
        this.readers = readers;
        this.press = press;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/sources/opml", this::take);
        routes.get("/sources/opml", this::give);
    }

    private void take(Context ctx) throws IOException {
        AccountId account = readers.account(ctx);
        String address = Ask.field(ctx, "opml_url");
        ImportReport report = address.isEmpty()
                ? room.outlines().importOpml(account, file(ctx))
                : room.outlines().importFrom(account, address);
        if (report.unusable() != null) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Reader reader = readers.of(ctx);
        Texts texts = reader.texts();
        press.page(
                ctx,
                "ImportPage",
                press.frame(texts.get("import.title"), "/sources", reader),
                ImportView.of(report, texts));
    }

    private byte[] file(Context ctx) throws IOException {
        UploadedFile file = ctx.isMultipartFormData() ? ctx.uploadedFile("opml") : null;
        if (file == null) {
            throw new BadRequestResponse(readers.texts(ctx).get("error.no-file"));
        }
        try (InputStream in = file.content()) {
            return in.readAllBytes();
        }
    }

    private void give(Context ctx) {
        ctx.contentType("text/x-opml; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"broadsheet.opml\"")
                .result(room.outlines().exportOpml(readers.account(ctx)));
    }
}
