package org.broadsheet.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.model.Folder;
import org.broadsheet.model.FolderId;
import org.broadsheet.model.FolderPath;
import org.broadsheet.text.FeedAddress;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who follows which feed, and in which folders. */
public final class SubscriptionTable {
    private static final String SUMMARIES = """
            select %s, s.title as own_title, s.ask_every_s, fo.id as folder_id, fo.path as folder_path, fo.slug as folder_slug
              from subscription s
              join feed f on f.id = s.feed_id
              left join (select fl.subscription_id, min(fl.position) as position from filing fl group by fl.subscription_id) first
                on first.subscription_id = s.id
              left join filing fl on fl.subscription_id = s.id and fl.position = first.position
              left join folder fo on fo.id = fl.folder_id
             where s.account_id = :account and (:feed is null or s.feed_id = :feed)""".formatted(FeedTable.COLUMNS);

    private final Database database;

    public SubscriptionTable(Database database) {
        this.database = database;
    }

    /** The account's feeds in no order, without counts of unread entries. */
    public List<FeedSummary> all(AccountId account) {
        return summaries(account, null);
    }

    /** One of the account's feeds, without its count of unread entries. */
    public Optional<FeedSummary> find(AccountId account, FeedId feed) {
        return summaries(account, feed).stream().findFirst();
    }

