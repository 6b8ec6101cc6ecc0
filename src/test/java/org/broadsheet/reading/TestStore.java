package org.broadsheet.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.broadsheet.config.Config;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.DueFeed;
import org.broadsheet.model.Enclosure;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.EntryIdentity;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.Failure;
import org.broadsheet.model.Feed;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.Headline;
import org.broadsheet.model.IdentityRule;
import org.broadsheet.model.LastPoll;
import org.broadsheet.model.Learnt;
import org.broadsheet.model.NewEntry;
import org.broadsheet.model.Plan;
import org.broadsheet.model.PollResult;
import org.broadsheet.model.Reason;
import org.broadsheet.model.Reason.Kind;
import org.broadsheet.model.SafeHtml;
import org.broadsheet.model.Scope;
import org.broadsheet.model.Selection;
import org.broadsheet.model.Validators;
import org.broadsheet.store.AccountTable;
import org.broadsheet.store.Bodies;
import org.broadsheet.store.BulkMarkTable;
import org.broadsheet.store.Database;
import org.broadsheet.store.EntryStateTable;
import org.broadsheet.store.EntryTable;
import org.broadsheet.store.FeedTable;
import org.broadsheet.store.FolderTable;
import org.broadsheet.store.HistoryTable;
import org.broadsheet.store.HostTable;
import org.broadsheet.store.LabelTable;
import org.broadsheet.store.ListTakeover;
import org.broadsheet.store.OutlineTable;
import org.broadsheet.store.PollTable;
import org.broadsheet.store.PrivateAddressTable;
import org.broadsheet.store.RevisionTable;
import org.broadsheet.store.RoundTable;
import org.broadsheet.store.StatisticsTable;
import org.broadsheet.store.StreamTable;
import org.broadsheet.store.SubscriptionTable;
import org.broadsheet.store.TestDatabase;
import org.broadsheet.store.UnreadTable;
import org.broadsheet.store.Writer;
import org.jspecify.annotations.Nullable;

/** A real store with everything that stands on it, and short ways to fill it. */
public final class TestStore implements AutoCloseable {
    public static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    public final SettableClock clock = new SettableClock(NOON);
    public final Config.Data place;
    public final Database database;
    public final Writer writer;
    public final FeedTable feedTable;
    public final PollTable pollTable = new PollTable();
    public final EntryTable entryTable;
    public final StreamTable streamTable;
    public final SubscriptionTable subscriptionTable;
    public final Accounts accounts;
    public final Shelves shelves;
    public final Headlines headlines;
    final UnreadIndex unread;
    public final Subscribing subscribing;
    public final OutlineTable outlineTable;
    public final Outlines outlines;
    public final Imports imports;
    public final Marking marking;
    public final Labelling labelling;
    public final BulkMarking bulkMarking;
    public final Rounds rounds;
    public final Politeness politeness;
    public final Live live;
    public final Publishing publishing;
    public final PrivateAddresses privateAddresses;
    public final ReadingRoom room;
    public final AccountId account;

    /** What the address check of {@link #subscribing} answers; "nothing there" until it is set. */
    public volatile AddressCheck check =
            url -> new AddressCheck.NoFeed(ErrorKind.NOT_FOUND, "The server answered 404 Not Found.");

    /** What imports run on; at once in the thread that begins them, until it is set. */
    public volatile Executor chores = Runnable::run;

    /** What an OPML document is downloaded from; nothing is there until it is set. */
    public volatile Download download =
            url -> new Download.Nothing(Failure.answered(ErrorKind.NOT_FOUND, "404 Not Found"));

