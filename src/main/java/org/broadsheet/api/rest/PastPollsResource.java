package org.broadsheet.api.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.LastPoll;
import org.broadsheet.model.PastPoll;
import org.broadsheet.reading.Politeness;
import org.broadsheet.reading.Subscribing;
import org.broadsheet.server.Access;
import org.broadsheet.server.Routes;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/feeds/{id}/polls}: how a feed was asked of late, and why it is asked when it is. */
final class PastPollsResource implements Routes {
    private static final int USUAL_LIMIT = 50;
    private static final int MOST = 500;

    private final Access access;
    private final Subscribing subscribing;
    private final Politeness politeness;

    PastPollsResource(Access access, Subscribing subscribing, Politeness politeness) {
        this.access = access;
        this.subscribing = subscribing;
        this.politeness = politeness;
    }

    /** A poll with what followed from it, in JSON; {@code message} says in plain words what went wrong. */
    record PastPollView(
            String at,
            String outcome,
            @Nullable String errorKind,
            @Nullable String message,
            @Nullable String error,
            @Nullable Integer httpStatus,
            long durationMs,
            long bytes,
            int newEntries,
            int changedEntries,
            @Nullable String nextPollAt,
            @Nullable String reason) {
        static PastPollView of(PastPoll past) {
            LastPoll poll = past.poll();
            ErrorKind kind = poll.errorKind();
            return new PastPollView(
                    poll.at().toString(),
                    poll.outcome().word(),
                    kind == null ? null : kind.word(),
                    kind == null ? null : kind.sentence(),
                    poll.error(),
                    poll.httpStatus(),
                    poll.duration().toMillis(),
                    poll.bytes(),
                    poll.newEntries(),
                    poll.changedEntries(),
                    Objects.toString(past.next(), null),
                    past.reason() == null ? null : past.reason().sentence());
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/feeds/{id}/polls", ctx -> list(ctx, access.account(ctx)));
    }

    private void list(Context ctx, AccountId account) {
        FeedId feed = new FeedId(Parameters.idInPath(ctx));
        if (subscribing.feed(account, feed).isEmpty()) {
            throw new NotFoundResponse("You do not follow a feed with this id.");
        }
        int limit = Parameters.limit(ctx, USUAL_LIMIT, MOST);
        List<PastPoll> polls = politeness.polls(account, feed, before(ctx), limit);
        String next =
                polls.size() < limit ? null : polls.get(limit - 1).poll().at().toString();
        Json.answer(ctx, new Items<>(polls.stream().map(PastPollView::of).toList(), next));
    }

    private static @Nullable Instant before(Context ctx) {
        String cursor = ctx.queryParam("cursor");
        try {
            return cursor == null ? null : Instant.parse(cursor);
        } catch (DateTimeException e) {
            throw Json.bad("cursor", "is not one that this server gave as next_cursor.");
        }
    }
}
