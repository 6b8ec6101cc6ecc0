package org.broadsheet.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.FolderSummary;
import org.broadsheet.model.Label;
import org.broadsheet.model.LabelSummary;
import org.broadsheet.model.Scope;
import org.broadsheet.model.Selection;
import org.broadsheet.model.Selection.State;
import org.broadsheet.reading.Shelf;
import org.jspecify.annotations.Nullable;

/** The streams that have pages, by the paths of these. */
final class Streams {
    private static final Pattern FOLDER = Pattern.compile("/folders/([^/?#]+)");
    private static final Pattern LABEL = Pattern.compile("/labels/([^/?#]+)");
    private static final Pattern FEED = Pattern.compile("/feeds/(\\d{1,18})");

    private Streams() {}

    /** The stream of a page; empty when the path is none of theirs or names what the reader does not have. */
    static Optional<Stream> at(@Nullable String path, Reader reader) {
        Shelf shelf = reader.shelf();
        Texts texts = reader.texts();
        if (path == null) {
            return Optional.empty();
        }
        return switch (path) {
            case "/" -> Optional.of(front(shelf));
            case "/unread" -> Optional.of(unread(shelf, texts));
            case "/starred" -> Optional.of(starred(shelf, texts));
            default ->
                named(FOLDER, path, slug -> folder(slug, shelf, texts))
                        .or(() -> named(FEED, path, id -> feed(id, shelf, texts)))
                        .or(() -> named(LABEL, path, slug -> label(slug, shelf, texts)));
        };
    }

    private static Optional<Stream> named(Pattern pattern, String path, Function<String, Optional<Stream>> find) {
        Matcher name = pattern.matcher(path);
        return name.matches() ? find.apply(name.group(1)) : Optional.empty();
    }

    private static Optional<Stream> folder(String slug, Shelf shelf, Texts texts) {
        return shelf.folders().stream()
                .filter(summary -> summary.folder().slug().equals(slug))
                .findFirst()
                .map(summary -> ofFolder(summary, shelf, texts));
    }

    private static Optional<Stream> label(String slug, Shelf shelf, Texts texts) {
        return shelf.labels().stream()
                .filter(summary -> summary.label().slug().equals(slug))
                .findFirst()
                .map(summary -> labelled(summary, shelf, texts));
    }

    private static Optional<Stream> feed(String id, Shelf shelf, Texts texts) {
        return shelf.feeds().stream()
                .filter(summary -> summary.feed().id().value() == Long.parseLong(id))
                .findFirst()
                .map(summary -> ofFeed(summary, texts));
    }

    static Stream front(Shelf shelf) {
        return new Stream("/", "/", "Broadsheet", Selection.all(Scope.EVERYTHING), shelf, null, null);
    }

    static Stream unread(Shelf shelf, Texts texts) {
        return ofState(
                "/unread",
                texts.get("stream.unread"),
                State.UNREAD,
                shelf,
                texts.get("count.headlines", shelf.unread()));
    }

    static Stream starred(Shelf shelf, Texts texts) {
        return ofState("/starred", texts.get("stream.starred"), State.STARRED, shelf, texts.get("stream.starred-line"));
    }

    static Stream ofFolder(FolderSummary summary, Shelf whole, Texts texts) {
        FolderPath folder = summary.folder().path();
        Shelf shelf = whole.within(folder);
        String path = path(summary);
        FolderSummary outermost = whole.outermost().stream()
                .filter(outer -> folder.isWithin(outer.folder().path()))
                .findFirst()
                .orElse(summary);
        String line =
                texts.get("stream.unread-from", summary.unread(), shelf.feeds().size());
        List<Link> inner = shelf.directlyIn(folder).stream()
                .map(within -> new Link(path(within), within.folder().path().name()))
                .toList();
        return new Stream(
                path,
                path(outermost),
                folder.name(),
                Selection.all(new Scope.InFolder(summary.folder().id())),
                shelf,
                new Heading(folder.name(), line, inner),
                null);
    }

    static Stream labelled(LabelSummary summary, Shelf shelf, Texts texts) {
        Label label = summary.label();
        return new Stream(
                "/labels/" + label.slug(),
                "",
                label.name(),
                Selection.all(new Scope.Labelled(label.id())),
                shelf,
                new Heading(label.name(), texts.get("label.line", summary.entries()), List.of()),
                null);
    }

    static Stream ofFeed(FeedSummary feed, Texts texts) {
        String line = texts.get("stream.unread-of", feed.unread(), feed.feed().entries());
        return new Stream(
                "/feeds/" + feed.feed().id(),
                "",
                feed.title(),
                Selection.all(new Scope.OfFeed(feed.feed().id())),
                new Shelf(List.of(feed), List.of(), List.of()),
                new Heading(feed.title(), line, List.of()),
                feed);
    }

    private static Stream ofState(String path, String title, State state, Shelf shelf, String line) {
        Selection selection = Selection.all(Scope.EVERYTHING).withState(state);
        return new Stream(path, path, title, selection, shelf, new Heading(title, line, List.of()), null);
    }

    private static String path(FolderSummary summary) {
        return "/folders/" + summary.folder().slug();
    }
}
