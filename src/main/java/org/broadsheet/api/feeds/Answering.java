package org.broadsheet.api.feeds;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.broadsheet.publish.FeedFormat;
import org.broadsheet.publish.hub.Announcement;
import org.broadsheet.server.Delivery;
import org.broadsheet.server.ReadyDocument;
import org.jspecify.annotations.Nullable;

/** Answers with feed documents: how long they may be kept and by whom, whole or only what changed. */
final class Answering {
    // A minute is no delay to anybody, and spares a busy server all but one question a minute from each cache.
    private static final String SHARED = "public, max-age=60, stale-while-revalidate=300, stale-if-error=86400";
    private static final String OWN = "private, no-cache";
    private static final String FOR_EVER = ", max-age=31536000, immutable";

    private final Editions editions;
    private final boolean open;
    private final InstantSource clock;

    /**
     * Builds it.
     *
     * @param open whether anybody may read here
     */
    Answering(Editions editions, boolean open, InstantSource clock) {
        this.editions = editions;
        this.open = open;
        this.clock = clock;
    }

    void answer(Context ctx, Wanted wanted) {
        ReadyDocument document = editions.get(wanted)
                .orElseThrow(() -> new NotFoundResponse("The archive of this stream has no such part."));
        headers(ctx, wanted);
        Optional<ReadyDocument> changes = changes(ctx, wanted, document);
        if (changes.isPresent()) {
            Delivery.change(ctx, document, changes.get());
        } else {
            Delivery.send(ctx, forBrowsers(ctx, wanted, document), clock.instant());
        }
    }

    // Some browsers offer feeds for saving, by their media type, but show any XML with its style sheet.
    private static ReadyDocument forBrowsers(Context ctx, Wanted wanted, ReadyDocument document) {
        boolean opened = "document".equals(ctx.header("Sec-Fetch-Dest"));
        return opened && wanted.format() != FeedFormat.JSON ? document.as("text/xml; charset=utf-8") : document;
    }

    private Optional<ReadyDocument> changes(Context ctx, Wanted wanted, ReadyDocument document) {
        String known = ctx.header("If-None-Match");
        boolean asked = known != null
                && acceptsChanges(ctx.header("A-IM"))
                && wanted.query().isWhole()
                && wanted.archive() == null
                && !wanted.stream().isPersonal()
                && !known.contains(document.tag());
        return asked
                ? editions.known(wanted, known).flatMap(since -> editions.changes(wanted, since))
                : Optional.empty();
    }

    private static boolean acceptsChanges(@Nullable String manipulations) {
        return manipulations != null
                && Arrays.stream(manipulations.split(","))
                        .map(one -> one.split(";", 2)[0].strip())
                        .anyMatch(one -> one.equalsIgnoreCase("feed"));
    }

    private void headers(Context ctx, Wanted wanted) {
        List<URI> hubs = editions.hubs(wanted);
        if (!hubs.isEmpty()) {
            ctx.header("Link", Announcement.links(hubs, wanted.self()));
        }
        ctx.header("Vary", "Accept-Encoding, A-IM, Sec-Fetch-Dest" + (ctx.path().endsWith("/feed") ? ", Accept" : ""));
        if (wanted.place().secret()) {
            ctx.header("Cache-Control", "private, no-store")
                    .header("X-Robots-Tag", "noindex, nofollow, noarchive")
                    .header("Referrer-Policy", "no-referrer");
        } else if (open && !wanted.stream().isPersonal()) {
            ctx.header("Cache-Control", wanted.archive() == null ? SHARED : "public" + FOR_EVER)
                    .header("Access-Control-Allow-Origin", "*")
                    .header("Cross-Origin-Resource-Policy", "cross-origin");
        } else {
            ctx.header("Cache-Control", wanted.archive() == null ? OWN : "private" + FOR_EVER);
        }
    }
}
