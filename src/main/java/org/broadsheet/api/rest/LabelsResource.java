package org.broadsheet.api.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.List;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.Label;
import org.broadsheet.model.LabelId;
import org.broadsheet.model.LabelSummary;
import org.broadsheet.reading.Labelling;
import org.broadsheet.server.Access;
import org.broadsheet.server.Routes;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/labels} and {@code /api/v1/entries/{id}/labels}: words that the account puts on entries. */
final class LabelsResource implements Routes {
    private static final String OF_ENTRY = "/api/v1/entries/{id}/labels";

    private final Access access;
    private final Labelling labelling;

    LabelsResource(Access access, Labelling labelling) {
        this.access = access;
        this.labelling = labelling;
    }

    /** A label in JSON; {@code entries} is left out where one entry's labels are listed. */
    record LabelView(String id, String name, @Nullable Long entries) {
        static LabelView of(LabelSummary summary) {
            return new LabelView(
                    summary.label().id().toString(), summary.label().name(), summary.entries());
        }

        static LabelView of(Label label) {
            return new LabelView(label.id().toString(), label.name(), null);
        }
    }

    /** What a client sends to put one on. */
    record Wanted(@Nullable String name) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(
                "/api/v1/labels",
                ctx -> list(
                        ctx,
                        labelling.all(access.account(ctx)).stream()
                                .map(LabelView::of)
                                .toList()));
        routes.get(
                OF_ENTRY,
                ctx -> list(
                        ctx,
                        labelling.of(access.account(ctx), Parameters.entryInPath(ctx)).stream()
                                .map(LabelView::of)
                                .toList()));
        routes.post(OF_ENTRY, ctx -> add(ctx, access.account(ctx)));
        routes.delete(OF_ENTRY + "/{label}", ctx -> remove(ctx, access.account(ctx)));
    }

    private static void list(Context ctx, List<LabelView> labels) {
        Json.answer(ctx, new Items<>(labels, null));
    }

    private void add(Context ctx, AccountId account) throws IOException {
        String name = Json.read(ctx, Wanted.class).name();
        if (name == null || !Label.isName(name)) {
            throw Json.bad("name", "must be one line of 1 to " + Label.LONGEST_NAME + " characters.");
        }
        EntryId entry = Parameters.entryInPath(ctx);
        Label label = labelling.add(account, entry, name).orElseThrow(EntriesResource::noSuchEntry);
        ctx.status(201);
        Json.answer(ctx, LabelView.of(label));
    }

    private void remove(Context ctx, AccountId account) {
        String id = ctx.pathParam("label");
        boolean had = id.matches("\\d{1,18}")
                && labelling.remove(account, Parameters.entryInPath(ctx), new LabelId(Long.parseLong(id)));
        if (!had) {
            throw new NotFoundResponse("The entry has no label with this id.");
        }
        ctx.status(204);
    }
}
