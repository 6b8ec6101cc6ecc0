package org.broadsheet.reading;

import java.time.InstantSource;
import java.util.List;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FolderId;
import org.broadsheet.model.Scope;
import org.broadsheet.store.EntryStateTable;
import org.broadsheet.store.FolderTable;
import org.broadsheet.store.SubscriptionTable;
import org.broadsheet.store.Writer;
import org.jspecify.annotations.Nullable;

/** Reading and starring. Each call returns after its change is committed. Thread-safe. */
public final class Marking {
    private final Writer writer;
    private final EntryStateTable states;
    private final SubscriptionTable subscriptions;
    private final FolderTable folders;
    private final UnreadCounts unread;
    private final InstantSource clock;

    public Marking(
            Writer writer,
            EntryStateTable states,
            SubscriptionTable subscriptions,
            FolderTable folders,
            UnreadCounts unread,
            InstantSource clock) {
        this.writer = writer;
        this.states = states;
        this.subscriptions = subscriptions;
        this.folders = folders;
        this.unread = unread;
        this.clock = clock;
    }

    /**
     * Sets what is not null; false when the account has no such entry. Read once is read everywhere: entries of other feeds
     * that repeat it follow.
     */
    public boolean set(AccountId account, EntryId entry, @Nullable Boolean read, @Nullable Boolean starred) {
        boolean there = writer.write(handle -> states.set(handle, account, entry, read, starred, clock.instant()));
        unread.forget(account);
        return there;
    }

    /** Shows an entry separately from those that repeat it; false when the account has no such entry. */
    public boolean keepApart(AccountId account, EntryId entry) {
        return setApart(account, entry, true);
    }

    /** Takes {@link #keepApart} back. */
    public boolean foldAgain(AccountId account, EntryId entry) {
        return setApart(account, entry, false);
    }

    private boolean setApart(AccountId account, EntryId entry, boolean apart) {
        boolean there = writer.write(handle -> states.setApart(handle, account, entry, apart, clock.instant()));
        unread.forget(account);
        return there;
    }

    /**
     * Marks a scope as read.
     *
     * @param upToChange entries that arrived with a later change stay as they are
     */
    public void markRead(AccountId account, Scope scope, long upToChange) {
        List<FeedId> feeds = feeds(account, scope);
        writer.write(handle -> {
            states.markRead(handle, account, feeds, upToChange, clock.instant());
            return true;
        });
        unread.forget(account);
    }

    private List<FeedId> feeds(AccountId account, Scope scope) {
        List<FolderId> within = Folders.within(folders, account, scope);
        if (scope instanceof Scope.InFolder) {
            return subscriptions.filings(account).entrySet().stream()
                    .filter(filing -> filing.getValue().stream().anyMatch(within::contains))
                    .map(filing -> filing.getKey())
                    .toList();
        }
        if (scope instanceof Scope.OfFeed one) {
            return List.of(one.feed());
        }
        return subscriptions.all(account).stream()
                .map(summary -> summary.feed().id())
                .toList();
    }
}
