package org.broadsheet.cli;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.broadsheet.config.Config;
import org.broadsheet.ingest.clean.Cleaner;
import org.broadsheet.ingest.fetch.AddressGuard;
import org.broadsheet.ingest.fetch.Answer;
import org.broadsheet.ingest.fetch.FetchLimits;
import org.broadsheet.ingest.fetch.Fetcher;
import org.broadsheet.ingest.fetch.HostGate;
import org.broadsheet.ingest.fetch.HostKey;
import org.broadsheet.ingest.fetch.TlsTrust;
import org.broadsheet.ingest.fetch.UserAgent;
import org.broadsheet.model.FeedId;
import org.broadsheet.poll.HubSubscriber;
import org.broadsheet.poll.Poller;
import org.broadsheet.poll.Refresh;
import org.broadsheet.poll.RefreshStore;
import org.broadsheet.poll.schedule.Schedule;
import org.broadsheet.reading.Accounts;
import org.broadsheet.reading.BulkMarking;
import org.broadsheet.reading.FeedFinder;
import org.broadsheet.reading.FirstVisit;
import org.broadsheet.reading.FollowedList;
import org.broadsheet.reading.Headlines;
import org.broadsheet.reading.ImportReport;
import org.broadsheet.reading.Imports;
import org.broadsheet.reading.Integrity;
import org.broadsheet.reading.Labelling;
import org.broadsheet.reading.ListKeeper;
import org.broadsheet.reading.Live;
import org.broadsheet.reading.Marking;
import org.broadsheet.reading.Outlines;
import org.broadsheet.reading.Politeness;
import org.broadsheet.reading.PrivateAddresses;
import org.broadsheet.reading.Publishing;
import org.broadsheet.reading.Pushes;
import org.broadsheet.reading.Rarity;
import org.broadsheet.reading.ReadingRoom;
import org.broadsheet.reading.Rounds;
import org.broadsheet.reading.ScopeFeeds;
import org.broadsheet.reading.Shelves;
import org.broadsheet.reading.Statistics;
import org.broadsheet.reading.Subscribing;
import org.broadsheet.reading.UnreadIndex;
import org.broadsheet.reading.UnreadStream;
import org.broadsheet.reading.hub.Hub;
import org.broadsheet.reading.hub.HubDoor;
import org.broadsheet.reading.hub.HubTables;
import org.broadsheet.reading.hub.Pings;
import org.broadsheet.reading.hub.Topics;
import org.broadsheet.store.AccountTable;
import org.broadsheet.store.BulkMarkTable;
import org.broadsheet.store.Consistency;
import org.broadsheet.store.Database;
import org.broadsheet.store.EntryStateTable;
import org.broadsheet.store.EntryTable;
import org.broadsheet.store.FeedTable;
import org.broadsheet.store.FolderTable;
import org.broadsheet.store.HistoryTable;
import org.broadsheet.store.HostTable;
import org.broadsheet.store.HubTable;
import org.broadsheet.store.LabelTable;
import org.broadsheet.store.ListTakeover;
import org.broadsheet.store.MarkTable;
import org.broadsheet.store.OutlineTable;
import org.broadsheet.store.PollTable;
import org.broadsheet.store.PrivateAddressTable;
import org.broadsheet.store.RevisionTable;
import org.broadsheet.store.RoundTable;
import org.broadsheet.store.StatisticsTable;
import org.broadsheet.store.StreamTable;
import org.broadsheet.store.SubscriptionTable;
import org.broadsheet.store.UnreadTable;
import org.broadsheet.store.Writer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything one process needs, wired by constructor: the store, what people do with it, and the poller.
 *
 * <p>The only place that wires (docs/decisions/0005-node-wires.md). The poller stands until it is started.
 */
