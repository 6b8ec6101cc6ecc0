package org.broadsheet.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.model.ArchiveRef;
import org.broadsheet.model.Article;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.Headline;
import org.broadsheet.model.Logged;
import org.broadsheet.model.Position;
import org.broadsheet.model.PublishedState;
import org.broadsheet.model.PublishedStream;
import org.broadsheet.model.SafeHtml;
import org.broadsheet.model.Source;
import org.broadsheet.store.ArchiveTable;
import org.broadsheet.store.ChangeRange;
import org.broadsheet.store.Database;
import org.broadsheet.store.FolderTable;
import org.broadsheet.store.PublishedTable;
import org.broadsheet.store.Reach;
import org.broadsheet.store.StreamTable;
import org.broadsheet.store.Writer;
import org.broadsheet.text.Hashes;
import org.jspecify.annotations.Nullable;

/** Streams for those who follow them from outside: the newest entries, pages, what changed, the archive. Thread-safe. */
public final class Publishing {
    private static final Position END =
            new Position(Instant.parse("9999-01-01T00:00:00Z"), new EntryId(Long.MAX_VALUE));
    private static final Duration KEPT = Duration.ofSeconds(1);

    private record Kept(Instant readAt, long commits, PublishedState state) {}

    private final Writer writer;
    private final StreamTable streams;
    private final FolderTable folders;
    private final PublishedTable published;
    private final NewestChanges changes;
    private final Archive archive;
    private final Function<String, SafeHtml> stored;
    private final boolean shared;
    private final InstantSource clock;
    private final Cache<PublishedStream, Kept> states =
            Caffeine.newBuilder().maximumSize(1_000).build();

    /**
     * Builds it.
     *
     * @param stored makes SafeHtml again of what the cleaner had made before it was stored
     */
    public Publishing(Database database, Writer writer, Function<String, SafeHtml> stored, InstantSource clock) {
        this.writer = writer;
        this.streams = new StreamTable(database);
        this.folders = new FolderTable(database);
        this.published = new PublishedTable(database);
        this.changes = new NewestChanges(published);
        this.archive = new Archive(writer, published, new ArchiveTable(database), changes, stored);
        this.stored = stored;
        this.shared = !database.isEmbedded();
        this.clock = clock;
    }

    /**
     * A stream's newest entries by their dates, and with them all that no part of its archive has.
     *
     * @param archive the newest part of the archive, null where there is none
     * @param older where the next page begins, null for no more
     */
    public record Newest(
            List<Article> articles,
            @Nullable ArchiveRef archive,
            @Nullable Position older) {}

    /** A page further down, with what is on either side; null for nothing. */
    public record Page(
            List<Article> articles,
            @Nullable Position newer,
            @Nullable Position older) {}

    /** A part of the archive and the one that follows it, null at its end. */
    public record Archived(List<Article> articles, @Nullable ArchiveRef older) {}

    /** What changed, and whether that is all of it. */
    public record Changes(List<Article> articles, long upto, boolean complete) {}

    /** How a stream stands: what was read of it before is as good while this is the same. Asks the store once a commit. */
    public PublishedState state(PublishedStream stream) {
        // Asked first: what is committed in between makes it be read once more.
        long commits = writer.commits();
        Kept old = states.getIfPresent(stream);
        if (old != null && isFresh(old, commits)) {
            return old.state();
        }
        PublishedState state = read(stream);
        states.put(stream, new Kept(clock.instant(), commits, state));
        return state;
    }

    private boolean isFresh(Kept old, long commits) {
        return old.commits() >= commits && !(shared && old.readAt().plus(KEPT).isBefore(clock.instant()));
    }

    private PublishedState read(PublishedStream stream) {
        List<Source> sources = published.sources(reach(stream));
        SortedSet<Long> feeds =
                sources.stream().map(source -> source.id().value()).collect(Collectors.toCollection(TreeSet::new));
        String[] told = sources.stream()
                .flatMap(source -> Stream.of(source.title(), source.url(), String.valueOf(source.siteUrl())))
                .toArray(String[]::new);
        return new PublishedState(changes.of(feeds), feeds, Hashes.of(told));
    }

    private Reach reach(PublishedStream stream) {
        return new Reach(stream.account(), stream.scope(), Folders.within(folders, stream.account(), stream.scope()));
    }