    private TestStore(Config.Data place) {
        this.place = place;
        database = Database.open(place);
        writer = new Writer(database);
        feedTable = new FeedTable(database);
        entryTable = new EntryTable(database);
        streamTable = new StreamTable(database);
        subscriptionTable = new SubscriptionTable(database);
        FolderTable folders = new FolderTable(database);
        LabelTable labels = new LabelTable(database);
        unread = new UnreadIndex(streamTable, new UnreadTable(database), !database.isEmbedded(), clock);
        ScopeFeeds scopes = new ScopeFeeds(subscriptionTable, folders, labels);
        shelves = new Shelves(
                writer, subscriptionTable, feedTable, folders, labels, unread, !database.isEmbedded(), clock);
        accounts = new Accounts(new AccountTable(database), writer, clock);
        account = accounts.local();
        UnreadStream unreadStream = new UnreadStream(
                unread, scopes, streamTable, folders, new Rarity(new StatisticsTable(database), clock));
        headlines = new Headlines(streamTable, folders, new RevisionTable(database), unreadStream, SafeHtml::new);
        subscribing = new Subscribing(writer, subscriptionTable, shelves, unread, url -> check.at(url), clock);
        outlineTable = new OutlineTable(database);
        outlines = new Outlines(
                writer,
                outlineTable,
                new ListTakeover(subscriptionTable, outlineTable),
                unread,
                url -> download.at(url),
                clock);
        imports = new Imports(outlines, chore -> chores.execute(chore));
        marking = new Marking(writer, new EntryStateTable(), unread, clock);
        labelling = new Labelling(writer, labels, headlines);
        bulkMarking = new BulkMarking(writer, new BulkMarkTable(database), unread, scopes, clock);
        rounds = new Rounds(writer, new RoundTable(database), clock);
        politeness = new Politeness(new HistoryTable(database), new HostTable(database), clock);
        live = new Live(writer, streamTable, folders);
        publishing = new Publishing(database, writer, SafeHtml::new, clock);
        privateAddresses = new PrivateAddresses(writer, new PrivateAddressTable(database), clock);
        room = room(Optional.empty());
    }

    private ReadingRoom room(Optional<FollowedList> followed) {
        return new ReadingRoom(
                accounts,
                shelves,
                headlines,
                subscribing,
                outlines,
                imports,
                followed,
                marking,
                labelling,
                bulkMarking,
                rounds,
                politeness,
                new Statistics(new StatisticsTable(database), clock),
                live,
                publishing,
                privateAddresses);
    }

    /** The same room where the list in a file is followed. */
    public ReadingRoom roomFollowing(FollowedList list) {
        return room(Optional.of(list));
    }

    /** Follows the list in a file. */
    public FollowedList follow(Path file, FollowedList.Mode mode) {
        ListTakeover takeover = new ListTakeover(subscriptionTable, outlineTable);
        return new FollowedList(file, mode, account, new ListKeeper(writer, outlineTable, takeover, unread, clock));
    }

    /** On a new H2 in a temporary folder. */
    public static TestStore h2() {
        return on(TestDatabase.H2);
    }

    public static TestStore on(TestDatabase database) {
        return new TestStore(database.fresh());
    }

    /** Opens what an earlier store had written. */
    public static TestStore again(Config.Data place) {
        return new TestStore(place);
    }

    /** Subscribes the local account to a feed, in a folder such as "World/Europe" or none. */
    public FeedId feed(String url, @Nullable String folder) {
        FolderPath path = folder == null ? null : FolderPath.parse(folder);
        Subscribed done = subscribing.subscribe(account, new NewSubscription(url, path, null, true));
        return ((Subscribed.Added) done).feed().feed().id();
    }

    /** Stores entries of these titles, oldest first, each an hour after the one before and the last one now. */
    public void entries(FeedId feed, String... titles) {
        Instant first = clock.instant().minus(Duration.ofHours(titles.length - 1));
        List<NewEntry> entries = Arrays.stream(titles)
                .map(title -> entry(
                        title, first.plus(Duration.ofHours(Arrays.asList(titles).indexOf(title)))))
                .toList();
        put(feed, entries.toArray(NewEntry[]::new));
    }

