package org.broadsheet.reading;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.broadsheet.ingest.discover.KnownSites;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.model.Folder;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.FolderSummary;
import org.broadsheet.model.SubscriptionSettings;
import org.broadsheet.store.SubscriptionTable;
import org.broadsheet.store.Writer;
import org.broadsheet.text.Echo;
import org.broadsheet.text.FeedAddress;

/** Who follows what, in which folders. Each change returns after its commit. Thread-safe. */
public final class Subscribing {
    private final Writer writer;
    private final SubscriptionTable subscriptions;
    private final Shelves shelves;
    private final UnreadIndex unread;
    private final AddressCheck check;
    private final InstantSource clock;

    public Subscribing(
            Writer writer,
            SubscriptionTable subscriptions,
            Shelves shelves,
            UnreadIndex unread,
            AddressCheck check,
            InstantSource clock) {
        this.writer = writer;
        this.subscriptions = subscriptions;
        this.shelves = shelves;
        this.unread = unread;
        this.check = check;
        this.clock = clock;
    }

    /** The account's feeds, by folder and title. */
    public List<FeedSummary> feeds(AccountId account) {
        return shelves.of(account).feeds();
    }

    /** One of the account's feeds. */
    public Optional<FeedSummary> feed(AccountId account, FeedId id) {
        return feeds(account).stream()
                .filter(summary -> summary.feed().id().equals(id))
                .findFirst();
    }

    /** The account's folders in their order, outer before inner. */
    public List<FolderSummary> folders(AccountId account) {
        return shelves.of(account).folders();
    }

    /** The folder of an address in the browser. */
    public Optional<Folder> folderBySlug(AccountId account, String slug) {
        return folder(account, folder -> folder.slug().equals(slug));
    }

    /** The folder of a path. */
    public Optional<Folder> folderByPath(AccountId account, FolderPath path) {
        return folder(account, folder -> folder.path().equals(path));
    }

    private Optional<Folder> folder(AccountId account, Predicate<Folder> which) {
        return folders(account).stream()
                .map(FolderSummary::folder)
                .filter(which)
                .findFirst();
    }

    /**
     * Subscribes, after asking the address once unless the wish says otherwise, and the feed too where a page names just
     * one. Subscribing twice is no error.
     */
    public Subscribed subscribe(AccountId account, NewSubscription wish) {
        Optional<String> url = address(wish.url());
        if (url.isEmpty()) {
            return noAddress(wish.url());
        }
        return wish.withoutCheck()
                ? add(account, url.get(), wish)
                : outcome(look(wish.url(), url.get()), feed -> read(feed, there -> add(account, there.url(), wish)));
    }

    /** Looks for a feed in the usual places of a site and subscribes to the first: up to six requests, one after another. */
    public Subscribed subscribeInUsualPlaces(AccountId account, NewSubscription wish) {
        return address(wish.url())
                .map(url -> outcome(check.inUsualPlaces(url), feed -> add(account, feed.url(), wish)))
                .orElseGet(() -> noAddress(wish.url()));
    }

    /** Looks at an address without subscribing: one request, or two where a page names just one feed. */
    public Subscribed preview(String typed) {
        Optional<String> url = address(typed);
        return url.isEmpty()
                ? noAddress(typed)
                : outcome(
                        look(typed, url.get()),
                        feed -> read(
                                feed,
                                there -> new Subscribed.Previewed(
                                        there.url(), Objects.requireNonNull(there.preview()))));
    }

    /** Where nobody said https and the host has none, what it has without. */
    private AddressCheck.Found look(String typed, String url) {
        AddressCheck.Found found = check.at(url);
        boolean noTls = found instanceof AddressCheck.NoFeed none && none.kind() == ErrorKind.CONNECT;
        return noTls
                ? FeedAddress.withoutTls(KnownSites.pageOfHandle(typed))
                        .map(check::at)
                        .orElse(found)
                : found;
    }

