package org.broadsheet.api.feeds;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.InstantSource;
import java.util.Optional;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.ArchiveRef;
import org.broadsheet.model.PrivateAddress;
import org.broadsheet.publish.FeedFormat;
import org.broadsheet.reading.ReadingRoom;
import org.broadsheet.reading.hub.Topics;
import org.broadsheet.server.Access;
import org.broadsheet.server.BaseAddress;
import org.broadsheet.server.Routes;
import org.jspecify.annotations.Nullable;

/**
 * Below every stream page: {@code feed.atom}, {@code feed.rss}, {@code feed.json}, {@code feed} in the format that Accept
 * names, and the archive; the same under private addresses.
 */
public final class StreamFeeds implements Routes {
    private static final String NO_STREAM = "There is no such stream here.";

    private final Access access;
    private final BaseAddress base;
    private final ReadingRoom room;
    private final Streams streams;
    private final Answering answering;
    private final Deltas deltas;

    /**
     * Builds it.
     *
     * @param presentation how the streams look
     */
    public StreamFeeds(
            Access access, BaseAddress base, ReadingRoom room, Presentation presentation, InstantSource clock) {
        this.access = access;
        this.base = base;
        this.room = room;
        this.streams = new Streams(room);
        Contents contents = new Contents(room.headlines(), room.publishing());
        Editions editions = new Editions(room.publishing(), contents, base.authority(), presentation);
        this.deltas = new Deltas(room.publishing(), editions);
        this.answering = new Answering(editions, access.isPublic(), clock);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        for (Streams.Kind kind : streams.kinds()) {
            routes.get(kind.page() + "/feed", ctx -> stream(ctx, kind, null));
            for (FeedFormat format : FeedFormat.values()) {
                routes.get(kind.page() + "/feed." + format.extension(), ctx -> stream(ctx, kind, format));
            }
            routes.get(kind.page() + "/archive/{part}", ctx -> archive(ctx, kind));
        }
        routes.get("/private/{token}/feed", ctx -> secret(ctx, null));
        for (FeedFormat format : FeedFormat.values()) {
            routes.get("/private/{token}/feed." + format.extension(), ctx -> secret(ctx, format));
        }
        routes.get("/private/{token}/archive/{part}", this::secretArchive);
        StyleSheet sheet = new StyleSheet();
        routes.get("/feed.css", sheet::write);
    }

    /** The streams as a hub knows them. */
    public Topics topics() {
        return new StreamTopics(streams, base, deltas);
    }

    private void stream(Context ctx, Streams.Kind kind, @Nullable FeedFormat format) {
        AccountId account = access.account(ctx);
        Stream stream = find(ctx, kind, account);
        answer(ctx, account, stream, format, new Wanted.Place(base.of(ctx), stream.prefix(), false));
    }

    private void answer(
            Context ctx, AccountId account, Stream stream, @Nullable FeedFormat format, Wanted.Place place) {
        FeedFormat chosen = format == null ? Negotiation.format(ctx.header("Accept")) : format;
        answering.answer(ctx, new Wanted(account, stream, chosen, FeedQuery.of(ctx), place, null));
    }

    private void archive(Context ctx, Streams.Kind kind) {
        AccountId account = access.account(ctx);
        Stream stream = find(ctx, kind, account);
        archive(ctx, account, stream, new Wanted.Place(base.of(ctx), stream.prefix(), false));
    }

    private void archive(Context ctx, AccountId account, Stream stream, Wanted.Place place) {
        String[] name = ctx.pathParam("part").split("\\.", 2);
        Optional<ArchiveRef> ref = ArchiveRef.parse(name[0]);
        Optional<FeedFormat> format = name.length < 2 ? Optional.empty() : FeedFormat.ofExtension(name[1]);
        if (ref.isEmpty() || format.isEmpty() || stream.isPersonal()) {
            throw new NotFoundResponse("The archive of this stream has no such part.");
        }
        FeedQuery query = new FeedQuery(FeedQuery.USUAL_LIMIT, FeedQuery.of(ctx).full(), null, null, null);
        answering.answer(ctx, new Wanted(account, stream, format.get(), query, place, ref.get()));
    }

    private void secret(Context ctx, @Nullable FeedFormat format) {
        Secret secret = secret(ctx);
        answer(ctx, secret.account(), secret.stream(), format, secret.place());
    }

    private void secretArchive(Context ctx) {
        Secret secret = secret(ctx);
        archive(ctx, secret.account(), secret.stream(), secret.place());
    }

    private record Secret(AccountId account, Stream stream, Wanted.Place place) {}

    // One answer for a token that never was and one that was revoked: nobody learns which.
    private Secret secret(Context ctx) {
        String token = ctx.pathParam("token");
        PrivateAddress address = room.privateAddresses().find(token).orElseThrow(() -> new NotFoundResponse(NO_STREAM));
        Stream stream =
                streams.named(address.account(), address.stream()).orElseThrow(() -> new NotFoundResponse(NO_STREAM));
        return new Secret(address.account(), stream, new Wanted.Place(base.of(ctx), "/private/" + token, true));
    }

    private static Stream find(Context ctx, Streams.Kind kind, AccountId account) {
        String part = kind.variable().map(ctx::pathParam).orElse("");
        return kind.finding().find(account, part).orElseThrow(() -> new NotFoundResponse(NO_STREAM));
    }
}
