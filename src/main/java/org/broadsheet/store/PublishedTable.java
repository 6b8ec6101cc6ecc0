package org.broadsheet.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.Headline;
import org.broadsheet.model.Logged;
import org.broadsheet.model.Position;
import org.broadsheet.model.Scope;
import org.broadsheet.model.Sighting;
import org.broadsheet.model.Source;
import org.jdbi.v3.core.statement.Query;

/** Streams as those see them who have no account here: entries that repeat each other once, nothing read or starred. */
public final class PublishedTable {
    // A source is dated by its entry: when the feed was last asked says nothing of what it holds.
    private static final String ROWS = """
            select e.*, f.title as feed_title, f.host as feed_host, f.url as feed_url, f.site_url as feed_site,
                   f.icon_url as feed_icon, coalesce(e.updated, e.first_seen) as feed_updated, s.title as own_title,
                   false as is_read, false as is_starred, false as is_apart
              from entry e
              join feed f on f.id = e.feed_id
              join subscription s on s.feed_id = e.feed_id and s.account_id = :account
             where e.id = any(:ids)
             order by e.sorted_at desc, e.id desc""";

    // The plain comparison of sorted_at is for H2, which finds no index through a comparison of rows.
    private static final String OLDER = """
            select e.id from entry e
             where e.sorted_at <= :at and (e.sorted_at, e.id) < (:at, :id) and e.deleted_at is null {scope} {fold}
             order by e.sorted_at desc, e.id desc
             fetch first :limit rows only""";

    private static final String NEWER = """
            select e.id from entry e
             where e.sorted_at >= :at and (e.sorted_at, e.id) > (:at, :id) and e.deleted_at is null {scope} {fold}
             order by e.sorted_at, e.id
             fetch first :limit rows only""";

    private static final String LOG = """
            select e.id, e.change, coalesce(e.updated, e.first_seen) as at from entry e
             where e.change > :above and e.change <= :upto and e.deleted_at is null {only} {scope} {fold}
             order by e.change {order}
             fetch first :limit rows only""";

    private static final String SOURCES = """
            select f.id, coalesce(s.title, f.title, f.host) as title, f.url, f.site_url
              from subscription s join feed f on f.id = s.feed_id
             where s.account_id = :account {which}
             order by f.id""";

    private static final String IN_FOLDERS = """
            and exists (select 1 from filing fl where fl.subscription_id = s.id and fl.folder_id = any(:folders))""";

    private final Database database;
    private final SightingTable sightings;

    public PublishedTable(Database database) {
        this.database = database;
        this.sightings = new SightingTable(database);
    }

    /** The feeds that a stream draws from, by id. */
    public List<Source> sources(Reach reach) {
        String which = reach.scope() instanceof Scope.InFolder
                ? IN_FOLDERS
                : reach.scope() instanceof Scope.OfFeed ? "and f.id = :feed" : "";
        return database.jdbi()
                .withHandle(handle -> bind(handle.createQuery(SOURCES.replace("{which}", which)), reach)
                        .map((rows, context) -> new Source(
                                new FeedId(rows.getLong("id")),
                                rows.getString("title"),
                                rows.getString("url"),
                                rows.getString("site_url"),
                                null,
                                null))
                        .list());
    }

    /** For each feed whose entries changed after this change, the newest change of these. */
    public Map<Long, Long> newestChanges(long after) {
        Map<Long, Long> newest = new HashMap<>();
        database.jdbi()
                .useHandle(handle -> handle.createQuery(
                                "select feed_id, max(change) as newest from entry where change > :after group by feed_id")
                        .bind("after", after)
                        .map((rows, context) -> Map.entry(rows.getLong("feed_id"), rows.getLong("newest")))
                        .forEach(feed -> newest.put(feed.getKey(), feed.getValue())));
        return newest;
    }

    /** The entries that sort after a place, newest first. */
    public List<EntryId> older(Reach reach, Position than, int limit) {
        return ids(OLDER, reach, than, limit);
    }

