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
import org.broadsheet.model.Holdings;
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
            var done = subscriptions.subscribe(handle, account, feed.url(), null, feed.ownTitle(), now);
            id = done.feed();
            isNew = done.isNew();
        } else {
            id = there.feed();
        }
        for (FolderPath folder : feed.folders()) {
            isNew |= subscriptions.fileToo(handle, account, id, folder);
        }
        if (there == null && feed.askEvery() != null) {
            subscriptions.settle(handle, account, id, feed.ownTitle(), feed.askEvery(), now);
        }
        ForeignAttributes before =
                there == null ? ForeignAttributes.NONE : there.kept().foreign();
        outlines.keep(handle, account, id, kept(feed, feed.foreign().and(before)));
        return isNew;
    }

    /** Makes all that is kept of a list beside its feeds what this one says, and deletes folders that it has no more. */
    public void replaceRest(
            Handle handle,
            AccountId account,
            Holdings held,
            Map<FolderPath, ForeignAttributes> folders,
            List<OtherOutline> others) {
        outlines.forgetOthers(handle, account);
        held.folders().keySet().forEach(folder -> outlines.forgetFolder(handle, account, folder));
        folders.forEach((path, said) -> keepFolder(handle, account, path, said));
        keepOthers(handle, account, others);
        held.feeds().stream()
                .flatMap(there -> there.folders().stream())
                .filter(folder -> !folders.containsKey(folder))
                .distinct()
                .forEach(folder -> deleteEmpty(handle, account, folder));
    }

    /** Ends a subscription. Entries stay. */
    public void remove(Handle handle, AccountId account, HeldSubscription there) {
        subscriptions.unsubscribe(handle, account, there.feed());
    }

    /**
     * Makes a subscription just what a list says of it.
     *
     * @param there the subscription of that address, null where there is none
     */
    public void take(Handle handle, AccountId account, ListedFeed feed, @Nullable HeldSubscription there, Instant now) {
        if (there == null) {
            add(handle, account, feed, null, now);
            return;
        }
        if (!Set.copyOf(there.folders()).equals(Set.copyOf(feed.folders()))) {
            subscriptions.move(handle, account, there.feed(), null);
            feed.folders().forEach(folder -> subscriptions.fileToo(handle, account, there.feed(), folder));
        }
        String own = feed.ownTitle() == null ? there.ownTitle() : feed.ownTitle();
        own = Objects.equals(own, there.feedTitle()) ? null : own;
        if (!Objects.equals(own, there.ownTitle()) || !Objects.equals(feed.askEvery(), there.askEvery())) {
            subscriptions.settle(handle, account, there.feed(), own, feed.askEvery(), now);
        }
        if (FeedAddress.hasCredentials(feed.url()) && !feed.url().equals(there.address())) {
            subscriptions.readdress(handle, account, there.feed(), feed.url(), now);
        }
        outlines.keep(handle, account, there.feed(), kept(feed, feed.foreign()));
    }

    /** Deletes a folder and those around it where nothing is in them. */
    private void deleteEmpty(Handle handle, AccountId account, FolderPath folder) {
        for (int depth = folder.names().size(); depth > 0; depth--) {
            outlines.deleteEmptyFolder(
                    handle, account, new FolderPath(folder.names().subList(0, depth)));
        }
    }

    /** Keeps what a list says of a folder, where it says anything. */
    public void keepFolder(Handle handle, AccountId account, FolderPath path, ForeignAttributes said) {
        if (!said.values().isEmpty()) {
            outlines.keepFolder(handle, account, path, said);
        }
    }

    /** Keeps the outlines of a list that are neither feed nor folder. */
    public void keepOthers(Handle handle, AccountId account, List<OtherOutline> others) {
        outlines.addOthers(handle, account, others);
    }

    private static KeptOutline kept(ListedFeed feed, ForeignAttributes foreign) {
        return new KeptOutline(FeedAddress.withoutCredentials(feed.url()), feed.title(), feed.siteUrl(), foreign);
    }
}
