package org.broadsheet.api.feeds;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FolderSummary;
import org.broadsheet.reading.Subscribing;

/** The streams that are published. One more kind of them is one more line in {@link #kinds} and in {@link #named}. */
final class Streams {
    private final Subscribing subscribing;

    Streams(Subscribing subscribing) {
        this.subscribing = subscribing;
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
                new Kind("/feeds/{id}", (ctx, account) -> feed(account, ctx.pathParam("id"))));
    }

    /** The stream of a name as {@link Stream#name} gives it; empty when it is gone. */
    Optional<Stream> named(AccountId account, String name) {
        return switch (name) {
            case "all" -> Optional.of(Stream.everything());
            case "unread" -> Optional.of(Stream.unread());
            case "starred" -> Optional.of(Stream.starred());
            default ->
                name.startsWith("feeds/")
                        ? feed(account, name.substring("feeds/".length()))
                        : subscribing.folders(account).stream()
                                .map(FolderSummary::folder)
                                .map(Stream::of)
                                .filter(stream -> stream.name().equals(name))
                                .findFirst();
        };
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