final class Node implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);

    /** Of a list of another kind every line is a complaint. */
    private static final int MOST_COMPLAINTS = 20;

    /** For one request of the hub to a callback. */
    private static final Duration CALLBACK = Duration.ofSeconds(10);

    private static final int CALLBACKS_PER_HOST = 2;

    private final Config config;
    private final InstantSource clock;
    private final Database database;
    private final Writer writer;
    private final FeedTable feeds;
    private final Fetcher fetcher;
    private final Poller poller;
    private final Accounts accounts;
    private final Shelves shelves;
    private final Headlines headlines;
    private final Subscribing subscribing;
    private final Outlines outlines;
    private final Imports imports;
    private final Optional<FollowedList> followedList;
    private final Chores chores = new Chores();
    private final Marking marking;
    private final Labelling labelling;
    private final BulkMarking bulkMarking;
    private final Rounds rounds;
    private final Politeness politeness;
    private final Live live;
    private final Publishing publishing;
    private final Pushes pushes;
    private final HubSubscriber hubs;
    private final List<Pings> pings = new ArrayList<>();
    private boolean polling;

    private Node(Config config, InstantSource clock, Database database) {
        this.config = config;
        this.clock = clock;
        this.database = database;
        writer = new Writer(database);
        feeds = new FeedTable(database, HostKey::of);
        StreamTable streams = new StreamTable(database);
        SubscriptionTable subscriptions = new SubscriptionTable(database);
        FolderTable folders = new FolderTable(database);
        LabelTable labels = new LabelTable(database);
        HostTable hosts = new HostTable(database);

        fetcher = fetcher(config.fetch(), clock);
        HostGate gate = new HostGate(config.fetch().perHost(), config.fetch().minGap(), fetcher::addressOf);
        RefreshStore refreshStore =
                new RefreshStore(writer, new EntryTable(database), new MarkTable(), new PollTable(), hosts);
        Refresh refresh = new Refresh(fetcher, refreshStore, new Schedule(config.poll()), gate, clock);
        refresh.recall();
        poller = new Poller(config, feeds, writer, gate, refresh, clock);

        UnreadIndex unread = new UnreadIndex(streams, new UnreadTable(database), !database.isEmbedded(), clock);
        ScopeFeeds scopes = new ScopeFeeds(subscriptions, folders, labels);
        shelves = new Shelves(writer, subscriptions, feeds, folders, labels, unread, !database.isEmbedded(), clock);
        accounts = new Accounts(new AccountTable(database), writer, clock);
        UnreadStream unreadStream =
                new UnreadStream(unread, scopes, streams, folders, new Rarity(new StatisticsTable(database), clock));
        headlines = new Headlines(streams, folders, new RevisionTable(database), unreadStream, Cleaner::restore);
        FirstVisit visit = new FirstVisit(fetcher, gate, hosts, writer, clock);
        subscribing = new Subscribing(writer, subscriptions, shelves, unread, new FeedFinder(visit), clock);
        OutlineTable outlineTable = new OutlineTable(database);
        ListTakeover takeover = new ListTakeover(subscriptions, outlineTable);
        outlines = new Outlines(writer, outlineTable, takeover, unread, visit, clock);
        imports = new Imports(outlines, chores.imports());
        followedList = config.opmlChanges() == Config.ListChanges.IGNORE
                ? Optional.empty()
                : Optional.of(new FollowedList(
                        Defaults.file(config),
                        config.opmlChanges() == Config.ListChanges.ASK
                                ? FollowedList.Mode.ASK
                                : FollowedList.Mode.APPLY,
                        accounts.local(),
                        new ListKeeper(writer, outlineTable, takeover, unread, clock)));
        marking = new Marking(writer, new EntryStateTable(), unread, clock);
        labelling = new Labelling(writer, labels, headlines);
        bulkMarking = new BulkMarking(writer, new BulkMarkTable(database), unread, scopes, clock);
        rounds = new Rounds(writer, new RoundTable(database), clock);
        politeness = new Politeness(new HistoryTable(database), hosts, clock);
        live = new Live(writer, streams, folders);
        publishing = new Publishing(database, writer, Cleaner::restore, clock);
        HubTable hubTable = new HubTable(database);
        pushes = new Pushes(writer, hubTable, clock);
        hubs = new HubSubscriber(hubTable, hosts, writer, fetcher, gate, clock);
    }

    /** What asks the web, as the configuration allows. */
    static Fetcher fetcher(Config.Fetch fetch, InstantSource clock) {
        return fetcher(fetch, new FetchLimits(fetch.timeout(), fetch.maxBytes(), fetch.concurrency()), clock);
    }

    private static Fetcher fetcher(Config.Fetch fetch, FetchLimits limits, InstantSource clock) {
        return new Fetcher(
                limits,
                guard(fetch),
                TlsTrust.except(fetch.unverifiedTls()),
                new UserAgent(Cli.version(), fetch.userAgentContact()),
                clock);
    }

    private static AddressGuard guard(Config.Fetch fetch) {
        try {
            return AddressGuard.of(fetch.allowPrivate());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.unusable("configuration key fetch.allow-private: " + e.getMessage());
        }
    }

    /** Opens the store and wires what stands on it. */
    static Node open(Config config, InstantSource clock) {
        guard(config.fetch());
        return new Node(config, clock, Database.open(config.data()));
    }

    /** Gives a new store its first subscriptions; where a feed was ever known, it is left as it is. */
    void subscribeToDefaults() {
        if (!feeds.isEmpty()) {
            return;
        }
        ImportReport report = outlines.importOpml(accounts.local(), Defaults.opml(config));
        if (report.unusable() != null) {
            throw CommandFailure.unusable(
                    Defaults.name(config) + ": " + report.unusable().sentence());
        }
        report.lines().stream()
                .filter(line -> line.why() != null)
                .limit(MOST_COMPLAINTS)
                .forEach(line -> LOG.warn(
                        "{}: {}: {}",
                        Defaults.name(config),
                        line.place().words(),
                        Objects.requireNonNull(line.why()).sentence()));
        int followed = subscribing.feeds(accounts.local()).size();
        LOG.info("{}", Defaults.told(followed, Defaults.areShipped(config), Defaults.name(config)));
    }

    /** The feeds whose time has come. */
    List<FeedId> dueFeeds() {
        Instant now = clock.instant();
        return subscribing.feeds(accounts.local()).stream()
                .map(summary -> summary.feed())
                .filter(feed -> Optional.ofNullable(feed.nextPollAt())
                        .filter(next -> !next.isAfter(now))
                        .isPresent())
                .map(feed -> feed.id())
                .toList();
    }

    void startPolling() {
        polling = true;
        poller.start();
        config.server()
                .baseUrl()
                .ifPresentOrElse(
                        this::startHubs, () -> LOG.info("No hub can announce news here: server.base-url is not set."));
    }

    /** From now on changes of the file of subscriptions count, where they are to. */
    void startFollowing() {
        followedList.ifPresent(chores::follow);
    }

    // Every poll works without it; with it, news comes at once.
    private void startHubs(URI base) {
        guard(config.fetch())
                .refusal(base)
                .ifPresentOrElse(
                        why -> LOG.info("No hub can announce news here: server.base-url is not for others. {}", why),
                        () -> hubs.start(base));
    }

    /**
     * Our own WebSub hub on this store; nothing is sent until it is started.
     *
     * @param base where the world reaches us
     */
    Hub hub(URI base, Topics topics) {
        Config.Fetch fetch = config.fetch();
        FetchLimits limits =
                new FetchLimits(CALLBACK, Answer.MOST_BYTES, config.hub().concurrency());
        HubDoor door = new HubDoor(fetcher(fetch, limits, clock), guard(fetch), CALLBACKS_PER_HOST);
        return new Hub(
                URI.create(base + "/hub"),
                topics,
                HubTables.of(database, writer),
                door,
                new Hub.Terms(config.hub(), clock));
    }

    /** What tells a hub of others of changes; nothing is told until it is started. Closed with the node. */
    Pings pings(URI hub, Topics topics) {
        FetchLimits limits = new FetchLimits(CALLBACK, Answer.MOST_BYTES, 1);
        Pings made = new Pings(
                hub,
                () -> topics.newest(accounts.local()),
                HubTables.of(database, writer),
                fetcher(config.fetch(), limits, clock),
                clock);
        pings.add(made);
        return made;
    }

    Integrity integrity() {
        return new Integrity(new Consistency(database));
    }

    Config config() {
        return config;
    }

    Database database() {
        return database;
    }

    Writer writer() {
        return writer;
    }

    Accounts accounts() {
        return accounts;
    }

    Subscribing subscribing() {
        return subscribing;
    }

    Outlines outlines() {
        return outlines;
    }

    ReadingRoom room() {
        return new ReadingRoom(
                accounts,
                shelves,
                headlines,
                subscribing,
                outlines,
                imports,
                followedList,
                marking,
                labelling,
                bulkMarking,
                rounds,
                politeness,
                new Statistics(new StatisticsTable(database), clock),
                live,
                publishing,
                new PrivateAddresses(writer, new PrivateAddressTable(database), clock));
    }

    Rounds rounds() {
        return rounds;
    }

    Pushes pushes() {
        return pushes;
    }

    InstantSource clock() {
        return clock;
    }

    /** Stops polling, writes what is waiting, closes the store in order. */
    @Override
    public void close() {
        if (polling) {
            hubs.close();
            poller.close();
        }
        pings.forEach(Pings::close);
        chores.close();
        fetcher.close();
        writer.close();
        database.close();
    }
}
