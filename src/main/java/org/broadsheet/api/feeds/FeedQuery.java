package org.broadsheet.api.feeds;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import org.broadsheet.model.Position;
import org.jspecify.annotations.Nullable;

/**
 * What of a stream is asked for; at most one of the last three is there.
 *
 * @param limit 1 to 500 entries
 * @param full whether with whole texts
 * @param since only what changed after this change
 * @param after only what sorts after this place
 * @param before only what sorts before this place
 */
record FeedQuery(
        int limit,
        boolean full,
        @Nullable Long since,
        @Nullable Position after,
        @Nullable Position before) {
    static final int USUAL_LIMIT = 60;
    static final int MOST = 500;

    /** A stream's own document as it usually is. */
    static FeedQuery usual(boolean full) {
        return new FeedQuery(USUAL_LIMIT, full, null, null, null);
    }

    /** Reads the address. Answers 400 with a sentence where it says what cannot be. */
    static FeedQuery of(Context ctx) {
        FeedQuery query = new FeedQuery(limit(ctx), full(ctx), since(ctx), place(ctx, "after"), place(ctx, "before"));
        if ((query.since == null ? 0 : 1) + (query.after == null ? 0 : 1) + (query.before == null ? 0 : 1) > 1) {
            throw new BadRequestResponse("Only one of since, after and before can be asked for.");
        }
        return query;
    }

    /** The stream's own document, from its beginning. */
    boolean isWhole() {
        return since == null && after == null && before == null;
    }

    /** The same with whole documents asked for. */
    FeedQuery whole() {
        return new FeedQuery(limit, full, null, null, null);
    }

    FeedQuery since(long change) {
        return new FeedQuery(limit, full, change, null, null);
    }

    FeedQuery after(Position place) {
        return new FeedQuery(limit, full, null, place, null);
    }

    FeedQuery before(Position place) {
        return new FeedQuery(limit, full, null, null, place);
    }

    /** As it stands in an address, with its question mark; empty for the usual. */
    String text() {
        StringBuilder text = new StringBuilder();
        add(text, "content", full ? null : "summary");
        add(text, "limit", limit == USUAL_LIMIT ? null : limit);
        add(text, "since", since);
        add(text, "after", after);
        add(text, "before", before);
        return text.toString();
    }

    private static void add(StringBuilder text, String name, @Nullable Object value) {
        if (value != null) {
            text.append(text.isEmpty() ? '?' : '&').append(name).append('=').append(value);
        }
    }

    private static int limit(Context ctx) {
        String text = ctx.queryParam("limit");
        int limit = text == null ? USUAL_LIMIT : text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST) {
            throw new BadRequestResponse("limit must be a number from 1 to " + MOST + ".");
        }
        return limit;
    }

    private static boolean full(Context ctx) {
        String text = ctx.queryParam("content");
        if (text != null && !text.equals("full") && !text.equals("summary")) {
            throw new BadRequestResponse("content must be full or summary.");
        }
        return text == null || text.equals("full");
    }

    private static @Nullable Long since(Context ctx) {
        String text = ctx.queryParam("since");
        if (text != null && !text.matches("\\d{1,18}")) {
            throw new BadRequestResponse("since must be the number of a change, as a feed document tells it.");
        }
        return text == null ? null : Long.valueOf(text);
    }

    private static @Nullable Position place(Context ctx, String name) {
        String text = ctx.queryParam(name);
        return text == null
                ? null
                : Position.parse(text)
                        .orElseThrow(() -> new BadRequestResponse(
                                name + " must be a place in the stream, as the links of a feed document give it."));
    }
}
