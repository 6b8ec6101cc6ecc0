package org.broadsheet.store;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.HubLease;
import org.broadsheet.model.ParsedFeed;
import org.broadsheet.model.PollResult;
import org.jdbi.v3.core.Handle;

/** Subscriptions at WebSub hubs. Reads take the pool, writes a handle of the {@link Writer}. */
public final class HubTable {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 24;
    private static final int SECRET_BYTES = 32;

    /** No lease is kept for longer, whatever its hub says. */
    public static final Duration LONGEST_LEASE = Duration.ofDays(365);

    /** Between two hubs or topics that a feed names, where it names many. */
    private static final Duration BETWEEN_CHANGES = Duration.ofDays(1);

    private static final String COLUMNS = "select l.feed_id, l.hub, l.topic, l.token, l.secret, l.failures\n";
    private static final String FOLLOWED = "exists (select 1 from subscription s where s.feed_id = l.feed_id)\n";

    private static final String WANTED = COLUMNS + """
              from hub_lease l join feed f on f.id = l.feed_id
             where l.ask_at <= :now and l.hub <> '' and f.status = 'OK' and\s""" + FOLLOWED + "order by l.ask_at fetch first :most rows only";

    /** What a hub says late is nothing to the one that the feed names meanwhile, which has another token. */
    private static final String THIS = "feed_id = :feed and token = :token and hub <> ''";

    private static final String BY_TOKEN =
            COLUMNS + "from hub_lease l where l.token = :token and l.hub <> '' and " + FOLLOWED;

    /**
     * A hub that had confirmed is replaced at once, but what changes again within a day, or was asked without success, waits: a
     * feed may name strangers, and each time others. Failures stay, too.
     */
    private static final String CHANGED = """
                   ask_at = case when lease_until > :now and (changed_at is null or changed_at <= :yesterday) then :now
                                 when ask_at > :tomorrow then :tomorrow
                                 else ask_at end,
                   changed_at = :now, lease_until = null, pushed_at = null
            """;

    private static final String OTHER_HUB =
            """
            update hub_lease
               set hub = :hub, topic = :topic, token = :token, secret = :secret,
            """ + CHANGED + "where feed_id = :feed and (hub <> :hub or topic <> :topic)";

    private static final String NO_HUB =
            "update hub_lease set hub = '', topic = '',\n" + CHANGED + "where feed_id = any(:feeds) and hub <> ''";

    private static final String FIRST_HUB = """
            insert into hub_lease (feed_id, hub, topic, token, secret, failures, ask_at)
            select f.id, :hub, :topic, :token, :secret, 0, :now
              from feed f
             where f.id = :feed and f.url = :asked and not exists (select 1 from hub_lease l where l.feed_id = f.id)""";

    private static final String BEYOND = """
            update hub_lease
               set ask_at = :now,
                   lease_until = case when lease_until > :horizon then null else lease_until end,
                   pushed_at = case when pushed_at > :soon then null else pushed_at end,
                   changed_at = case when changed_at > :now then null else changed_at end
             where ask_at > :horizon or lease_until > :horizon or pushed_at > :soon or changed_at > :now""";

    private final Database database;

    public HubTable(Database database) {
        this.database = database;
    }