    /**
     * What a stream's own document holds.
     *
     * @param limit 1 or more; where it has no room for what the archive has not, the archive is not named
     */
    public Newest newest(PublishedStream stream, PublishedState state, int limit) {
        Reach reach = reach(stream);
        List<EntryId> newest = published.older(reach, END, limit + 1);
        boolean more = newest.size() > limit;
        Archive.Head head = limit < ArchivePlan.PART
                ? new Archive.Head(List.of(), null)
                : archive.head(stream, reach, state.feeds());
        List<Article> articles = articles(reach, together(newest, head.open(), limit));
        List<EntryId> first = newest.subList(0, Math.min(limit, newest.size()));
        Position older = more ? position(reach, first.get(first.size() - 1)) : null;
        return new Newest(articles, head.newest(), older);
    }

    /** All that is open, and of the newest as many as there is room for. */
    private static List<EntryId> together(List<EntryId> newest, List<Logged> open, int limit) {
        Set<EntryId> all = new LinkedHashSet<>(open.stream().map(Logged::id).toList());
        newest.stream().takeWhile(id -> all.size() < limit || all.contains(id)).forEach(all::add);
        return List.copyOf(all);
    }

    private @Nullable Position position(Reach reach, EntryId id) {
        return published.headlines(reach, List.of(id)).stream()
                .findFirst()
                .map(Publishing::position)
                .orElse(null);
    }

    private static Position position(Headline headline) {
        return new Position(headline.entry().sortedAt(), headline.entry().id());
    }

    /** The entries that sort after a place. */
    public Page after(PublishedStream stream, Position place, int limit) {
        Reach reach = reach(stream);
        List<EntryId> ids = published.older(reach, place, limit + 1);
        List<Article> articles = articles(reach, ids.stream().limit(limit).toList());
        return page(articles, place, true, ids.size() > limit);
    }

    /** The entries that sort before a place and are nearest to it. */
    public Page before(PublishedStream stream, Position place, int limit) {
        Reach reach = reach(stream);
        List<EntryId> ids = published.newer(reach, place, limit + 1);
        List<Article> articles = articles(
                reach, ids.stream().skip(Math.max(0, ids.size() - limit)).toList());
        return page(
                articles,
                place,
                ids.size() > limit,
                !published.older(reach, place, 1).isEmpty());
    }

    private static Page page(List<Article> articles, Position place, boolean newer, boolean older) {
        if (articles.isEmpty()) {
            return new Page(articles, newer ? place : null, null);
        }
        Position top = position(articles.get(0).headline());
        Position bottom = position(articles.get(articles.size() - 1).headline());
        return new Page(articles, newer ? top : null, older ? bottom : null);
    }

    /** What changed last after a change, newest first; at most so many. */
    public Changes changedSince(PublishedStream stream, long change, int most) {
        Reach reach = reach(stream);
        return changes(reach, published.latest(reach, ChangeRange.after(change), most + 1), most);
    }

    /** What changed first after a change, so that all can be read in several goes. */
    public Changes firstSince(PublishedStream stream, long change, int most) {
        Reach reach = reach(stream);
        return changes(reach, published.earliest(reach, ChangeRange.after(change), most + 1), most);
    }

    private Changes changes(Reach reach, List<Logged> log, int most) {
        List<Logged> some = log.subList(0, Math.min(most, log.size()));
        long upto = some.stream().mapToLong(Logged::change).max().orElse(0);
        return new Changes(articles(reach, some.stream().map(Logged::id).toList()), upto, log.size() <= most);
    }

    /** A part of a stream's archive; empty when it has none of that name. The same for ever. */
    public Optional<Archived> archived(PublishedStream stream, ArchiveRef ref) {
        return archive.open(stream, reach(stream), ref).map(part -> new Archived(part.articles(), part.older()));
    }

    private List<Article> articles(Reach reach, List<EntryId> ids) {
        List<Headline> headlines = published.headlines(reach, ids);
        Map<EntryId, String> bodies = headlines.isEmpty() ? Map.of() : streams.bodies(ids);
        List<Article> articles = new ArrayList<>(headlines.size());
        for (Headline headline : headlines) {
            String html = bodies.getOrDefault(headline.entry().id(), "");
            articles.add(new Article(headline, stored.apply(html)));
        }
        articles.sort(Comparator.comparing(
                        (Article article) -> article.headline().entry().sortedAt())
                .thenComparing(article -> article.headline().entry().id().value())
                .reversed());
        return List.copyOf(articles);
    }
}
