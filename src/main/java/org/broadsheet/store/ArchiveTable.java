package org.broadsheet.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadsheet.model.ArchiveRef;
import org.broadsheet.model.Article;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.PublishedStream;
import org.broadsheet.model.SafeHtml;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The archives of published streams. A part is written once; only which one follows it is learned later, and once. */
public final class ArchiveTable {
    private static final String PARTS = """
            select p.id, p.archive_id, p.in_month, p.entries, p.above, p.rest, p.feeds, p.follows, p.older
              from archive_part p join archive a on a.id = p.archive_id
             where a.account_id = :account and a.stream = :stream and p.id = :id""";

    private static final String INSERT = """
            insert into archive_part (archive_id, in_month, entries, above, rest, feeds, follows)
            values (:archive, :month, :entries, :above, :rest, :feeds, :follows)""";

    private static final String CURRENT_BODIES = """
            select e.id, e.revisions, b.html from entry e join entry_body b on b.entry_id = e.id where e.id = any(:ids)""";

    private static final String EARLIER_BODY =
            "select html from entry_revision where entry_id = :id and number = :revision";

    private final Database database;

    public ArchiveTable(Database database) {
        this.database = database;
    }

    /**
     * How far a stream's archive goes.
     *
     * @param id 0 where there is none yet
     * @param upto entries up to this change are in its parts, or will be
     * @param feeds of these
     * @param newest the part to begin with, 0 for none
     */
    public record State(long id, long upto, SortedSet<Long> feeds, long newest) {
        /** Of a stream without an archive. */
        public static final State NONE = new State(0, 0, Collections.emptySortedSet(), 0);
    }

    /**
     * Entries that stay together from now on.
     *
     * @param rest the range of what is older and in no part yet; its upper end counts down from part to part
     * @param follows the part after that range, 0 for none
     */
    public record NewPart(String month, List<EntryId> entries, ChangeRange rest, long follows) {}

    /**
     * A part that is there.
     *
     * @param older the part that follows it, 0 for none, null until that is known
     */
    public record Part(
            ArchiveRef ref,
            long archive,
            Frozen entries,
            ChangeRange rest,
            long follows,
            @Nullable Long older) {}

