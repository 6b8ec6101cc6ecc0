package org.broadsheet.api.feeds;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FolderSummary;
import org.broadsheet.model.LabelSummary;
import org.broadsheet.reading.Labelling;
import org.broadsheet.reading.ReadingRoom;
import org.broadsheet.reading.Subscribing;

/** The streams that are published. One more kind of them is one more line in {@link #kinds} and in {@link #named}. */
final class Streams {
    private final Subscribing subscribing;
    private final Labelling labelling;

    Streams(ReadingRoom room) {
        this.subscribing = room.subscribing();
        this.labelling = room.labelling();
    }

    /** Which stream an address means. */
    interface Finding {
        Optional<Stream> find(Context ctx, AccountId account);
    }

    /**
     * Streams of one kind.
     *
     * @param page the path of their pages, as the router reads it; empty for the front page
     */
    record Kind(String page, Finding finding) {}

    List<Kind> kinds() {
        return List.of(
                new Kind("", (ctx, account) -> Optional.of(Stream.everything())),
                new Kind("/unread", (ctx, account) -> Optional.of(Stream.unread())),
                new Kind("/starred", (ctx, account) -> Optional.of(Stream.starred())),
                new Kind("/folders/{slug}", (ctx, account) -> folder(account, ctx.pathParam("slug"))),
                new Kind("/feeds/{id}", (ctx, account) -> feed(account, ctx.pathParam("id"))),
                new Kind(
                        "/labels/{slug}",
                        (ctx, account) ->
                                labelling.bySlug(account, ctx.pathParam("slug")).map(Stream::of)));
    }

    /** The stream of a name as {@link Stream#name} gives it; empty when it is gone. */
    Optional<Stream> named(AccountId account, String name) {
        return switch (name) {
            case "all" -> Optional.of(Stream.everything());
            case "unread" -> Optional.of(Stream.unread());
            case "starred" -> Optional.of(Stream.starred());
            default ->
                name.startsWith("feeds/") ? feed(account, name.substring("feeds/".length())) : inside(account, name);
        };
    }

    private Optional<Stream> inside(AccountId account, String name) {
        return java.util.stream.Stream.concat(
                        subscribing.folders(account).stream()
                                .map(FolderSummary::folder)
                                .map(Stream::of),
                        labelling.all(account).stream().map(LabelSummary::label).map(Stream::of))
                .filter(stream -> stream.name().equals(name))
                .findFirst();
    }

    private Optional<Stream> folder(AccountId account, String slug) {
        return subscribing.folderBySlug(account, slug).map(Stream::of);
    }

    private Optional<Stream> feed(AccountId account, String id) {
        return id.matches("\\d{1,18}")
                ? subscribing.feed(account, new FeedId(Long.parseLong(id))).map(Stream::of)
                : Optional.empty();
    }
}
