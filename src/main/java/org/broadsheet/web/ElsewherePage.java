package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import org.broadsheet.reading.PrivateAddresses;
import org.broadsheet.reading.ReadingRoom;
import org.jspecify.annotations.Nullable;

/** A stream for other programs: its feeds in all formats, and private addresses of it, made and revoked. */
final class ElsewherePage {
    private final PrivateAddresses addresses;
    private final Readers readers;
    private final Surroundings surroundings;
    private final Press press;

    ElsewherePage(ReadingRoom room, Readers readers, Surroundings surroundings, Press press) {
        this.addresses = room.privateAddresses();
        this.readers = readers;
        this.surroundings = surroundings;
        this.press = press;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/elsewhere", ctx -> show(ctx, null));
        routes.post("/elsewhere", this::make);
        routes.post("/elsewhere/{id}/revoke", this::revoke);
    }

    private void show(Context ctx, @Nullable String made) {
        Reader reader = readers.of(ctx);
        Stream stream = stream(reader, made == null ? ctx.queryParam("page") : ctx.formParam("page"));
        // What opens a private address is told this once.
        ctx.header("Cache-Control", "no-store");
        press.page(
                ctx,
                "ElsewherePage",
                press.frame(reader.texts().get("elsewhere.title"), stream.tab(), reader)
                        .withFeeds(stream.feeds()),
                new ElsewhereView.Making(
                                surroundings.base().of(ctx), surroundings.hubs(), stream, press.edition(reader))
                        .of(addresses.all(reader.account()), reader.shelf(), made));
    }

    private static Stream stream(Reader reader, @Nullable String page) {
        return Streams.at(page == null ? "/" : page, reader)
                .orElseThrow(() -> new NotFoundResponse(reader.texts().get("error.no-stream")));
    }

    private void make(Context ctx) {
        Reader reader = readers.of(ctx);
        Stream stream = stream(reader, ctx.formParam("page"));
        String token = addresses
                .make(reader.account(), stream.name(), Ask.field(ctx, "note"))
                .orElseThrow(() -> new ConflictResponse(reader.texts().get("error.many-addresses")));
        ctx.status(HttpStatus.CREATED);
        show(ctx, token);
    }

    private void revoke(Context ctx) {
        Reader reader = readers.of(ctx);
        if (!addresses.revoke(reader.account(), Ask.id(ctx))) {
            throw new NotFoundResponse(reader.texts().get("error.no-address"));
        }
        // The stream it was made on may be gone by now.
        Stream stream = Streams.at(ctx.formParam("page"), reader).orElseGet(() -> Streams.front(reader.shelf()));
        ctx.redirect(stream.elsewhere(), HttpStatus.SEE_OTHER);
    }
}