    public State state(PublishedStream stream) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select id, upto, feeds, newest from archive where account_id = :account and stream = :stream")
                        .bind("account", stream.account().value())
                        .bind("stream", stream.name())
                        .map((rows, context) -> new State(
                                rows.getLong("id"),
                                rows.getLong("upto"),
                                feeds(rows.getString("feeds")),
                                rows.getLong("newest")))
                        .findOne())
                .orElse(State.NONE);
    }

    /** A part of this stream's archive by its number. */
    public Optional<Part> part(PublishedStream stream, long id) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(PARTS)
                        .bind("account", stream.account().value())
                        .bind("stream", stream.name())
                        .bind("id", id)
                        .map((rows, context) -> part(rows))
                        .findOne());
    }

    private static Part part(ResultSet rows) throws SQLException {
        long older = rows.getLong("older");
        boolean known = !rows.wasNull();
        String only = rows.getString("feeds");
        return new Part(
                new ArchiveRef(rows.getString("in_month"), rows.getLong("id")),
                rows.getLong("archive_id"),
                new Frozen(rows.getBytes("entries")),
                new ChangeRange(rows.getLong("above"), rows.getLong("rest"), only == null ? null : feeds(only)),
                rows.getLong("follows"),
                known ? older : null);
    }

    /** What goes into {@link #append} and {@link #follow}: read before the writer's turn. Empty where nothing is left of it. */
    public Optional<Frozen> freeze(PublishedTable published, Reach reach, NewPart part) {
        List<PublishedTable.Version> versions = published.versions(reach, part.entries());
        return versions.isEmpty() ? Optional.empty() : Optional.of(Frozen.of(versions));
    }

    /**
     * Brings an archive to another state, with a new part in front where one is given.
     *
     * @return false when somebody else brought it further meanwhile: nothing was done
     */
    public boolean append(Handle handle, PublishedStream stream, State old, State then, @Nullable FrozenPart part) {
        long id = old.id() == 0 ? create(handle, stream) : old.id();
        long newest = part == null ? then.newest() : insert(handle, id, part);
        int moved = handle.createUpdate("""
                        update archive set upto = :upto, feeds = :feeds, newest = :newest
                         where id = :id and upto = :old_upto and feeds = :old_feeds and newest = :old_newest""")
                .bind("id", id)
                .bind("upto", then.upto())
                .bind("feeds", text(then.feeds()))
                .bind("newest", newest)
                .bind("old_upto", old.upto())
                .bind("old_feeds", text(old.feeds()))
                .bind("old_newest", old.newest())
                .execute();
        if (moved == 0 && part != null) {
            handle.createUpdate("delete from archive_part where id = :id")
                    .bind("id", newest)
                    .execute();
        }
        return moved > 0;
    }

    /** A part with its entries as they are kept. */
    public record FrozenPart(NewPart part, Frozen entries) {}

    /** Notes what follows a part, unless that is known: a new part, or one that is there (0 for none). */
    public void follow(Handle handle, Part part, @Nullable FrozenPart next, long there) {
        boolean known = handle.createQuery("select count(*) from archive_part where id = :id and older is not null")
                        .bind("id", part.ref().id())
                        .mapTo(Long.class)
                        .one()
                > 0;
        if (!known) {
            long older = next == null ? there : insert(handle, part.archive(), next);
            handle.createUpdate("update archive_part set older = :older where id = :id and older is null")
                    .bind("older", older)
                    .bind("id", part.ref().id())
                    .execute();
        }
    }

    private static long create(Handle handle, PublishedStream stream) {
        handle.createUpdate("""
                        insert into archive (account_id, stream, upto, feeds, newest)
                        select a.id, :stream, 0, '', 0 from account a
                         where a.id = :account
                           and not exists (select 1 from archive o where o.account_id = a.id and o.stream = :stream)""")
                .bind("account", stream.account().value())
                .bind("stream", stream.name())
                .execute();
        return handle.createQuery("select id from archive where account_id = :account and stream = :stream")
                .bind("account", stream.account().value())
                .bind("stream", stream.name())
                .mapTo(Long.class)
                .one();
    }

    private static long insert(Handle handle, long archive, FrozenPart frozen) {
        NewPart part = frozen.part();
        ChangeRange rest = part.rest();
        return handle.createUpdate(INSERT)
                .bind("archive", archive)
                .bind("month", part.month())
                .bind("entries", frozen.entries().bytes())
                .bind("above", rest.above())
                .bind("rest", rest.upto())
                .bind("feeds", rest.feeds() == null ? null : text(new TreeSet<>(rest.feeds())))
                .bind("follows", part.follows())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    /**
     * The entries of a part as they were.
     *
     * @param stored makes SafeHtml again of what the cleaner had made before it was stored
     */
    public List<Article> articles(Part part, Function<String, SafeHtml> stored) {
        List<PublishedTable.Version> versions = part.entries().versions();
        Map<EntryId, String> bodies = database.jdbi().withHandle(handle -> bodies(handle, versions));
        return versions.stream()
                .map(version -> new Article(
                        version.headline(),
                        stored.apply(
                                bodies.getOrDefault(version.headline().entry().id(), ""))))
                .toList();
    }

    private static Map<EntryId, String> bodies(Handle handle, List<PublishedTable.Version> versions) {
        Map<Long, Integer> revisions = versions.stream()
                .collect(Collectors.toMap(
                        version -> version.headline().entry().id().value(), PublishedTable.Version::revisions));
        Map<EntryId, String> bodies = new HashMap<>();
        handle.createQuery(CURRENT_BODIES)
                .bindArray("ids", Long.class, Ids.notEmpty(revisions.keySet()))
                .map((rows, context) -> {
                    long id = rows.getLong("id");
                    return rows.getInt("revisions") == revisions.getOrDefault(id, 0)
                            ? Map.entry(new EntryId(id), Bodies.inflate(rows.getBytes("html")))
                            : Map.entry(new EntryId(0), "");
                })
                .forEach(body -> bodies.put(body.getKey(), body.getValue()));
        revisions.forEach(
                (id, revision) -> bodies.computeIfAbsent(new EntryId(id), changed -> earlier(handle, id, revision)));
        return bodies;
    }

    private static String earlier(Handle handle, long entry, int revision) {
        return handle.createQuery(EARLIER_BODY)
                .bind("id", entry)
                .bind("revision", revision)
                .map((rows, context) -> Bodies.inflate(rows.getBytes("html")))
                .findOne()
                .orElse("");
    }

    private static SortedSet<Long> feeds(String text) {
        return Arrays.stream(text.split(","))
                .filter(id -> !id.isEmpty())
                .map(Long::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(SortedSet<Long> feeds) {
        return feeds.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
