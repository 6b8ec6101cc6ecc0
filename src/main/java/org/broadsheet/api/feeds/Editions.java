package org.broadsheet.api.feeds;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.broadsheet.model.Article;
import org.broadsheet.model.Entry;
import org.broadsheet.model.PublishedState;
import org.broadsheet.publish.FeedWriter;
import org.broadsheet.publish.OutgoingFeed;
import org.broadsheet.publish.Site;
import org.broadsheet.reading.Publishing;
import org.broadsheet.server.ReadyDocument;
import org.broadsheet.text.Hashes;

/** Makes feed documents, and keeps the latest because many readers ask for the same. Thread-safe. */
final class Editions {
    private static final long MOST_BYTES = 24 << 20;

    /** With the compressed forms, and what a record of it takes. */
    private static final int BYTES_BESIDE = 1_000;

    /** What is for ever does not depend on how the stream stands. */
    private static final PublishedState FOR_EVER = new PublishedState(0, Collections.emptySortedSet(), "");

    /** When a stream was changed in which nothing has been yet: the year of its id, for a feed must name a date. */
    private static final Instant NOTHING_YET = Instant.parse("2026-01-01T00:00:00Z");

    private record Kept(PublishedState state, ReadyDocument document) {}

    private final Publishing publishing;
    private final Contents contents;
    private final String authority;
    private final Presentation presentation;
    private final Cache<Wanted, Kept> ready = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Wanted wanted, Kept kept) -> kept.document().length() * 3 / 2 + BYTES_BESIDE)
            .expireAfterAccess(Duration.ofMinutes(30))
            .build();

    /**
     * Builds it.
     *
     * @param authority our name in ids
     */
    Editions(Publishing publishing, Contents contents, String authority, Presentation presentation) {
        this.publishing = publishing;
        this.contents = contents;
        this.authority = authority;
        this.presentation = presentation;
    }

    /** The document as it is now, maybe made earlier; empty when there is none. */
    Optional<ReadyDocument> get(Wanted wanted) {
        if (wanted.stream().isPersonal() || wanted.place().secret()) {
            return contents.of(wanted, state(wanted)).map(content -> write(wanted, content));
        }
        PublishedState state = wanted.archive() == null ? state(wanted) : FOR_EVER;
        Kept there = ready.getIfPresent(wanted);
        if (there != null && there.state().equals(state)) {
            return Optional.of(there.document());
        }
        Kept made = ready.asMap()
                .compute(wanted, (key, old) -> old != null && old.state().equals(state) ? old : make(wanted, state));
        return Optional.ofNullable(made).map(Kept::document);
    }

    /** Who announces the news of a document (WebSub §4); empty for nobody. */
    List<URI> hubs(Wanted wanted) {
        return wanted.isTopic() ? presentation.hubs() : List.of();
    }

    /** A document as it leaves. */
    byte[] bytes(Wanted wanted, Contents.Content content) {
        return FeedWriter.write(wanted.format(), feed(wanted, content));
    }

    private PublishedState state(Wanted wanted) {
        return publishing.state(wanted.published());
    }

    // Caffeine keeps nothing for null.
    @SuppressWarnings("NullAway")
    private Kept make(Wanted wanted, PublishedState state) {
        return contents.of(wanted, state)
                .map(content -> {
                    byte[] bytes = bytes(wanted, content);
                    String tag = wanted.archive() == null ? Tag.of(state).of(bytes) : "a." + Hashes.of(bytes);
                    return new Kept(state, document(wanted, content, bytes, tag));
                })
                .orElse(null);
    }

    private ReadyDocument write(Wanted wanted, Contents.Content content) {
        byte[] bytes = bytes(wanted, content);
        return document(wanted, content, bytes, "p." + Hashes.of(bytes));
    }

    /**
     * What changed in a stream after a change, as a document (RFC 3229).
     *
     * @return empty where that is more than one document takes, or nothing
     */
    Optional<ReadyDocument> changes(Wanted wanted, long since) {
        return contents.changes(wanted, since)
                .filter(content -> !content.articles().isEmpty())
                .map(content -> write(wanted, content));
    }

    /** What the client has of the stream, from the tags that it sent; empty where that cannot be told. */
    Optional<Long> known(Wanted wanted, String ifNoneMatch) {
        return Tag.of(state(wanted)).known(ifNoneMatch);
    }

    private static ReadyDocument document(Wanted wanted, Contents.Content content, byte[] bytes, String tag) {
        // What is unread or starred changes without anything in it changing.
        Instant updated = wanted.stream().isPersonal() ? Instant.EPOCH : updated(content.articles());
        return new ReadyDocument(bytes, wanted.format().mediaType(), tag, updated);
    }

    private OutgoingFeed feed(Wanted wanted, Contents.Content content) {
        String base = wanted.place().base();
        Stream stream = wanted.stream();
        return new OutgoingFeed(
                stream.title(),
                "tag:" + authority + ",2026:stream/" + stream.name(),
                new Site(authority, URI.create(base + "/")),
                URI.create(wanted.self()),
                URI.create(base + stream.path()),
                updated(content.articles()),
                content.articles().stream()
                        .map(article -> new Article(
                                article.headline(), presentation.form().apply(article.content())))
                        .toList(),
                content.extent(),
                hubs(wanted));
    }

    private static Instant updated(List<Article> entries) {
        return entries.stream()
                .map(article -> touched(article.headline().entry()))
                .max(Comparator.naturalOrder())
                .orElse(NOTHING_YET);
    }

    private static Instant touched(Entry entry) {
        Instant updated = entry.updated();
        return updated == null || updated.isBefore(entry.firstSeen()) ? entry.firstSeen() : updated;
    }
}
