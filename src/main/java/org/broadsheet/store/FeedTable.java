package org.broadsheet.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.broadsheet.model.DueFeed;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.Feed;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.IdentityWeakness;
import org.broadsheet.model.LastPoll;
import org.broadsheet.model.Validators;
import org.broadsheet.text.FeedAddress;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The feeds, shared by all accounts. Reads take the pool, writes a handle of the {@link Writer}. */
public final class FeedTable {
    /** The columns that {@link #feed} reads, from a feed called f. */
    static final String COLUMNS = """
            f.id, f.url, f.title, f.host, f.site_url, f.description, f.language, f.icon_url, f.status, f.next_poll_at,
            f.failures, f.entries, f.format, f.identity_reason, f.repairs, f.last_poll_at, f.last_outcome, f.last_error_kind, f.last_error, f.last_http_status,
            f.last_duration_ms, f.last_bytes, f.last_new, f.last_changed""";

    private static final String INSERT = """
            insert into feed (url, host, settings, created_at, status, next_poll_at, poll_interval_ms, failures,
                              moved_sightings, identity_rule, entries, polls)
            values (:url, :host, '{}', :now, 'NEW', :now, 0, 0, 0, 'GUID', 0, 0)""";

    private static final String FREE = """
               and not exists (select 1 from feed_claim c where c.feed_id = f.id and c.claimed_until > :now)
               and exists (select 1 from subscription s where s.feed_id = f.id)
            """;

    // Two statements instead of one with "or", and without a lock, so that each reads its index in order and stops
    // early, however many feeds there are.
    private static final String ASKED_FOR =
            "select f.id from asked_feed a join feed f on f.id = a.feed_id where a.round_id > 0\n" + FREE;
    private static final String OLDEST_ROUND = "order by a.round_id fetch first :most rows only";
    private static final String DUE = "select f.id from feed f where f.next_poll_at <= :now\n" + FREE;
    private static final String LONGEST_DUE = "order by f.next_poll_at fetch first :most rows only";

    private static final String LOCK = "select f.id from feed f where f.id = any(:ids) for update skip locked";

    private static final String CLAIMED = """
            select f.id, f.url, f.host, f.etag, f.last_modified, f.validators_from, f.body_hash, f.failures, f.failing_since,
                   f.missing_since,
                   (select a.round_id from asked_feed a where a.feed_id = f.id) as round_id,
                   f.identity_reason, f.last_poll_at, f.ttl_s, f.quiet_hours, f.quiet_days, f.moved_to, f.moved_since,
                   f.moved_sightings, (select r.profile from rhythm r where r.feed_id = f.id) as profile,
                   (select l.pushed_at from hub_lease l where l.feed_id = f.id and l.lease_until > :now) as pushed_at,
                   (select l.hub from hub_lease l where l.feed_id = f.id) as hub,
                   (select l.topic from hub_lease l where l.feed_id = f.id) as topic,
                   (select count(*) from subscription s where s.feed_id = f.id) as subscribers,
                   (select min(s.ask_every_s) from subscription s where s.feed_id = f.id) as ask_every_s
              from feed f
             where f.id = any(:ids)
            """ + FREE;

    private final Database database;
    private final HostClaims hosts;

    /** For claims that tell hosts apart by their names. */
    public FeedTable(Database database) {
        this(database, UnaryOperator.identity());
    }

    /**
     * The feeds as one node sees them, which claims hosts for itself.
     *
     * @param hostKey what tells a host from others for politeness: the domain that it stands in, or the host
     */
    public FeedTable(Database database, UnaryOperator<String> hostKey) {
        this.database = database;
        this.hosts = new HostClaims(hostKey);
    }

    /** Whether no feed was ever known. */
    public boolean isEmpty() {
        return database.jdbi()
                        .withHandle(handle -> handle.createQuery(
                                        "select count(*) from (select id from feed fetch first 1 rows only) any_feed")
                                .mapTo(Long.class)
                                .one())
                == 0;
    }

    /** Some feeds as they stand now. */
    public List<Feed> some(Collection<FeedId> ids) {
        String sql = "select " + COLUMNS + " from feed f where f.id = any(:ids)";
        List<Long> numbers = ids.stream().map(FeedId::value).toList();
        return database.jdbi()
                .withHandle(
                        handle -> Lookup.of(handle, sql).bindIds("ids", numbers).list(FeedTable::feed));
    }

