package org.broadsheet.api.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.List;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.PollRound;
import org.broadsheet.reading.Rounds;
import org.broadsheet.server.Access;
import org.broadsheet.server.Routes;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/polls}: rounds of polls now, under the hosts' rules. */
final class PollsResource implements Routes {
    private static final String PATH = "/api/v1/polls";

    private final Access access;
    private final Rounds rounds;

    PollsResource(Access access, Rounds rounds) {
        this.access = access;
        this.rounds = rounds;
    }

    /** What a client asks to be polled. */
    record Wish(@Nullable List<String> feedIds, boolean all) {}

    /** A round in JSON. */
    record RoundView(
            String id,
            int total,
            int done,
            int changed,
            int unchanged,
            int failed,
            int skipped,
            int newEntries,
            boolean finished) {
        static RoundView of(PollRound round) {
            return new RoundView(
                    Long.toString(round.id()),
                    round.total(),
                    round.done(),
                    round.changed(),
                    round.unchanged(),
                    round.failed(),
                    round.skipped(),
                    round.newEntries(),
                    round.finished());
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(PATH, ctx -> request(ctx, access.account(ctx)));
        routes.get(PATH + "/{id}", this::one);
    }

    private void request(Context ctx, AccountId account) throws IOException {
        Wish wish = Json.read(ctx, Wish.class);
        if (wish.all() == (wish.feedIds() != null)) {
            throw Json.bad("feed_ids", "or all must be given.");
        }
        PollRound round = rounds.request(account, feeds(wish.feedIds()));
        ctx.status(202).header("Location", PATH + "/" + round.id());
        Json.answer(ctx, RoundView.of(round));
    }

    private static @Nullable List<FeedId> feeds(@Nullable List<String> ids) {
        return ids == null
                ? null
                : ids.stream().map(id -> Parameters.feed("feed_ids", id)).toList();
    }

    private void one(Context ctx) {
        PollRound round = rounds.find(Parameters.idInPath(ctx))
                .orElseThrow(() -> new NotFoundResponse("There was no round with this id."));
        Json.answer(ctx, RoundView.of(round));
    }
}
