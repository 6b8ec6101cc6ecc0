package org.broadsheet.api.feeds;

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

    /** Which stream an address means, by the part of it that tells; empty where there is only one. */
    interface Finding {
        Optional<Stream> find(AccountId account, String part);
    }

    /**
     * Streams of one kind.
     *
     * @param page the path of their pages, as the router reads it; empty for the front page
     */
    record Kind(String page, Finding finding) {
        /** What the router calls the part of the address that tells which stream it is. */
        Optional<String> variable() {
            return page.contains("{") ? Optional.of(page.replaceAll(".*\\{|}", "")) : Optional.empty();
        }

        /** The part of a page's path that tells which stream it shows; empty where it is none of this kind. */
        Optional<String> part(String path) {
            int variable = page.indexOf('{');
            if (variable < 0) {
                return path.equals(page) ? Optional.of("") : Optional.empty();
            }
            String fixed = page.substring(0, variable);
            boolean fits = path.startsWith(fixed) && path.indexOf('/', variable) < 0;
            return fits ? Optional.of(path.substring(variable)) : Optional.empty();
        }
    }

    List<Kind> kinds() {
        return List.of(
                new Kind("", (account, none) -> Optional.of(Stream.everything())),
                new Kind("/unread", (account, none) -> Optional.of(Stream.unread())),
                new Kind("/starred", (account, none) -> Optional.of(Stream.starred())),
                new Kind("/folders/{slug}", this::folder),
                new Kind("/feeds/{id}", this::feed),
                new Kind(
                        "/labels/{slug}",
                        (account, slug) -> labelling.bySlug(account, slug).map(Stream::of)));
    }

    /** The stream that a page shows, by its path without a slash at its end. */
    Optional<Stream> shownAt(AccountId account, String path) {
        return kinds().stream()
                .flatMap(kind -> kind.part(path).flatMap(part -> kind.finding().find(account, part)).stream())
                .findFirst();
    }

    /** All that change by what feeds bring alone. */
    java.util.stream.Stream<Stream> unchangedByReading(AccountId account) {
        return java.util.stream.Stream.of(
                        java.util.stream.Stream.of(Stream.everything()),
                        subscribing.folders(account).stream()
                                .map(FolderSummary::folder)
                                .map(Stream::of),
                        subscribing.feeds(account).stream().map(Stream::of))
                .flatMap(streams -> streams);
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
