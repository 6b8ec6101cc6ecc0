package org.broadsheet.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.Entry;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FolderId;
import org.broadsheet.model.Headline;
import org.broadsheet.model.Page;
import org.broadsheet.model.Position;
import org.broadsheet.model.Scope;
import org.broadsheet.model.Selection;
import org.broadsheet.model.Source;
import org.broadsheet.text.FeedAddress;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Streams of entries as an account reads them: newest first, paged by keyset. Never waits for the writer. */
public final class StreamTable {
    private static final Position START =
            new Position(Instant.parse("9999-01-01T00:00:00Z"), new EntryId(Long.MAX_VALUE));

    private static final String COLUMNS = """
            select e.*, f.title as feed_title, f.host as feed_host, f.url as feed_url, f.site_url as feed_site,
                   f.icon_url as feed_icon, f.last_poll_at as feed_updated, s.title as own_title,
                   {read} as is_read, coalesce(st.starred, false) as is_starred,
                   coalesce(st.apart, false) as is_apart
            """.replace("{read}", ReadState.isRead("e", "s"));

    private static final String JOINS = """
              join feed f on f.id = e.feed_id
              join subscription s on s.feed_id = e.feed_id and s.account_id = :account
              left join entry_state st on st.account_id = :account and st.entry_id = e.id
            """;

    // The inner query reads one table in the order of its index and stops at the limit; the outer one fetches the rest.
    // The plain comparison of sorted_at is for H2, which finds no index through a comparison of rows.
    private static final String PAGE = COLUMNS + """
              from (select e.id
                      from entry e
                     where e.sorted_at <= :at and (e.sorted_at, e.id) < (:at, :id)
                       and e.deleted_at is null
                       and e.change > :since
                       {scope} {fold} {state}
                     order by e.sorted_at desc, e.id desc
                     fetch first :limit rows only) page
              join entry e on e.id = page.id
            """ + JOINS + "order by e.sorted_at desc, e.id desc";

    private static final String AMONG = COLUMNS + " from entry e " + JOINS + """
             where e.id = any(:entries) and e.deleted_at is null and e.change > :since
             {scope} {fold} {state}
             order by e.sorted_at desc, e.id desc""";

    private static final String ONE =
            COLUMNS + " from entry e " + JOINS + " where e.id = :entry and e.deleted_at is null";

    private static final String SUBSCRIBED =
            "and exists (select 1 from subscription s where s.account_id = :account and s.feed_id = {e}.feed_id)";
    private static final String IN_FOLDERS = """
            and exists (select 1 from subscription s join filing fl on fl.subscription_id = s.id
                         where s.account_id = :account and s.feed_id = {e}.feed_id and fl.folder_id = any(:folders))""";
    private static final String LABELLED = SUBSCRIBED + """
             and {e}.id in (select el.entry_id from entry_label el join label l on l.id = el.label_id
                             where l.id = :label and l.account_id = :account)""";
    private static final String OF_FEED = SUBSCRIBED + " and {e}.feed_id = :feed";

    private static final String UNREAD = """
            and not (select {read} from subscription s
                       left join entry_state st on st.account_id = s.account_id and st.entry_id = e.id
                      where s.account_id = :account and s.feed_id = e.feed_id)""".replace("{read}", ReadState.isRead("e", "s"));
    private static final String STARRED =
            "and e.id in (select st.entry_id from entry_state st where st.account_id = :account and st.starred)";

    private final Database database;
    private final SightingTable sightings;

    public StreamTable(Database database) {
        this.database = database;
        this.sightings = new SightingTable(database);
    }

    /**
     * Those of the entries that are in a stream, newest first.
     *
     * @param folders the folder of the scope and those inside it; empty for other scopes
     */
    public List<Headline> among(AccountId account, Selection selection, List<FolderId> folders, List<Long> entries) {
        List<Headline> found = database.jdbi()
                .withHandle(handle -> bindScope(
                                handle.createQuery(sql(AMONG, selection))
                                        .bind("account", account.value())
                                        .bind("since", selection.sinceChange())
                                        .bindArray("entries", Long.class, Ids.notEmpty(entries)),
                                selection.scope(),
                                folders)
                        .map((rows, context) -> headline(rows))
                        .list());
        return sightings.addTo(account, found);
    }

    /**
     * A page of a stream, newest first.
     *
     * @param folders the folder of the scope and those inside it; empty for other scopes
     */
    public Page<Headline> page(
            AccountId account, Selection selection, List<FolderId> folders, @Nullable Position after, int limit) {
        Position from = after == null ? START : after;
        List<Headline> found = database.jdbi().withHandle(handle -> {
            Query query = handle.createQuery(sql(PAGE, selection))
                    .bind("account", account.value())
                    .bind("at", from.sortedAt())
                    .bind("id", from.id().value())
                    .bind("since", selection.sinceChange())
                    .bind("limit", limit + 1);
            return bindScope(query, selection.scope(), folders)
                    .map((rows, context) -> headline(rows))
                    .list();
        });
        boolean more = found.size() > limit;
        List<Headline> items = more ? found.subList(0, limit) : found;
        Position next = more ? position(items.get(items.size() - 1).entry()) : null;
        return new Page<>(sightings.addTo(account, items), next);
    }

    private static Position position(Entry entry) {
        return new Position(entry.sortedAt(), entry.id());
    }

