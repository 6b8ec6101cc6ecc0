package org.broadsheet.web;

import java.net.URI;
import java.util.List;
import org.broadsheet.model.PrivateAddress;
import org.broadsheet.model.Scope;
import org.broadsheet.reading.Shelf;
import org.jspecify.annotations.Nullable;

/**
 * A stream for other programs, ready to print.
 *
 * @param page the path of the stream's page
 * @param feeds its feeds for everybody, none where only this reader's marks make it a stream
 * @param hubs who announces what is new in them
 * @param made the new private address in each format, null where none was made
 * @param kept the private addresses that there are, the newest first
 */
public record ElsewhereView(
        String title,
        String page,
        List<FeedLink> feeds,
        List<String> hubs,
        @Nullable List<FeedLink> made,
        List<Kept> kept) {
    private static final List<FeedLink> FORMATS = List.of(
            new FeedLink("application/atom+xml", "/feed.atom", "Atom"),
            new FeedLink("application/rss+xml", "/feed.rss", "RSS"),
            new FeedLink("application/feed+json", "/feed.json", "JSON"));

    /** A private address, of which only what it opens is known. */
    public record Kept(long id, String stream, String note, When made) {}

    /** What all of it is made with. */
    record Making(String base, List<URI> hubs, Stream stream, Edition edition) {
        ElsewhereView of(List<PrivateAddress> addresses, Shelf shelf, @Nullable String token) {
            return new ElsewhereView(
                    stream.path().equals("/") ? edition.texts().get("stream.all-headlines") : stream.title(),
                    stream.path(),
                    stream.feeds().stream().map(feed -> at(base, feed)).toList(),
                    stream.hasHub() ? hubs.stream().map(URI::toString).toList() : List.of(),
                    token == null
                            ? null
                            : FORMATS.stream()
                                    .map(feed -> at(base + "/private/" + token, feed))
                                    .toList(),
                    addresses.stream().map(address -> kept(address, shelf)).toList());
        }

        private static FeedLink at(String start, FeedLink feed) {
            return new FeedLink(feed.type(), start + feed.href(), feed.text());
        }

        private Kept kept(PrivateAddress address, Shelf shelf) {
            return new Kept(
                    address.id(),
                    title(address.stream(), shelf),
                    address.note(),
                    When.past(address.createdAt(), edition));
        }

        private String title(String name, Shelf shelf) {
            return switch (name) {
                case "all" -> edition.texts().get("stream.all-headlines");
                case "unread" -> edition.texts().get("stream.unread");
                case "starred" -> edition.texts().get("stream.starred");
                default -> named(name, shelf);
            };
        }

        /** What is not there any more keeps the name that it has in the store. */
        private static String named(String name, Shelf shelf) {
            return java.util.stream.Stream.of(
                            shelf.folders().stream()
                                    .map(summary -> summary.folder())
                                    .filter(folder -> Stream.name(new Scope.InFolder(folder.id()))
                                            .equals(name))
                                    .map(folder -> folder.path().name()),
                            shelf.labels().stream()
                                    .map(summary -> summary.label())
                                    .filter(label -> Stream.name(new Scope.Labelled(label.id()))
                                            .equals(name))
                                    .map(label -> label.name()),
                            shelf.feeds().stream()
                                    .filter(summary -> Stream.name(new Scope.OfFeed(
                                                    summary.feed().id()))
                                            .equals(name))
                                    .map(summary -> summary.title()))
                    .flatMap(titles -> titles)
                    .findFirst()
                    .orElse(name);
        }
    }
}
