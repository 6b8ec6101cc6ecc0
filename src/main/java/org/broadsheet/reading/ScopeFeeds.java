package org.broadsheet.reading;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.FolderId;
import org.broadsheet.model.Scope;
import org.broadsheet.model.UnreadEntry;
import org.broadsheet.store.FolderTable;
import org.broadsheet.store.LabelTable;
import org.broadsheet.store.SubscriptionTable;

/** What a scope means among unread entries. Thread-safe. */
public final class ScopeFeeds {
    private final SubscriptionTable subscriptions;
    private final FolderTable folders;
    private final LabelTable labels;

    public ScopeFeeds(SubscriptionTable subscriptions, FolderTable folders, LabelTable labels) {
        this.subscriptions = subscriptions;
        this.folders = folders;
        this.labels = labels;
    }

    /** Whether an unread entry is in the scope. */
    Predicate<UnreadEntry> test(AccountId account, Scope scope) {
        if (scope instanceof Scope.OfFeed one) {
            return entry -> entry.feed() == one.feed().value();
        }
        if (scope instanceof Scope.Labelled labelled) {
            Set<Long> entries = labels.entries(account, labelled.label());
            return entry -> entries.contains(entry.id());
        }
        if (!(scope instanceof Scope.InFolder)) {
            return entry -> true;
        }
        List<FolderId> within = Folders.within(folders, account, scope);
        Set<Long> feeds = subscriptions.filings(account).entrySet().stream()
                .filter(filing -> filing.getValue().stream().anyMatch(within::contains))
                .map(filing -> filing.getKey().value())
                .collect(Collectors.toSet());
        return entry -> feeds.contains(entry.feed());
    }
}
