package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Optional;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.Article;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.model.FolderSummary;
import org.broadsheet.model.Headline;
import org.broadsheet.model.Position;
import org.broadsheet.model.Scope;
import org.broadsheet.model.Selection;
import org.broadsheet.model.Selection.State;
import org.broadsheet.reading.ReadingRoom;
import org.broadsheet.reading.Shelf;
import org.jspecify.annotations.Nullable;

/** The page of one article, with other headlines of its folder under it. */
final class EntryPage {
    private static final int MORE_HEADLINES = 12;

    private final ReadingRoom room;
    private final Readers readers;
    private final Players players;
    private final Press press;

    EntryPage(ReadingRoom room, Readers readers, Players players, Press press) {
        this.room = room;
        this.readers = readers;
        this.players = players;
        this.press = press;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/entries/{id}", this::show);
        routes.post("/entries/{id}/apart", this::setApart);
    }

    private void show(Context ctx) {
        Reader reader = readers.of(ctx);
        AccountId account = reader.account();
        Article article = room.headlines()
                .article(account, new EntryId(Ask.id(ctx)))
                .orElseThrow(() -> new NotFoundResponse(reader.texts().get("error.no-article")));
        Headline headline = article.headline();
        Article shown = new Article(headline, players.form().apply(article.content()));
        Stream around = around(reader, headline.source().id());
        Link moreOf = new Link(
                around.path(), around.heading() == null ? reader.texts().get("stream.all-headlines") : around.title());
        Onward onward = Onward.to(
                next(account, around.selection(), headline),
                next(account, Selection.all(Scope.EVERYTHING).withState(State.UNREAD), headline),
                reader.preferences().readOnOpening() && !headline.read());
        Edition edition = press.edition(reader);
        EntryView view = EntryView.of(
                shown,
                labels(reader, headline),
                moreOf,
                more(account, around.selection(), headline, edition),
                onward,
                edition);
        players.allowOn(ctx);
        press.page(ctx, "EntryPage", press.frame(headline.entry().title(), around.tab(), reader), view);
    }

    /** The stream of the folder that the feed is in, else the front page's. */
    private static Stream around(Reader reader, FeedId feed) {
        Shelf shelf = reader.shelf();
        Optional<FolderSummary> folder = shelf.feeds().stream()
                .filter(summary -> summary.feed().id().equals(feed))
                .findFirst()
                .map(FeedSummary::folder)
                .flatMap(its -> shelf.folders().stream()
                        .filter(summary -> summary.folder().id().equals(its.id()))
                        .findFirst());
        return folder.map(summary -> Streams.ofFolder(summary, shelf, reader.texts()))
                .orElseGet(() -> Streams.front(shelf));
    }

    private LabelsView labels(Reader reader, Headline shown) {
        EntryId id = shown.entry().id();
        return LabelsView.of(
                id, room.labelling().of(reader.account(), id), reader.shelf().labels());
    }

    private List<Row> more(AccountId account, Selection selection, Headline shown, Edition edition) {
        return room.headlines().page(account, selection, null, MORE_HEADLINES + 1).items().stream()
                .filter(other -> !other.entry().id().equals(shown.entry().id()))
                .limit(MORE_HEADLINES)
                .map(other -> Row.of(other, edition))
                .toList();
    }

    /** What comes after it in a stream, or what the stream begins with; null when it has nothing else. */
    private @Nullable Headline next(AccountId account, Selection selection, Headline shown) {
        Position at = new Position(shown.entry().sortedAt(), shown.entry().id());
        return java.util.stream.Stream.of(Optional.of(at), Optional.<Position>empty())
                .flatMap(after -> room.headlines().page(account, selection, after.orElse(null), 1).items().stream())
                .filter(other -> !other.entry().id().equals(shown.entry().id()))
                .findFirst()
                .orElse(null);
    }

    /** The form stands on the page of the article that says the same, and leads back there. */
    private void setApart(Context ctx) {
        EntryId id = new EntryId(Ask.id(ctx));
        EntryId from = new EntryId(Ask.number(ctx, ctx.formParam("from"), "from"));
        AccountId account = readers.account(ctx);
        boolean there = Boolean.TRUE.equals(Ask.mark(ctx, "apart"))
                ? room.marking().keepApart(account, id)
                : room.marking().foldAgain(account, id);
        if (!there) {
            throw new NotFoundResponse(readers.texts(ctx).get("error.no-article"));
        }
        ctx.redirect("/entries/" + from, HttpStatus.SEE_OTHER);
    }
}
