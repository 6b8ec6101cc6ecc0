package org.broadsheet.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.Position;
import org.broadsheet.model.Selection.Order;
import org.broadsheet.model.Selection.State;
import org.broadsheet.model.Stretch;
import org.broadsheet.reading.BulkMarking;
import org.broadsheet.reading.ReadingRoom;
import org.jspecify.annotations.Nullable;

/** What the buttons of a stream do: its headlines read, unread, starred, one by one or many at once, and back again. */
final class Marks {
    /** A button about single headlines; null leaves that as it is. */
    private record Single(
            String field, @Nullable Boolean read, @Nullable Boolean starred) {}

    private static final Pattern ARTICLE = Pattern.compile("/entries/\\d{1,18}");

    private static final List<Single> SINGLES = List.of(
            new Single("read", true, null),
            new Single("unread", false, null),
            new Single("star", null, true),
            new Single("unstar", null, false));

    private final ReadingRoom room;
    private final Readers readers;
    private final Press press;

    Marks(ReadingRoom room, Readers readers, Press press) {
        this.room = room;
        this.readers = readers;
        this.press = press;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/marks", this::mark);
        routes.post("/marks/{id}/undo", this::takeBack);
    }

    private void mark(Context ctx) {
        AccountId account = readers.account(ctx);
        List<Single> singles = SINGLES.stream()
                .filter(single -> ctx.formParam(single.field()) != null)
                .toList();
        singles.forEach(single -> set(ctx, account, single));
        if (singles.isEmpty()) {
            Stream stream = stream(ctx);
            BulkMarking.Marked marked = room.bulkMarking()
                    .markRead(
                            account,
                            stream.selection().scope(),
                            stretch(ctx, account),
                            Ask.number(ctx, ctx.formParam("up_to"), "up_to"));
            lead(ctx, Marked.path(stream, marked));
        } else if (Press.wantsPart(ctx)) {
            ctx.status(HttpStatus.NO_CONTENT);
        } else {
            lead(ctx, back(ctx));
        }
    }

    private void set(Context ctx, AccountId account, Single single) {
        List<EntryId> entries = ctx.formParams(single.field()).stream()
                .map(id -> new EntryId(Ask.number(ctx, id, single.field())))
                .toList();
        if (!room.marking().set(account, entries, single.read(), single.starred())) {
            throw noSuchEntry(ctx);
        }
    }

    /** The page that has the button: an article's, or a stream's at the headline. */
    private String back(Context ctx) {
        String page = Ask.field(ctx, "stream");
        if (ARTICLE.matcher(page).matches()) {
            return page;
        }
        return stream(ctx).href()
                + SINGLES.stream()
                        .flatMap(single -> ctx.formParams(single.field()).stream())
                        .findFirst()
                        .map(id -> "#e" + id)
                        .orElse("");
    }

    private Stretch stretch(Context ctx, AccountId account) {
        if (ctx.formParam("above") != null) {
            return Stretch.above(position(ctx, account, "above"));
        }
        if (ctx.formParam("below") != null) {
            return Stretch.below(position(ctx, account, "below"));
        }
        if (ctx.formParam("older") != null) {
            long days = Ask.number(ctx, ctx.formParam("older"), "older");
            return Stretch.olderThan(press.at().minus(Duration.ofDays(Math.min(days, 36_500))));
        }
        if (ctx.formParam("all") != null) {
            return Stretch.ALL;
        }
        throw Ask.unfit(ctx, "all");
    }

    private Position position(Context ctx, AccountId account, String field) {
        return room.headlines()
                .position(account, new EntryId(Ask.number(ctx, ctx.formParam(field), field)))
                .orElseThrow(() -> noSuchEntry(ctx));
    }

    private void takeBack(Context ctx) {
        if (!room.bulkMarking().takeBack(readers.account(ctx), Ask.id(ctx))) {
            throw new NotFoundResponse(readers.texts(ctx).get("error.no-undo"));
        }
        lead(ctx, Marked.takenBackPath(stream(ctx)));
    }

    /** The stream whose page has the form, as that showed it. */
    private Stream stream(Context ctx) {
        Reader reader = readers.of(ctx);
        String href = Ask.field(ctx, "stream");
        int query = href.indexOf('?');
        Stream stream = Streams.at(query < 0 ? href : href.substring(0, query), reader)
                .orElseThrow(() -> Ask.unfit(ctx, "stream"));
        return stream.only(
                asked(State.class, "state", href, stream.selection().state()),
                asked(Order.class, "order", href, Order.NEWEST),
                reader.texts());
    }

    private static <E extends Enum<E>> E asked(Class<E> type, String name, String href, E otherwise) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> href.contains(name + "=" + one.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(otherwise);
    }

    /** A header holds no letters of other scripts, which the names of folders may have. */
    private static void lead(Context ctx, String href) {
        ctx.redirect(URI.create(href).toASCIIString(), HttpStatus.SEE_OTHER);
    }

    private NotFoundResponse noSuchEntry(Context ctx) {
        return new NotFoundResponse(readers.texts(ctx).get("error.no-article"));
    }
}
