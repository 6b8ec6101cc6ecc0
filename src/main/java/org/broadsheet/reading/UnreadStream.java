package org.broadsheet.reading;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    private final Rarity rarity;

    public UnreadStream(
            UnreadIndex unread, ScopeFeeds scopes, StreamTable streams, FolderTable folders, Rarity rarity) {
        this.unread = unread;
        this.scopes = scopes;
        this.streams = streams;
        this.folders = folders;
        this.rarity = rarity;
    }

    Page<Headline> page(AccountId account, Selection selection, @Nullable Position after, int limit) {
        Iterator<Long> candidates = candidates(account, selection, after).iterator();
        List<FolderId> within = Folders.within(folders, account, selection.scope());
        List<Headline> found = new ArrayList<>();
        while (found.size() <= limit && candidates.hasNext()) {
            List<Long> some = next(candidates, limit + 1 - found.size());
            found.addAll(inOrder(streams.among(account, selection, within, some), some));
        }
        boolean more = found.size() > limit;
        List<Headline> items = more ? found.subList(0, limit) : found;
        return new Page<>(List.copyOf(items), more ? position(items.get(limit - 1)) : null);
    }

    private Stream<Long> candidates(AccountId account, Selection selection, @Nullable Position after) {
        UnreadEntries entries = unread.of(account);
        Predicate<UnreadEntry> inScope = scopes.test(account, selection.scope());
        boolean onlyShown = selection.foldDuplicates() && selection.scope() instanceof Scope.Everything;
        return inOrder(account, entries, selection.order(), after)
                .filter(inScope)
                .filter(entry -> entry.shown() || !onlyShown)
                .map(UnreadEntry::id);
    }

    private Stream<UnreadEntry> inOrder(
            AccountId account, UnreadEntries entries, Order order, @Nullable Position after) {
        return switch (order) {
            case NEWEST -> after == null ? entries.stream() : entries.after(place(after));
            case OLDEST -> after == null ? entries.oldestFirst() : entries.before(place(after));
            case RAREST -> rarestFirst(account, entries, after);
        };
    }

    private Stream<UnreadEntry> rarestFirst(AccountId account, UnreadEntries entries, @Nullable Position after) {
        Map<Long, Integer> classes = rarity.of(account);
        if (after == null) {
            return IntStream.range(0, Rarity.CLASSES)
                    .boxed()
                    .flatMap(which -> ofClass(entries.stream(), which, classes));
        }
        int first = classOf(account, after.id(), classes);
        return Stream.concat(
                ofClass(entries.after(place(after)), first, classes),
                IntStream.range(first + 1, Rarity.CLASSES)
                        .boxed()
                        .flatMap(which -> ofClass(entries.stream(), which, classes)));
    }

    private static Stream<UnreadEntry> ofClass(Stream<UnreadEntry> entries, int which, Map<Long, Integer> classes) {
        return entries.filter(entry -> classes.getOrDefault(entry.feed(), 0) == which);
    }

    /** That of the feed of an entry, which may be read by now. */
    private int classOf(AccountId account, EntryId entry, Map<Long, Integer> classes) {
        return streams.find(account, entry)
                .map(headline -> classes.getOrDefault(headline.source().id().value(), 0))
                .orElse(0);
    }

    private static List<Headline> inOrder(List<Headline> headlines, List<Long> ids) {
        Map<Long, Headline> byId = headlines.stream()
                .collect(Collectors.toMap(headline -> headline.entry().id().value(), headline -> headline));
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                .toList();
    }

    private static List<Long> next(Iterator<Long> candidates, int most) {
        List<Long> next = new ArrayList<>(most);
        while (next.size() < most && candidates.hasNext()) {
            next.add(candidates.next());
        }
        return next;
    }

    private static UnreadEntry place(Position position) {
        return new UnreadEntry(position.id().value(), position.micros(), 0, 0, true);
    }

    private static Position position(Headline headline) {
        EntryId id = headline.entry().id();
        return new Position(headline.entry().sortedAt(), id);
    }
}