    /** The entries that sort before a place and are nearest to it, newest first. */
    public List<EntryId> newer(Reach reach, Position than, int limit) {
        List<EntryId> ids = new ArrayList<>(ids(NEWER, reach, than, limit));
        Collections.reverse(ids);
        return ids;
    }

    private List<EntryId> ids(String sql, Reach reach, Position place, int limit) {
        return database.jdbi()
                .withHandle(handle -> bind(handle.createQuery(within(sql, reach)), reach)
                        .bind("at", place.sortedAt())
                        .bind("id", place.id().value())
                        .bind("limit", limit)
                        .mapTo(Long.class)
                        .map(EntryId::new)
                        .list());
    }

    /** The last of a range, the latest change first. */
    public List<Logged> latest(Reach reach, ChangeRange range, int limit) {
        return log("desc", reach, range, limit);
    }

    /** The first of a range, the earliest change first. */
    public List<Logged> earliest(Reach reach, ChangeRange range, int limit) {
        return log("", reach, range, limit);
    }

    private List<Logged> log(String order, Reach reach, ChangeRange range, int limit) {
        String only = range.feeds() == null ? "" : "and e.feed_id = any(:only)";
        String sql = within(LOG, reach).replace("{only}", only).replace("{order}", order);
        return database.jdbi().withHandle(handle -> {
            Query query = bind(handle.createQuery(sql), reach)
                    .bind("above", range.above())
                    .bind("upto", range.upto())
                    .bind("limit", limit);
            if (range.feeds() != null) {
                query.bindArray("only", Long.class, Ids.notEmpty(range.feeds()));
            }
            return query.map((rows, context) ->
                            new Logged(new EntryId(rows.getLong("id")), rows.getLong("change"), Rows.time(rows, "at")))
                    .list();
        });
    }

    private static String within(String sql, Reach reach) {
        String inScope = StreamTable.inScope(reach.scope());
        boolean folds = !(reach.scope() instanceof Scope.OfFeed);
        return sql.replace("{fold}", folds ? "and " + Folding.shownToAll(inScope) : "")
                .replace("{scope}", inScope.replace("{e}", "e"));
    }

    private static Query bind(Query query, Reach reach) {
        return StreamTable.bindScope(query.bind("account", reach.account().value()), reach.scope(), reach.folders());
    }

    /** Entries with where else they are, newest first; those that are gone are left out. */
    public List<Headline> headlines(Reach reach, List<EntryId> ids) {
        return versions(reach, ids).stream().map(Version::headline).toList();
    }

    /** The same, each with how often it was changed before. */
    List<Version> versions(Reach reach, List<EntryId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<EntryId, Integer> revisions = new HashMap<>();
        List<Headline> found = database.jdbi()
                .withHandle(handle -> handle.createQuery(ROWS)
                        .bind("account", reach.account().value())
                        .bindArray(
                                "ids",
                                Long.class,
                                Ids.notEmpty(ids.stream().map(EntryId::value).toList()))
                        .map((rows, context) -> {
                            revisions.put(new EntryId(rows.getLong("id")), rows.getInt("revisions"));
                            return StreamTable.headline(rows);
                        })
                        .list());
        return sightings.addTo(reach.account(), found).stream()
                .map(PublishedTable::together)
                .map(headline -> new Version(
                        headline, revisions.getOrDefault(headline.entry().id(), 0)))
                .toList();
    }

    /** An entry as it was at some time. */
    record Version(Headline headline, int revisions) {}

    /** What the account keeps apart is carried elsewhere all the same. */
    private static Headline together(Headline headline) {
        List<Sighting> all = Stream.concat(headline.alsoIn().stream(), headline.apartFrom().stream())
                .sorted(Comparator.comparing(seen -> seen.entryId().value()))
                .toList();
        return headline.withSightings(all, List.of());
    }
}