    /** Stores entries as they are. */
    public void put(FeedId feed, NewEntry... entries) {
        writer.write(handle -> {
            entryTable.insert(handle, feed, List.of(entries), clock.instant());
            return true;
        });
    }

    /** Keeps a poll of a feed as the poller does, the next one being planned an hour after it. */
    public void polled(FeedId feed, LastPoll poll) {
        rounds.request(account, List.of(feed));
        writer.write(handle -> {
            DueFeed due = feedTable
                    .claim(handle, false, 1, clock.instant(), Duration.ofMinutes(1))
                    .get(0);
            Duration hour = Duration.ofHours(1);
            boolean failed = poll.outcome() == LastPoll.Outcome.FAILED;
            Plan plan = new Plan(
                    poll.at().plus(hour),
                    hour,
                    failed ? Feed.Status.FAILING : Feed.Status.OK,
                    failed ? 1 : 0,
                    failed ? poll.at() : null,
                    null,
                    Reason.of(failed ? Kind.FAILED : Kind.UNKNOWN_RHYTHM, hour, failed ? 1 : 0));
            Learnt learnt = new Learnt(Validators.NONE, null, null, null, null, null);
            pollTable.finish(handle, List.of(new PollResult(due, poll, plan, learnt, null)));
            return true;
        });
    }

    /** An entry of noon with a picture, null for none, and recordings. */
    public static NewEntry entryWith(String title, @Nullable String picture, List<Enclosure> recordings) {
        NewEntry as = entry(title, NOON);
        return new NewEntry(
                as.identity(),
                as.url(),
                as.canonicalUrl(),
                as.title(),
                as.author(),
                as.summary(),
                picture,
                as.tags(),
                recordings,
                null,
                as.published(),
                as.sortedAt(),
                "en",
                as.words(),
                as.rawHash(),
                as.contentHash(),
                as.body());
    }

    /** Changes an entry as a poll does that finds it edited. */
    public void edit(EntryId entry, String title, String html) {
        NewEntry as = entry(title, clock.instant());
        NewEntry edited = new NewEntry(
                as.identity(),
                as.url(),
                as.canonicalUrl(),
                title,
                as.author(),
                as.summary(),
                null,
                as.tags(),
                List.of(),
                null,
                as.published(),
                as.sortedAt(),
                "en",
                as.words(),
                "raw:" + html,
                "content:" + html,
                Bodies.pack(new SafeHtml(html)));
        writer.write(handle -> {
            entryTable.update(handle, entry, edited, clock.instant());
            return true;
        });
    }

    /** An entry with a title, everything else made from it. */
    public static NewEntry entry(String title, Instant published) {
        return entry(title, published, "https://news.example/" + title.replace(' ', '-'), null);
    }

    public static NewEntry entry(String title, Instant published, String url, @Nullable String imageUrl) {
        String html = "<p>The story of " + title.replace("<", "&lt;") + ", told in full.</p>";
        return new NewEntry(
                new EntryIdentity("guid:" + title, IdentityRule.GUID, title),
                url,
                url,
                title,
                "Ann Author",
                "The story of " + title + ", told in full.",
                imageUrl,
                List.of("news"),
                List.of(),
                null,
                published,
                published,
                "en",
                250,
                "raw:" + title,
                "content:" + title,
                Bodies.pack(new SafeHtml(html)));
    }

    /** All headlines of the local account, newest first. */
    public List<Headline> all() {
        return headlines
                .page(account, Selection.all(Scope.EVERYTHING), null, 1_000)
                .items();
    }

    public List<String> titles(Selection selection) {
        return headlines.page(account, selection, null, 1_000).items().stream()
                .map(headline -> headline.entry().title())
                .toList();
    }

    @Override
    public void close() {
        stop();
        if (place.databaseUrl().isEmpty()) {
            delete(place.dir());
        }
    }

    /** Closes it and leaves its files, for {@link #again}. */
    public void stop() {
        writer.close();
        database.close();
    }

    private static void delete(Path dir) {
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