    private List<FeedSummary> summaries(AccountId account, @Nullable FeedId feed) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(SUMMARIES)
                        .bind("account", account.value())
                        .bindByType("feed", feed == null ? null : feed.value(), Long.class)
                        .map((rows, context) -> summary(rows))
                        .list());
    }

    private static FeedSummary summary(ResultSet rows) throws SQLException {
        var feed = FeedTable.feed(rows);
        String path = rows.getString("folder_path");
        Folder folder = path == null
                ? null
                : new Folder(
                        new FolderId(rows.getLong("folder_id")), FolderPath.parse(path), rows.getString("folder_slug"));
        Integer askEvery = Rows.number(rows, "ask_every_s");
        return new FeedSummary(
                feed,
                rows.getString("own_title"),
                folder,
                0,
                askEvery == null ? null : Duration.ofSeconds(askEvery),
                FeedAddress.hasCredentials(rows.getString("url")));
    }

    /** Which folders each feed stands in. */
    public Map<FeedId, List<FolderId>> filings(AccountId account) {
        Map<FeedId, List<FolderId>> filings = new HashMap<>();
        database.jdbi()
                .useHandle(handle -> handle.createQuery("""
                        select s.feed_id, fl.folder_id from subscription s join filing fl on fl.subscription_id = s.id
                         where s.account_id = :account order by s.feed_id, fl.position""")
                        .bind("account", account.value())
                        .map((rows, context) -> Map.entry(new FeedId(rows.getLong(1)), new FolderId(rows.getLong(2))))
                        .forEach(filing ->
                                filings.merge(filing.getKey(), List.of(filing.getValue()), SubscriptionTable::join)));
        return filings;
    }

    private static <T> List<T> join(List<T> some, List<T> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    /**
     * Subscribes to an address, in a folder too where one is given; the feed is added where nobody had it, and asked once
     * more where it had been given up.
     *
     * @return the feed, and whether this subscription or its place in the folder is new
     */
    public Subscribed subscribe(
            Handle handle,
            AccountId account,
            String url,
            @Nullable FolderPath folder,
            @Nullable String title,
            Instant now) {
        // Another node may be taking in the same list: what it has done is seen after the lock.
        AccountTable.lock(handle, account);
        Optional<FeedId> known = FeedTable.byUrl(handle, url);
        FeedId feed = known.orElseGet(() -> FeedTable.insert(handle, url, now));
        Optional<Long> there = subscription(handle, account, feed);
        long id = there.orElseGet(() -> insert(handle, account, feed, title, now));
        if (known.isPresent() && there.isEmpty()) {
            FeedTable.wake(handle, feed, now);
        }
        boolean filed = folder != null
                && file(handle, id, FolderTable.ensure(handle, account, folder).id());
        return new Subscribed(feed, there.isEmpty() || filed);
    }

    /** A subscription that holds now. */
    public record Subscribed(FeedId feed, boolean isNew) {}

    private static Optional<Long> subscription(Handle handle, AccountId account, FeedId feed) {
        return handle.createQuery("select id from subscription where account_id = :account and feed_id = :feed")
                .bind("account", account.value())
                .bind("feed", feed.value())
                .mapTo(Long.class)
                .findOne();
    }

    private static long insert(Handle handle, AccountId account, FeedId feed, @Nullable String title, Instant now) {
        return handle.createUpdate("""
                        insert into subscription (account_id, feed_id, title, position, settings, read_up_to, created_at)
                        values (:account, :feed, :title, 0, '{}', 0, :now)""")
                .bind("account", account.value())
                .bind("feed", feed.value())
                .bind("title", title)
                .bind("now", now)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    /**
     * Gives a subscription a title of its own, null for the feed's, and a pause of its own, null for the poller's choice. A
     * feed that is wanted sooner than it was planned is planned anew, as soon as its publisher, the limits and the pauses after
     * errors allow. False when the account does not follow the feed.
     */
    public boolean settle(
            Handle handle,
            AccountId account,
            FeedId feed,
            @Nullable String title,
            @Nullable Duration askEvery,
            Instant now) {
        boolean there = handle.createUpdate("""
                        update subscription set title = :title, ask_every_s = :seconds
                         where account_id = :account and feed_id = :feed""")
                        .bind("title", title)
                        .bindByType("seconds", askEvery == null ? null : (int) askEvery.toSeconds(), Integer.class)
                        .bind("account", account.value())
                        .bind("feed", feed.value())
                        .execute()
                > 0;
        if (there && askEvery != null) {
            ReaderPauses.hasten(handle, feed, askEvery, now);
        }
        return there;
    }

    /**
     * Moves a feed that no other account follows to another address.
     *
     * @return false where others follow it, where another feed has that address, or where the account does not follow it
     */
    public boolean readdress(Handle handle, AccountId account, FeedId feed, String url, Instant now) {
        return subscription(handle, account, feed).isPresent()
                && followers(handle, feed) == 1
                && FeedTable.byUrl(handle, url).isEmpty()
                && FeedTable.readdress(handle, feed, url, now);
    }

    /** The address that a feed is asked at, with the name and password in it; empty where the account does not follow it. */
    public Optional<String> address(AccountId account, FeedId feed) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select f.url from feed f join subscription s on s.feed_id = f.id
                         where s.account_id = :account and f.id = :feed""")
                        .bind("account", account.value())
                        .bind("feed", feed.value())
                        .mapTo(String.class)
                        .findOne());
    }

    /** Puts a subscription into one folder and no other, or into none; nothing when the account does not follow the feed. */
    public void move(Handle handle, AccountId account, FeedId feed, @Nullable FolderPath folder) {
        subscription(handle, account, feed).ifPresent(id -> {
            handle.createUpdate("delete from filing where subscription_id = :id")
                    .bind("id", id)
                    .execute();
            if (folder != null) {
                file(handle, id, FolderTable.ensure(handle, account, folder).id());
            }
        });
    }

    /** Puts a subscription into one more folder; false where it stands there or the account does not follow the feed. */
    public boolean fileToo(Handle handle, AccountId account, FeedId feed, FolderPath folder) {
        return subscription(handle, account, feed)
                .filter(id -> file(
                        handle, id, FolderTable.ensure(handle, account, folder).id()))
                .isPresent();
    }

    private static boolean file(Handle handle, long subscription, FolderId folder) {
        // Correlated subqueries, see EntryTable.FOLD.
        return handle.createUpdate("""
                        insert into filing (subscription_id, folder_id, position)
                        select s.id, :folder,
                               (select coalesce(max(f.position), 0) + 1 from filing f where f.subscription_id = s.id)
                          from subscription s
                         where s.id = :subscription
                           and not exists (select 1 from filing f where f.subscription_id = s.id and f.folder_id = :folder)""")
                        .bind("subscription", subscription)
                        .bind("folder", folder.value())
                        .execute()
                > 0;
    }

    /** Ends a subscription. The feed and its entries stay, for the others and for a change of mind. */
    public boolean unsubscribe(Handle handle, AccountId account, FeedId feed) {
        int ended = handle.createUpdate("delete from subscription where account_id = :account and feed_id = :feed")
                .bind("account", account.value())
                .bind("feed", feed.value())
                .execute();
        if (followers(handle, feed) == 0) {
            // Nobody polls it any more, and a round must not wait for it.
            RoundTable.release(handle, List.of(feed.value()));
        }
        return ended > 0;
    }

    private static long followers(Handle handle, FeedId feed) {
        return handle.createQuery("select count(*) from subscription where feed_id = :feed")
                .bind("feed", feed.value())
                .mapTo(Long.class)
                .one();
    }
}
