package org.broadsheet.api.feeds;

import io.javalin.http.BadRequestResponse;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.broadsheet.model.ArchiveRef;
import org.broadsheet.model.Article;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.Page;
import org.broadsheet.model.Position;
import org.broadsheet.model.PublishedState;
import org.broadsheet.publish.Extent;
import org.broadsheet.reading.Headlines;
import org.broadsheet.reading.Publishing;
import org.jspecify.annotations.Nullable;

/** What a document holds, and where the stream goes on (RFC 5005). Thread-safe. */
final class Contents {
    /** Before all entries; who asks for what sorts before the next place asks for the last page. */
    private static final Position BOTTOM = new Position(Instant.parse("0001-01-01T00:00:00Z"), new EntryId(0));

    private final Headlines headlines;
    private final Publishing publishing;

    Contents(Headlines headlines, Publishing publishing) {
        this.headlines = headlines;
        this.publishing = publishing;
    }

    /** Entries and what is to be said of them. */
    record Content(List<Article> articles, Extent extent) {}

    /** Empty when the stream's archive has no such part. */
    Optional<Content> of(Wanted wanted, PublishedState state) {
        FeedQuery query = wanted.query();
        if (wanted.archive() != null) {
            return archived(wanted, wanted.archive());
        }
        if (wanted.stream().isPersonal()) {
            return Optional.of(personal(wanted));
        }
        if (query.since() != null) {
            return Optional.of(since(wanted, query.since()));
        }
        return Optional.of(query.isWhole() ? newest(wanted, state) : page(wanted));
    }

    private Content newest(Wanted wanted, PublishedState state) {
        FeedQuery query = wanted.query();
        Publishing.Newest newest = publishing.newest(wanted.published(), state, query.limit());
        List<Extent.Link> links = paging(wanted, null, newest.older());
        link(links, "prev-archive", newest.archive(), ref -> wanted.place().archive(wanted.format(), ref, query));
        return content(newest.articles(), wanted, state.change(), links);
    }

    private Content page(Wanted wanted) {
        FeedQuery query = wanted.query();
        Publishing.Page page = query.after() != null
                ? publishing.after(wanted.published(), query.after(), query.limit())
                : publishing.before(
                        wanted.published(), query.before() == null ? BOTTOM : query.before(), query.limit());
        return content(page.articles(), wanted, 0, paging(wanted, page.newer(), page.older()));
    }

    private static List<Extent.Link> paging(Wanted wanted, @Nullable Position newer, @Nullable Position older) {
        FeedQuery query = wanted.query();
        List<Extent.Link> links = new ArrayList<>();
        link(links, "first", query.whole(), wanted);
        link(links, "previous", newer == null ? null : query.before(newer), wanted);
        link(links, "next", older == null ? null : query.after(older), wanted);
        link(links, "last", query.before(BOTTOM), wanted);
        return links;
    }

    private Content since(Wanted wanted, long change) {
        Publishing.Changes changes =
                publishing.firstSince(wanted.published(), change, wanted.query().limit());
        List<Extent.Link> links = new ArrayList<>();
        FeedQuery next = changes.complete() ? null : wanted.query().since(changes.upto());
        link(links, "next", next, wanted);
        return content(changes.articles(), wanted, Math.max(change, changes.upto()), links);
    }

    /** Everything that changed after a change, be it much or little; empty where it is more than one document takes. */
    Optional<Content> changes(Wanted wanted, long since) {
        Publishing.Changes changes = publishing.changedSince(wanted.published(), since, FeedQuery.MOST);
        return changes.complete()
                ? Optional.of(content(changes.articles(), wanted, Math.max(since, changes.upto()), List.of()))
                : Optional.empty();
    }

    /** Changes that were read, as what a document holds. */
    static Content of(Wanted wanted, Publishing.Changes changes) {
        return content(changes.articles(), wanted, changes.upto(), List.of());
    }

    private Content personal(Wanted wanted) {
        FeedQuery query = wanted.query();
        if (query.since() != null || query.before() != null) {
            throw new BadRequestResponse(
                    "What is unread or starred has no order of changes: ask without since and before.");
        }
        Page<Article> page =
                headlines.articles(wanted.account(), wanted.stream().selection(), query.after(), query.limit());
        List<Extent.Link> links = new ArrayList<>();
        link(links, "first", query.whole(), wanted);
        link(links, "next", page.next() == null ? null : query.after(page.next()), wanted);
        return content(page.items(), wanted, 0, links);
    }

    private Optional<Content> archived(Wanted wanted, ArchiveRef ref) {
        return publishing.archived(wanted.published(), ref).map(part -> {
            FeedQuery query = wanted.query();
            List<Extent.Link> links = new ArrayList<>();
            link(links, "current", query.whole(), wanted);
            link(links, "prev-archive", part.older(), older -> wanted.place().archive(wanted.format(), older, query));
            return new Content(part.articles(), new Extent(0, true, query.full(), List.copyOf(links)));
        });
    }

    private static Content content(List<Article> articles, Wanted wanted, long change, List<Extent.Link> links) {
        List<Extent.Link> all = new ArrayList<>(links);
        link(all, Extent.CHANGES, change == 0 ? null : wanted.query().since(change), wanted);
        return new Content(articles, new Extent(change, false, wanted.query().full(), List.copyOf(all)));
    }

    private static void link(List<Extent.Link> links, String rel, @Nullable FeedQuery query, Wanted wanted) {
        link(links, rel, query, asked -> wanted.place().feed(wanted.format(), asked));
    }

    private static <T> void link(List<Extent.Link> links, String rel, @Nullable T to, Function<T, String> address) {
        if (to != null) {
            links.add(new Extent.Link(rel, URI.create(address.apply(to))));
        }
    }
}