    /** The feed of an address, if it is known. */
    static Optional<FeedId> byUrl(Handle handle, String url) {
        return handle.createQuery("select id from feed where url = :url")
                .bind("url", url)
                .mapTo(Long.class)
                .findOne()
                .map(FeedId::new);
    }

    /** Adds a feed that is due at once. */
    static FeedId insert(Handle handle, String url, Instant now) {
        long id = handle.createUpdate(INSERT)
                .bind("url", url)
                .bind("host", FeedAddress.host(url))
                .bind("now", now)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        return new FeedId(id);
    }

    /** Makes a feed due that was not to be asked any more. */
    static void wake(Handle handle, FeedId feed, Instant now) {
        handle.createUpdate("update feed set next_poll_at = :now where id = :feed and next_poll_at is null")
                .bind("now", now)
                .bind("feed", feed.value())
                .execute();
    }

    /** Makes a feed due at a time where it would be later. */
    static void planNoLaterThan(Handle handle, FeedId feed, Instant time) {
        handle.createUpdate("update feed set next_poll_at = :time where id = :feed and next_poll_at > :time")
                .bind("time", time)
                .bind("feed", feed.value())
                .execute();
    }

    /** Gives a feed another address, at which it is due at once; what the old one answered of late is forgotten. */
    static boolean readdress(Handle handle, FeedId feed, String url, Instant now) {
        return handle.createUpdate("""
                        update feed
                           set url = :url, host = :host, next_poll_at = :now, etag = null, last_modified = null,
                               validators_from = null, body_hash = null, failures = 0, failing_since = null, missing_since = null,
                               moved_to = null, moved_since = null, moved_sightings = 0
                         where id = :feed""")
                        .bind("url", url)
                        .bind("host", FeedAddress.host(url))
                        .bind("now", now)
                        .bind("feed", feed.value())
                        .execute()
                > 0;
    }

    /**
     * Takes feeds to poll, those that were asked for and those that are due, for as long as the lease lasts. None of a host
     * that another node has feeds of, and none at all while another node is claiming.
     *
     * @param scheduled false: only those that a round asked for
     */
    public List<DueFeed> claim(Handle handle, boolean scheduled, int most, Instant now, Duration lease) {
        if (!HostClaims.lock(handle)) {
            return List.of();
        }
        // Asked after the lock, as all that follows: what came before it may be out of date.
        Set<String> held = hosts.held(handle, now);
        List<Long> ids = new ArrayList<>(askedFor(handle, held, most, now));
        if (scheduled && ids.size() < most) {
            due(handle, held, most, now).stream()
                    .filter(id -> !ids.contains(id))
                    .limit(most - ids.size())
                    .forEach(ids::add);
        }
        return ids.isEmpty() ? List.of() : claim(handle, ids, held, now, lease);
    }

    private List<DueFeed> claim(Handle handle, List<Long> ids, Set<String> held, Instant now, Duration lease) {
        // What a round is taking over until its lock is gone is seen by what asks after the lock only.
        List<Long> locked = Lookup.of(handle, LOCK).bindIds("ids", ids).list(rows -> rows.getLong(1));
        List<DueFeed> free = Lookup.of(handle, CLAIMED)
                .bindIds("ids", locked)
                .bind("now", now)
                .list(FeedTable::dueFeed);
        Map<Long, Integer> order = new HashMap<>();
        ids.forEach(id -> order.put(id, order.size()));
        List<DueFeed> claimed = free.stream()
                .filter(feed -> held.isEmpty() || !held.contains(hosts.key(feed)))
                .sorted(Comparator.comparing(feed -> order.get(feed.id().value())))
                .toList();
        hold(handle, claimed, now.plus(lease));
        return claimed;
    }

    private void hold(Handle handle, List<DueFeed> claimed, Instant until) {
        release(handle, claimed.stream().map(feed -> feed.id().value()).toList());
        Batch rows = Batch.of(
                handle,
                "insert into feed_claim (feed_id, claimed_until, node, host) values (:feed, :until, :node, :host)");
        claimed.forEach(feed -> rows.bind("feed", feed.id().value())
                .bind("until", until)
                .bind("node", hosts.node())
                .bind("host", hosts.key(feed))
                .add());
        rows.execute();
    }

    /** Ends claims. */
    static void release(Handle handle, List<Long> feeds) {
        Batch rows = Batch.of(handle, "delete from feed_claim where feed_id = any(:feeds)");
        Ids.inParts(feeds).forEach(some -> rows.bindIds("feeds", some).add());
        rows.execute();
    }

