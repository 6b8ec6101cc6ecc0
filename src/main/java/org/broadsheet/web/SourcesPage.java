package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.PollRound;
import org.broadsheet.reading.FollowedList;
import org.broadsheet.reading.ReadingRoom;
import org.broadsheet.reading.Shelf;
import org.jspecify.annotations.Nullable;

/** The page of all sources: how each fares, removing them, asking them now. */
final class SourcesPage {
    private final ReadingRoom room;
    private final Readers readers;
    private final Set<String> unverifiedHosts;
    private final Press press;

    SourcesPage(ReadingRoom room, Readers readers, Set<String> unverifiedHosts, Press press) {
        this.room = room;
        this.readers = readers;
        this.unverifiedHosts = unverifiedHosts;
        this.press = press;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/sources", this::show);
        routes.post("/sources/poll", ctx -> poll(ctx, null));
        routes.post("/sources/{id}/poll", ctx -> poll(ctx, List.of(new FeedId(Ask.id(ctx)))));
        routes.post("/sources/{id}/remove", this::remove);
    }

    private void show(Context ctx) {
        Optional<RoundView> round = round(ctx);
        if (Press.wantsPart(ctx) && round.isPresent()) {
            press.part(ctx, "round", Map.of("round", round.get(), "t", readers.texts(ctx)));
        } else {
            Reader reader = readers.of(ctx);
            show(ctx, reader, Wish.of(ctx.queryParam("url")), said(ctx, reader), round.orElse(null));
        }
    }

    /** Shows the page with a wish that was refused in its form. */
    void refuse(Context ctx, Wish wish) {
        ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(ctx, readers.of(ctx), wish, null, null);
    }

    private void show(Context ctx, Reader reader, Wish wish, @Nullable String said, @Nullable RoundView round) {
        Frame frame = press.frame(reader.texts().get("sources.title"), "/sources", reader);
        press.page(
                ctx,
                "SourcesPage",
                frame,
                SourcesView.of(reader.shelf(), wish, said, round, unverifiedHosts, press.edition(reader))
                        .withList(list(reader.texts())));
    }

    private @Nullable Link list(Texts texts) {
        return room.followedList()
                .map(FollowedList::standing)
                .filter(standing -> standing.plan() != null || standing.trouble() != null)
                .map(standing -> new Link(
                        "/sources/list", ListView.of(standing, null, texts).summary()))
                .orElse(null);
    }

    private Optional<RoundView> round(Context ctx) {
        return Optional.ofNullable(ctx.queryParam("round"))
                .map(text -> Ask.number(ctx, text, "round"))
                .flatMap(room.rounds()::find)
                .map(round -> RoundView.of(round, readers.texts(ctx)));
    }

    // Only ids come back through the address, so that nobody can make the page say what he likes.
    private static @Nullable String said(Context ctx, Reader reader) {
        Shelf shelf = reader.shelf();
        Texts texts = reader.texts();
        if (ctx.queryParam("removed") != null) {
            return texts.get("sources.removed");
        }
        return title(shelf, ctx.queryParam("added"))
                .map(title -> texts.get("sources.added", title))
                .or(() -> title(shelf, ctx.queryParam("known")).map(title -> texts.get("sources.known", title)))
                .orElse(null);
    }

    private static Optional<String> title(Shelf shelf, @Nullable String id) {
        return shelf.feeds().stream()
                .filter(summary -> summary.feed().id().toString().equals(id))
                .map(summary -> summary.title())
                .findFirst();
    }

    private void poll(Context ctx, @Nullable List<FeedId> feeds) {
        PollRound round = room.rounds().request(readers.account(ctx), feeds);
        ctx.redirect("/sources?round=" + round.id(), HttpStatus.SEE_OTHER);
    }

    private void remove(Context ctx) {
        if (!room.subscribing().unsubscribe(readers.account(ctx), new FeedId(Ask.id(ctx)))) {
            throw new NotFoundResponse(readers.texts(ctx).get("error.no-source"));
        }
        ctx.redirect("/sources?removed=1", HttpStatus.SEE_OTHER);
    }
}
