package org.broadsheet.api.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.Position;
import org.broadsheet.model.Stretch;
import org.broadsheet.reading.BulkMarking;
import org.broadsheet.reading.Headlines;
import org.broadsheet.server.Access;
import org.broadsheet.server.Routes;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/entries/mark-read}: many entries as read at once; the address of such a mark is deleted to undo it. */
final class BulkMarksResource implements Routes {
    private static final String PATH = "/api/v1/entries/mark-read";

    private final Access access;
    private final Headlines headlines;
    private final BulkMarking marking;
    private final Scopes scopes;

    BulkMarksResource(Access access, Headlines headlines, BulkMarking marking, Scopes scopes) {
        this.access = access;
        this.headlines = headlines;
        this.marking = marking;
        this.scopes = scopes;
    }

    /** What a client sends; at most one of above, below and older_than. */
    record ReadUpTo(
            @Nullable Long upTo,
            @Nullable String feed,
            @Nullable String folder,
            @Nullable String above,
            @Nullable String below,
            @Nullable String olderThan) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(PATH, ctx -> mark(ctx, access.account(ctx)));
        routes.delete(PATH + "/{id}", ctx -> takeBack(ctx, access.account(ctx)));
    }

    private void mark(Context ctx, AccountId account) throws IOException {
        ReadUpTo wish = Json.read(ctx, ReadUpTo.class);
        if (wish.upTo() == null || wish.upTo() < 0) {
            throw Json.bad("up_to", "must be the change of the list that was read.");
        }
        BulkMarking.Marked marked = marking.markRead(
                account, scopes.of(account, wish.feed(), wish.folder()), stretch(account, wish), wish.upTo());
        ctx.header("Location", PATH + "/" + marked.id()).status(204);
    }

    private Stretch stretch(AccountId account, ReadUpTo wish) {
        if (Stream.of(wish.above() != null, wish.below() != null, wish.olderThan() != null)
                        .filter(given -> given)
                        .count()
                > 1) {
            throw Json.bad("above", ", below and older_than cannot be given together.");
        }
        if (wish.above() != null) {
            return Stretch.above(position(account, "above", wish.above()));
        }
        if (wish.below() != null) {
            return Stretch.below(position(account, "below", wish.below()));
        }
        return wish.olderThan() == null ? Stretch.ALL : Stretch.olderThan(time(wish.olderThan()));
    }

    private Position position(AccountId account, String name, String entry) {
        return headlines
                .position(account, new EntryId(Parameters.id(name, entry)))
                .orElseThrow(EntriesResource::noSuchEntry);
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Json.bad("older_than", "must be a time such as 2026-11-26T08:00:00Z.");
        }
    }

    private void takeBack(Context ctx, AccountId account) {
        if (!marking.takeBack(account, Parameters.idInPath(ctx))) {
            throw new NotFoundResponse("There is no such mark, or it was made more than ten minutes ago.");
        }
        ctx.status(204);
    }
}