    private static String sql(String query, Selection selection) {
        Scope scope = selection.scope();
        String inScope = inScope(scope);
        boolean folds = selection.foldDuplicates() && !(scope instanceof Scope.OfFeed);
        String state = switch (selection.state()) {
            case ALL -> "";
            case UNREAD -> UNREAD;
            case STARRED -> STARRED;
        };
        return query.replace("{fold}", folds ? "and " + Folding.shown(inScope) : "")
                .replace("{scope}", inScope.replace("{e}", "e"))
                .replace("{state}", state);
    }

    static String inScope(Scope scope) {
        if (scope instanceof Scope.InFolder) {
            return IN_FOLDERS;
        }
        if (scope instanceof Scope.Labelled) {
            return LABELLED;
        }
        return scope instanceof Scope.OfFeed ? OF_FEED : SUBSCRIBED;
    }

    static Query bindScope(Query query, Scope scope, List<FolderId> folders) {
        if (scope instanceof Scope.InFolder) {
            query.bindArray(
                    "folders",
                    Long.class,
                    Ids.notEmpty(folders.stream().map(FolderId::value).toList()));
        } else if (scope instanceof Scope.OfFeed one) {
            query.bind("feed", one.feed().value());
        } else if (scope instanceof Scope.Labelled labelled) {
            query.bind("label", labelled.label().value());
        }
        return query;
    }

    /** One entry among the account's subscriptions. */
    public Optional<Headline> find(AccountId account, EntryId id) {
        Optional<Headline> found = database.jdbi()
                .withHandle(handle -> handle.createQuery(ONE)
                        .bind("account", account.value())
                        .bind("entry", id.value())
                        .map((rows, context) -> headline(rows))
                        .findOne());
        return found.map(headline -> sightings.addTo(account, List.of(headline)).get(0));
    }

    /** The stored bodies of entries, as the cleaner made them. */
    public Map<EntryId, String> bodies(List<EntryId> ids) {
        Map<EntryId, String> bodies = new HashMap<>();
        database.jdbi()
                .useHandle(handle -> handle.createQuery(
                                "select entry_id, html from entry_body where entry_id = any(:ids)")
                        .bindArray(
                                "ids",
                                Long.class,
                                Ids.notEmpty(ids.stream().map(EntryId::value).toList()))
                        .map((rows, context) ->
                                Map.entry(new EntryId(rows.getLong("entry_id")), Bodies.inflate(rows.getBytes("html"))))
                        .forEach(body -> bodies.put(body.getKey(), body.getValue())));
        return bodies;
    }

    /** How many entries of a scope arrived after a change, up to another one and with it. */
    public long arrived(AccountId account, Scope scope, List<FolderId> folders, long after, long upTo) {
        String head =
                "select count(*) from entry e where e.deleted_at is null and e.arrived > :after and e.arrived <= :upto ";
        return aggregate(head, account, scope, folders, Map.of("after", after, "upto", upTo));
    }

    /** The number of the newest change in a scope, 0 when there is none. */
    public long change(AccountId account, Scope scope, List<FolderId> folders) {
        return aggregate(
                "select coalesce(max(e.change), 0) from entry e where e.change > :change ",
                account,
                scope,
                folders,
                Map.of("change", 0L));
    }

    private long aggregate(
            String head, AccountId account, Scope scope, List<FolderId> folders, Map<String, Long> range) {
        return database.jdbi()
                .withHandle(handle -> bindScope(
                                handle.createQuery(head + inScope(scope).replace("{e}", "e"))
                                        .bind("account", account.value())
                                        .bindMap(range),
                                scope,
                                folders)
                        .mapTo(Long.class)
                        .one());
    }

    /** The number of the newest change. */
    public long change() {
        return database.jdbi().withHandle(ChangeCounter::newest);
    }

    static Headline headline(ResultSet rows) throws SQLException {
        return new Headline(
                entry(rows),
                source(rows),
                rows.getBoolean("is_read"),
                rows.getBoolean("is_starred"),
                List.of(),
                rows.getBoolean("is_apart"),
                List.of());
    }

    private static Source source(ResultSet rows) throws SQLException {
        String own = rows.getString("own_title");
        String title = own != null ? own : rows.getString("feed_title");
        return new Source(
                new FeedId(rows.getLong("feed_id")),
                title == null || title.isBlank() ? rows.getString("feed_host") : title,
                FeedAddress.withoutCredentials(rows.getString("feed_url")),
                rows.getString("feed_site"),
                rows.getString("feed_icon"),
                Rows.instant(rows, "feed_updated"));
    }

    private static Entry entry(ResultSet rows) throws SQLException {
        long duplicateOf = rows.getLong("duplicate_of");
        return new Entry(
                new EntryId(rows.getLong("id")),
                new FeedId(rows.getLong("feed_id")),
                rows.getString("guid"),
                rows.getString("url"),
                rows.getString("title"),
                rows.getString("author"),
                rows.getString("summary"),
                rows.getString("image_url"),
                Json.tags(rows.getString("tags")),
                Json.enclosures(rows.getString("enclosures")),
                Rows.instant(rows, "published"),
                Rows.time(rows, "sorted_at"),
                Rows.time(rows, "first_seen"),
                Rows.instant(rows, "updated"),
                rows.getString("language"),
                rows.getInt("words"),
                rows.getLong("change"),
                duplicateOf == 0 ? null : new EntryId(duplicateOf));
    }
}
