package org.broadsheet.api.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.Objects;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.Headline;
import org.broadsheet.model.Page;
import org.broadsheet.model.Revision;
import org.broadsheet.model.Scope;
import org.broadsheet.model.Selection;
import org.broadsheet.reading.Headlines;
import org.broadsheet.reading.Marking;
import org.broadsheet.server.Access;
import org.broadsheet.server.Routes;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/entries}: the account's entries, and what it did with them. */
final class EntriesResource implements Routes {
    private static final String PATH = "/api/v1/entries";
    private static final int USUAL_LIMIT = 50;
    private static final int MOST = 1_000;

    private final Access access;
    private final Headlines headlines;
    private final Marking marking;
    private final Scopes scopes;

    EntriesResource(Access access, Headlines headlines, Marking marking, Scopes scopes) {
        this.access = access;
        this.headlines = headlines;
        this.marking = marking;
        this.scopes = scopes;
    }

    /** Whether entries that repeat another feed's entry are shown by themselves. */
    enum Duplicates {
        FOLD,
        SHOW
    }

    /** What a client sends about one entry. */
    record State(
            @Nullable Boolean read,
            @Nullable Boolean starred,
            @Nullable Boolean apart) {}

    /** What an entry said at some time, in JSON. */
    record RevisionView(int number, String seenAt, String title, String contentHtml) {
        static RevisionView of(Revision revision) {
            return new RevisionView(
                    revision.number(),
                    revision.seenAt().toString(),
                    revision.title(),
                    revision.content().value());
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, ctx -> list(ctx, access.account(ctx)));
        routes.get(PATH + "/{id}", ctx -> one(ctx, access.account(ctx)));
        routes.get(PATH + "/{id}/revisions", ctx -> revisions(ctx, access.account(ctx)));
        routes.put(PATH + "/{id}/state", ctx -> set(ctx, access.account(ctx)));
    }

    private void list(Context ctx, AccountId account) {
        if (ctx.queryParam("q") != null) {
            throw Json.bad("q", "cannot be used: search is not available yet.");
        }
        // Taken before the page, so that whoever asks for what came "since" misses nothing.
        long change = headlines.change();
        Page<Headline> page = headlines.page(
                account, selection(ctx, account), Parameters.cursor(ctx), Parameters.limit(ctx, USUAL_LIMIT, MOST));
        Json.answer(
                ctx,
                new EntryView.Listing(
                        page.items().stream().map(EntryView::of).toList(),
                        Objects.toString(page.next(), null),
                        change));
    }

    private Selection selection(Context ctx, AccountId account) {
        Selection.State state = Parameters.oneOf(ctx, "state", Selection.State.class, Selection.State.ALL);
        Duplicates duplicates = Parameters.oneOf(ctx, "duplicates", Duplicates.class, Duplicates.FOLD);
        Scope scope = scopes.of(account, ctx.queryParam("feed"), ctx.queryParam("folder"), ctx.queryParam("label"));
        Selection.Order order = Parameters.oneOf(ctx, "order", Selection.Order.class, Selection.Order.NEWEST);
        if (order != Selection.Order.NEWEST && state != Selection.State.UNREAD) {
            throw Json.bad("order", "can be oldest or rarest only with state=unread.");
        }
        return new Selection(scope, state, Parameters.number(ctx, "since", 0), order, duplicates == Duplicates.FOLD);
    }

    private void one(Context ctx, AccountId account) {
        Json.answer(
                ctx,
                headlines
                        .article(account, Parameters.entryInPath(ctx))
                        .map(EntryView.Whole::of)
                        .orElseThrow(EntriesResource::noSuchEntry));
    }

    private void revisions(Context ctx, AccountId account) {
        EntryId id = Parameters.entryInPath(ctx);
        if (headlines.article(account, id).isEmpty()) {
            throw noSuchEntry();
        }
        Json.answer(
                ctx,
                new Items<>(
                        headlines.revisions(account, id).stream()
                                .map(RevisionView::of)
                                .toList(),
                        null));
    }

    private void set(Context ctx, AccountId account) throws IOException {
        State state = Json.read(ctx, State.class);
        if (state.read() == null && state.starred() == null && state.apart() == null) {
            throw Json.bad("read", "or starred or apart must be given.");
        }
        EntryId id = Parameters.entryInPath(ctx);
        if (!marking.set(account, id, state.read(), state.starred())) {
            throw noSuchEntry();
        }
        if (state.apart() != null) {
            setApart(account, id, state.apart());
        }
        ctx.status(204);
    }

    private void setApart(AccountId account, EntryId id, boolean apart) {
        if (apart) {
            marking.keepApart(account, id);
        } else {
            marking.foldAgain(account, id);
        }
    }

    static NotFoundResponse noSuchEntry() {
        return new NotFoundResponse("There is no entry with this id in the feeds that you follow.");
    }
}
