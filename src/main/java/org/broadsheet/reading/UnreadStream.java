package org.broadsheet.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.FolderId;
import org.broadsheet.model.Headline;
import org.broadsheet.model.Page;
import org.broadsheet.model.Position;
import org.broadsheet.model.Scope;
import org.broadsheet.model.Selection;
import org.broadsheet.model.Selection.Order;
import org.broadsheet.model.UnreadEntry;
import org.broadsheet.store.FolderTable;
import org.broadsheet.store.StreamTable;
import org.jspecify.annotations.Nullable;

/**
 * Pages of unread headlines, at a cost that does not depend on how many entries are read: the index says which may come
 * next, the store whether they do. Thread-safe.
 */
public final class UnreadStream {
    private final UnreadIndex unread;
    private final ScopeFeeds scopes;
    private final StreamTable streams;
    private final FolderTable folders;

    public UnreadStream(UnreadIndex unread, ScopeFeeds scopes, StreamTable streams, FolderTable folders) {
        this.unread = unread;
        this.scopes = scopes;
        this.streams = streams;
        this.folders = folders;
    }

    Page<Headline> page(AccountId account, Selection selection, @Nullable Position after, int limit) {
        Iterator<Long> candidates = candidates(account, selection, after).iterator();
        List<FolderId> within = Folders.within(folders, account, selection.scope());
        List<Headline> found = new ArrayList<>();
        while (found.size() <= limit && candidates.hasNext()) {
            List<Headline> some = streams.among(account, selection, within, next(candidates, limit + 1 - found.size()));
            found.addAll(selection.order() == Order.OLDEST ? reversed(some) : some);
        }
        boolean more = found.size() > limit;
        List<Headline> items = more ? found.subList(0, limit) : found;
        return new Page<>(List.copyOf(items), more ? position(items.get(limit - 1)) : null);
    }

    private Stream<Long> candidates(AccountId account, Selection selection, @Nullable Position after) {
        UnreadEntries entries = unread.of(account);
        Predicate<UnreadEntry> inScope = scopes.test(account, selection.scope());
        boolean onlyShown = selection.foldDuplicates() && selection.scope() instanceof Scope.Everything;
        return inOrder(entries, selection.order(), after)
                .filter(inScope)
                .filter(entry -> entry.shown() || !onlyShown)
                .map(UnreadEntry::id);
    }

    private static Stream<UnreadEntry> inOrder(UnreadEntries entries, Order order, @Nullable Position after) {
        if (order == Order.OLDEST) {
            return after == null ? entries.oldestFirst() : entries.before(place(after));
        }
        return after == null ? entries.stream() : entries.after(place(after));
    }

    private static List<Long> next(Iterator<Long> candidates, int most) {
        List<Long> next = new ArrayList<>(most);
        while (next.size() < most && candidates.hasNext()) {
            next.add(candidates.next());
        }
        return next;
    }

    private static List<Headline> reversed(List<Headline> newestFirst) {
        List<Headline> oldestFirst = new ArrayList<>(newestFirst);
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    private static UnreadEntry place(Position position) {
        return new UnreadEntry(position.id().value(), position.micros(), 0, 0, true);
    }

    private static Position position(Headline headline) {
        EntryId id = headline.entry().id();
        return new Position(headline.entry().sortedAt(), id);
    }
}
