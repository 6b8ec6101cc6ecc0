package org.broadsheet.api.feeds;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.InstantSource;
import java.util.Optional;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.FeedId;
import org.broadsheet.publish.FeedFormat;
import org.broadsheet.reading.Headlines;
import org.broadsheet.reading.Labelling;
import org.broadsheet.reading.ReadingRoom;
import org.broadsheet.reading.Subscribing;
import org.broadsheet.server.Access;
import org.broadsheet.server.BaseAddress;
import org.broadsheet.server.ETags;
import org.broadsheet.server.LastModified;
import org.broadsheet.server.Routes;
import org.broadsheet.text.Hashes;

/** {@code feed.atom}, {@code feed.rss} and {@code feed.json} below every stream page. */
public final class StreamFeeds implements Routes {
    private static final int USUAL_LIMIT = 60;
    private static final int MOST = 500;

    private final Access access;
    private final BaseAddress base;
    private final Headlines headlines;
    private final Subscribing subscribing;
    private final Labelling labelling;
    private final Documents documents;
    private final InstantSource clock;

    public StreamFeeds(Access access, BaseAddress base, ReadingRoom room, InstantSource clock) {
        this.access = access;
        this.base = base;
        this.headlines = room.headlines();
        this.subscribing = room.subscribing();
        this.labelling = room.labelling();
        this.documents = new Documents(headlines, base.authority());
        this.clock = clock;
    }

    /** Which stream an address means. */
    private interface Finding {
        Optional<Stream> find(Context ctx, AccountId account);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        for (FeedFormat format : FeedFormat.values()) {
            add(routes, "", format, (ctx, account) -> Optional.of(Stream.everything()));
            add(routes, "/unread", format, (ctx, account) -> Optional.of(Stream.unread()));
            add(routes, "/starred", format, (ctx, account) -> Optional.of(Stream.starred()));
            add(routes, "/folders/{slug}", format, this::folder);
            add(routes, "/feeds/{id}", format, this::feed);
            add(routes, "/labels/{slug}", format, this::label);
        }
    }

    private void add(RoutesConfig routes, String page, FeedFormat format, Finding finding) {
        routes.get(page + "/feed." + format.extension(), ctx -> {
            AccountId account = access.account(ctx);
            Stream stream =
                    finding.find(ctx, account).orElseThrow(() -> new NotFoundResponse("There is no such stream here."));
            answer(ctx, account, stream, format);
        });
    }

    private Optional<Stream> folder(Context ctx, AccountId account) {
        return subscribing.folderBySlug(account, ctx.pathParam("slug")).map(Stream::of);
    }

    private Optional<Stream> label(Context ctx, AccountId account) {
        return labelling.bySlug(account, ctx.pathParam("slug")).map(Stream::of);
    }

    private Optional<Stream> feed(Context ctx, AccountId account) {
        String id = ctx.pathParam("id");
        return id.matches("\\d{1,18}")
                ? subscribing.feed(account, new FeedId(Long.parseLong(id))).map(Stream::of)
                : Optional.empty();
    }

    private void answer(Context ctx, AccountId account, Stream stream, FeedFormat format) {
        long change = headlines.change(account, stream.selection().scope());
        Documents.Key key = new Documents.Key(account, stream, format, limit(ctx), base.of(ctx), change);
        if (stream.isPersonal()) {
            Document document = documents.write(key);
            if (!ETags.notModified(ctx, Hashes.of(document.bytes()))) {
                send(ctx, key, document);
            }
        } else if (!ETags.notModified(ctx, "c" + change + "-" + format.extension() + "-" + key.limit())) {
            send(ctx, key, documents.get(key));
        }
    }

    private void send(Context ctx, Documents.Key key, Document document) {
        if (!LastModified.notModified(ctx, document.updated(), clock.instant())) {
            ctx.contentType(key.format().mediaType()).result(document.bytes());
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
}