    private List<Long> askedFor(Handle handle, Set<String> held, int most, Instant now) {
        return held.isEmpty()
                ? first(Lookup.of(handle, ASKED_FOR + OLDEST_ROUND), most, now)
                : first(beside(handle, ASKED_FOR + HostClaims.NOT_HELD + OLDEST_ROUND), most, now);
    }

    private List<Long> due(Handle handle, Set<String> held, int most, Instant now) {
        return held.isEmpty()
                ? first(Lookup.of(handle, DUE + LONGEST_DUE), most, now)
                : first(beside(handle, DUE + HostClaims.NOT_HELD + LONGEST_DUE), most, now);
    }

    private Lookup beside(Handle handle, String which) {
        return Lookup.of(handle, which).bind("node", hosts.node());
    }

    private static List<Long> first(Lookup which, int most, Instant now) {
        return which.bind("now", now).bind("most", most).list(rows -> rows.getLong(1));
    }

    /** Puts claimed feeds back for a moment, each until a time when its host may be asked. */
    public void postpone(Handle handle, Map<FeedId, Instant> until) {
        Batch rows = Batch.of(handle, "update feed_claim set claimed_until = :until where feed_id = :id");
        until.forEach(
                (id, time) -> rows.bind("until", time).bind("id", id.value()).add());
        rows.execute();
    }

    /** Whether there is something to claim. */
    public boolean anythingDue(boolean scheduled, Instant now) {
        return database.jdbi().withHandle(handle -> {
            Set<String> held = hosts.held(handle, now);
            return !askedFor(handle, held, 1, now).isEmpty()
                    || (scheduled && !due(handle, held, 1, now).isEmpty());
        });
    }

    private static DueFeed dueFeed(ResultSet rows) throws SQLException {
        long round = rows.getLong("round_id");
        return new DueFeed(
                new FeedId(rows.getLong("id")),
                rows.getString("url"),
                rows.getString("host"),
                new Validators(
                        rows.getString("etag"), rows.getString("last_modified"), rows.getString("validators_from")),
                rows.getString("body_hash"),
                TimingTable.timing(rows),
                rows.getInt("failures"),
                Rows.instant(rows, "failing_since"),
                Rows.instant(rows, "missing_since"),
                round == 0 ? null : round,
                weakness(rows),
                TimingTable.moved(rows),
                rows.getInt("subscribers"));
    }

    /** Names and passwords in addresses stay here: whoever shows a feed never has them. */
    static Feed feed(ResultSet rows) throws SQLException {
        String title = rows.getString("title");
        String repairs = rows.getString("repairs");
        return new Feed(
                new FeedId(rows.getLong("id")),
                FeedAddress.withoutCredentials(rows.getString("url")),
                title == null || title.isBlank() ? rows.getString("host") : title,
                rows.getString("site_url"),
                rows.getString("description"),
                rows.getString("language"),
                rows.getString("icon_url"),
                Feed.Status.valueOf(rows.getString("status")),
                Rows.instant(rows, "next_poll_at"),
                rows.getInt("failures"),
                rows.getLong("entries"),
                rows.getString("format"),
                weakness(rows),
                repairs == null ? List.of() : repairs.lines().toList(),
                lastPoll(rows));
    }

    private static @Nullable IdentityWeakness weakness(ResultSet rows) throws SQLException {
        String weakness = rows.getString("identity_reason");
        return weakness == null ? null : IdentityWeakness.valueOf(weakness);
    }

    private static @Nullable LastPoll lastPoll(ResultSet rows) throws SQLException {
        return rows.getObject("last_poll_at") == null ? null : poll(rows);
    }

    /** From columns that are named as those of a feed's last poll. */
    static LastPoll poll(ResultSet rows) throws SQLException {
        String kind = rows.getString("last_error_kind");
        return new LastPoll(
                Rows.time(rows, "last_poll_at"),
                LastPoll.Outcome.valueOf(rows.getString("last_outcome")),
                kind == null ? null : ErrorKind.valueOf(kind),
                rows.getString("last_error"),
                Rows.number(rows, "last_http_status"),
                Duration.ofMillis(rows.getLong("last_duration_ms")),
                rows.getLong("last_bytes"),
                rows.getInt("last_new"),
                rows.getInt("last_changed"));
    }
}