    /** Asks a feed itself where a page only named it: links are dead, or lead back to the page. */
    private Subscribed read(AddressCheck.FeedAt feed, Function<AddressCheck.FeedAt, Subscribed> whenFeed) {
        if (feed.preview() != null) {
            return whenFeed.apply(feed);
        }
        AddressCheck.Found there = check.at(feed.url());
        if (there instanceof AddressCheck.NoFeed none && none.kind() != ErrorKind.NOT_A_FEED) {
            return new Subscribed.Refused(none.kind(), none.sentence(), feed.url());
        }
        boolean isNone = there instanceof AddressCheck.NoFeed
                || (there instanceof AddressCheck.FeedAt again && again.preview() == null);
        return isNone ? namedNoFeed(feed.url()) : outcome(there, whenFeed);
    }

    private static Subscribed namedNoFeed(String url) {
        return new Subscribed.Refused(
                ErrorKind.NOT_A_FEED, "The page names " + FeedAddress.withoutCredentials(url) + ", which is no feed.");
    }

    private static Subscribed outcome(AddressCheck.Found found, Function<AddressCheck.FeedAt, Subscribed> whenFeed) {
        if (found instanceof AddressCheck.SeveralFeeds several) {
            return new Subscribed.Choices(several.choices());
        }
        if (found instanceof AddressCheck.NoFeed none) {
            return new Subscribed.Refused(none.kind(), none.sentence());
        }
        return whenFeed.apply((AddressCheck.FeedAt) found);
    }

    private static Optional<String> address(String typed) {
        return FeedAddress.of(KnownSites.pageOfHandle(typed));
    }

    private static Subscribed noAddress(String typed) {
        boolean isLong = typed.getBytes(StandardCharsets.UTF_8).length > FeedAddress.LONGEST;
        return new Subscribed.Refused(
                ErrorKind.BLOCKED_SCHEME,
                "\"" + Echo.of(typed) + "\" is "
                        + (isLong ? "too long for" : "not")
                        + " the address of a feed; it must look like https://example.org/feed.xml.");
    }

    private Subscribed add(AccountId account, String url, NewSubscription wish) {
        SubscriptionTable.Subscribed done = writer.write(
                handle -> subscriptions.subscribe(handle, account, url, wish.folder(), wish.title(), clock.instant()));
        unread.forget(account);
        FeedSummary feed = feed(account, done.feed())
                .orElseThrow(() -> new IllegalStateException("unsubscribed while subscribing: " + done.feed()));
        return done.isNew() ? new Subscribed.Added(feed) : new Subscribed.AlreadyThere(feed);
    }

    /**
     * Keeps what the account chose for a feed; false when it is not followed. Where the folder is the one that it is in
     * already, it stays in others too.
     */
    public boolean settle(AccountId account, FeedId id, SubscriptionSettings wanted) {
        Optional<FeedSummary> found = feed(account, id);
        found.ifPresent(feed -> {
            String title = wanted.title().strip();
            String own = title.isEmpty() || title.equals(feed.feed().title()) ? null : title;
            FolderPath now = feed.folder() == null ? null : feed.folder().path();
            writer.write(handle -> {
                if (!Objects.equals(now, wanted.folder())) {
                    subscriptions.move(handle, account, id, wanted.folder());
                }
                return subscriptions.settle(handle, account, id, own, wanted.askEvery(), clock.instant());
            });
            unread.forget(account);
        });
        return found.isPresent();
    }

    /**
     * Has a feed asked with a name and password from now on, or without where both are empty.
     *
     * @return false where that would be another feed than it is: where others follow it as it is, where the account follows
     *     the other one already, or does not follow this one
     */
    public boolean signIn(AccountId account, FeedId id, String name, String password) {
        return subscriptions
                .address(account, id)
                .map(old -> name.isEmpty() && password.isEmpty()
                        ? FeedAddress.withoutCredentials(old)
                        : FeedAddress.withCredentials(old, name, password))
                .filter(url ->
                        writer.write(handle -> subscriptions.readdress(handle, account, id, url, clock.instant())))
                .isPresent();
    }

    /** Ends a subscription; false when there was none. Entries stay in the store. */
    public boolean unsubscribe(AccountId account, FeedId id) {
        boolean was = writer.write(handle -> subscriptions.unsubscribe(handle, account, id));
        unread.forget(account);
        return was;
    }
}
