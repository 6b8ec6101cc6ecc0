package org.broadsheet.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.ForeignAttributes;
import org.broadsheet.model.HeldSubscription;
import org.broadsheet.model.KeptOutline;
import org.broadsheet.model.ListedFeed;
import org.broadsheet.model.OtherOutline;
import org.broadsheet.text.FeedAddress;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Makes subscriptions of the feeds that a list names. */
public final class ListTakeover {
    private final SubscriptionTable subscriptions;
    private final OutlineTable outlines;

    public ListTakeover(SubscriptionTable subscriptions, OutlineTable outlines) {
        this.subscriptions = subscriptions;
        this.outlines = outlines;
    }

    /**
     * Subscribes to a feed in all its folders; one that is followed already keeps its title and its folders.
     *
     * @param there the subscription of that address, null where there is none
     * @return whether the subscription or one of its places is new
     */
    public boolean add(
            Handle handle, AccountId account, ListedFeed feed, @Nullable HeldSubscription there, Instant now) {
        boolean isNew = false;
        FeedId id;
        if (there == null) {
            var done = subscriptions.subscribe(handle, account, feed.url(), null, feed.title(), now);
            id = done.feed();
            isNew = done.isNew();
        } else {
            id = there.feed();
        }
        for (FolderPath folder : feed.folders()) {
            isNew |= subscriptions.fileToo(handle, account, id, folder);
        }
        if (there == null && feed.askEvery() != null) {
            subscriptions.settle(handle, account, id, feed.title(), feed.askEvery(), now);
        }
        ForeignAttributes before =
                there == null ? ForeignAttributes.NONE : there.kept().foreign();
        outlines.keep(handle, account, id, kept(feed, feed.foreign().and(before)));
        return isNew;
    }

    /** Forgets what a list said beside its feeds, and keeps what this one says. */
    public void replaceRest(
            Handle handle, AccountId account, Map<FolderPath, ForeignAttributes> folders, List<OtherOutline> others) {
        outlines.forgetOthers(handle, account);
        keepRest(handle, account, folders, others);
    }

    /** Ends a subscription. Entries stay. */
    public void remove(Handle handle, AccountId account, HeldSubscription there) {
        subscriptions.unsubscribe(handle, account, there.feed());
    }

    /** Makes a subscription what a list says of it. */
    public void change(Handle handle, AccountId account, HeldSubscription there, ListedFeed feed, Instant now) {
        if (!Set.copyOf(there.folders()).equals(Set.copyOf(feed.folders()))) {
            subscriptions.move(handle, account, there.feed(), null);
            feed.folders().forEach(folder -> subscriptions.fileToo(handle, account, there.feed(), folder));
        }
        boolean asksOtherwise = feed.askEvery() != null && !feed.askEvery().equals(there.askEvery());
        if (there.isRenamedBy(feed) || asksOtherwise) {
            String title = Objects.requireNonNullElse(feed.title(), there.title());
            String own = title.equals(there.feedTitle()) ? null : title;
            subscriptions.settle(
                    handle,
                    account,
                    there.feed(),
                    own,
                    feed.askEvery() == null ? there.askEvery() : feed.askEvery(),
                    now);
        }
        outlines.keep(handle, account, there.feed(), kept(feed, feed.foreign()));
    }

    /** Deletes a folder and those around it where nothing is in them. */
    public void deleteEmpty(Handle handle, AccountId account, FolderPath folder) {
        for (int depth = folder.names().size(); depth > 0; depth--) {
            outlines.deleteEmptyFolder(
                    handle, account, new FolderPath(folder.names().subList(0, depth)));
        }
    }

    /** Keeps what a list says beside its feeds. */
    public void keepRest(
            Handle handle, AccountId account, Map<FolderPath, ForeignAttributes> folders, List<OtherOutline> others) {
        folders.forEach((path, said) -> {
            if (!said.values().isEmpty()) {
                outlines.keepFolder(handle, account, path, said);
            }
        });
        outlines.addOthers(handle, account, others);
    }

    private static KeptOutline kept(ListedFeed feed, ForeignAttributes foreign) {
        return new KeptOutline(FeedAddress.withoutCredentials(feed.url()), feed.title(), feed.siteUrl(), foreign);
    }
}