    /** The subscriptions that are to be asked for now, of feeds that go well and that somebody follows. */
    public List<HubLease> wanted(Instant now, int most) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(WANTED)
                        .bind("now", now)
                        .bind("most", most)
                        .map((rows, context) -> lease(rows))
                        .list());
    }

    /** The subscription of a callback address; empty when it is unknown or its feed is not followed any more. */
    public Optional<HubLease> find(String token) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(BY_TOKEN)
                        .bind("token", token)
                        .map((rows, context) -> lease(rows))
                        .findOne());
    }

    /**
     * Notes that the hub is asked; until it confirms, a lease that runs goes on.
     *
     * @return false when the feed names another hub or topic by now, and nothing was noted
     */
    public boolean ask(Handle handle, HubLease lease, int failures, Instant askAgainAt) {
        return handle.createUpdate("update hub_lease set failures = :failures, ask_at = :ask_at where " + THIS)
                        .bind("feed", lease.feed().value())
                        .bind("token", lease.token())
                        .bind("failures", failures)
                        .bind("ask_at", askAgainAt)
                        .execute()
                > 0;
    }

    /**
     * The hub has confirmed.
     *
     * @return false when the feed names another hub or topic by now, and nothing was noted
     */
    public boolean confirm(Handle handle, HubLease lease, Instant until, Instant askAgainAt) {
        return handle.createUpdate("update hub_lease set lease_until = :until, ask_at = :ask_at, failures = 0 where "
                                + THIS)
                        .bind("feed", lease.feed().value())
                        .bind("token", lease.token())
                        .bind("until", until)
                        .bind("ask_at", askAgainAt)
                        .execute()
                > 0;
    }

    /** The hub does not want to, or not any more. */
    public void deny(Handle handle, HubLease lease, Instant askAgainAt) {
        handle.createUpdate("update hub_lease set lease_until = null, pushed_at = null, ask_at = :ask_at where " + THIS)
                .bind("feed", lease.feed().value())
                .bind("token", lease.token())
                .bind("ask_at", askAgainAt)
                .execute();
    }

    /**
     * The hub has announced news: the feed is due, but not within a minute of its last poll. Where a poll is under way, it is
     * due once more that much later. A feed that fails keeps to its pauses.
     */
    public void announce(Handle handle, HubLease lease, Instant now) {
        AnnouncementTable.announce(handle, lease, now);
    }

    /**
     * Forgets what a clock that ran ahead has noted: leases for longer than any lasts, and announcements of times to come. Their
     * hubs are asked at once, and relied on when they confirm and announce again.
     */
    static void bringBack(Handle handle, Instant now) {
        handle.createUpdate(BEYOND)
                .bind("now", now)
                .bind("soon", now.plus(AnnouncementTable.GAP))
                .bind("horizon", now.plus(LONGEST_LEASE))
                .execute();
    }

    /** What polls tell of hubs: which one announces a feed, and whether it does. */
    static void learn(Handle handle, List<PollResult> results) {
        Map<Boolean, List<PollResult>> announced = results.stream()
                .filter(result -> result.document() != null)
                .collect(Collectors.partitioningBy(HubTable::namesHub));
        List<PollResult> withHub = announced.getOrDefault(true, List.of());
        int[] changed = change(handle, withHub);
        add(
                handle,
                IntStream.range(0, withHub.size())
                        .filter(i -> changed[i] == 0)
                        .mapToObj(withHub::get)
                        .toList());
        end(handle, announced.getOrDefault(false, List.of()));
        AnnouncementTable.learn(handle, results);
    }

    private static int[] change(Handle handle, List<PollResult> announced) {
        Batch rows = Batch.of(handle, OTHER_HUB);
        for (PollResult result : announced) {
            Instant now = result.poll().at();
            bind(rows, result)
                    .bind("yesterday", now.minus(BETWEEN_CHANGES))
                    .bind("tomorrow", now.plus(BETWEEN_CHANGES))
                    .add();
        }
        return rows.execute();
    }

    private static void add(Handle handle, List<PollResult> announced) {
        Batch rows = Batch.of(handle, FIRST_HUB);
        announced.forEach(
                result -> bind(rows, result).bind("asked", result.feed().url()).add());
        rows.execute();
    }

    private static Batch bind(Batch rows, PollResult result) {
        ParsedFeed document = Objects.requireNonNull(result.document());
        return rows.bind("feed", result.feed().id().value())
                .bind("hub", document.hubUrl())
                .bind("topic", document.feedUrl())
                .bind("token", random(TOKEN_BYTES))
                .bind("secret", random(SECRET_BYTES))
                .bind("now", result.poll().at());
    }

    private static void end(Handle handle, List<PollResult> unannounced) {
        if (unannounced.isEmpty()) {
            return;
        }
        Instant now = unannounced.get(0).poll().at();
        handle.createUpdate(NO_HUB)
                .bindArray("feeds", Long.class, AnnouncementTable.ids(unannounced))
                .bind("now", now)
                .bind("yesterday", now.minus(BETWEEN_CHANGES))
                .bind("tomorrow", now.plus(BETWEEN_CHANGES))
                .execute();
    }

    private static boolean namesHub(PollResult result) {
        ParsedFeed document = result.document();
        return document != null && document.hubUrl() != null;
    }

    private static HubLease lease(ResultSet rows) throws SQLException {
        return new HubLease(
                new FeedId(rows.getLong("feed_id")),
                rows.getString("hub"),
                rows.getString("topic"),
                rows.getString("token"),
                rows.getString("secret"),
                rows.getInt("failures"));
    }

    private static String random(int bytes) {
        byte[] drawn = new byte[bytes];
        RANDOM.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }
}
