package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.broadsheet.model.AccountId;
import org.broadsheet.reading.ImportReport;
import org.broadsheet.reading.Imports.Progress;
import org.broadsheet.reading.ReadingRoom;

/** Subscriptions in from an OPML file, with a page that says how far it is and what became of each, and out as one. */
final class ImportPage {
    /** Most lists are taken by then, so that nobody sees a bar that is full at once. */
    private static final Duration AT_FIRST = Duration.ofMillis(700);

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
        routes.get("/sources/imports/{name}", this::show);
    }

    private void take(Context ctx) throws IOException {
        AccountId account = readers.account(ctx);
        String address = Ask.field(ctx, "opml_url");
        String name = (address.isEmpty()
                        ? room.imports().begin(account, file(ctx))
                        : room.imports().beginFrom(account, address))
                .orElseThrow(
                        () -> new ServiceUnavailableResponse(readers.texts(ctx).get("error.many-imports")));
        room.imports().await(name, AT_FIRST);
        ctx.redirect("/sources/imports/" + name, HttpStatus.SEE_OTHER);
    }

    private void show(Context ctx) {
        Texts texts = readers.texts(ctx);
        Progress progress = room.imports()
                .find(readers.account(ctx), ctx.pathParam("name"))
                .orElseThrow(() -> new NotFoundResponse(texts.get("error.no-import")));
        ImportReport report = progress.report();
        if (report != null && report.unusable() != null) {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        ctx.header("Cache-Control", "no-store");
        Reader reader = readers.of(ctx);
        press.page(
                ctx,
                "ImportPage",
                press.frame(texts.get("import.title"), "/sources", reader),
                ImportView.of(ctx.path(), progress, texts));
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
