package org.broadsheet.web;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
            case "/" -> Optional.of(Stream.front(shelf));
            case "/unread" -> Optional.of(Stream.unread(shelf, texts));
            case "/starred" -> Optional.of(Stream.starred(shelf, texts));
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
                .map(summary -> Stream.ofFolder(summary, shelf, texts));
    }

    private static Optional<Stream> label(String slug, Shelf shelf, Texts texts) {
        return shelf.labels().stream()
                .filter(summary -> summary.label().slug().equals(slug))
                .findFirst()
                .map(summary -> Stream.labelled(summary, shelf, texts));
    }

    private static Optional<Stream> feed(String id, Shelf shelf, Texts texts) {
        return shelf.feeds().stream()
                .filter(summary -> summary.feed().id().value() == Long.parseLong(id))
                .findFirst()
                .map(summary -> Stream.ofFeed(summary, texts));
    }
}
