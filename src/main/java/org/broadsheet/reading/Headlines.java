package org.broadsheet.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.Article;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.Headline;
import org.broadsheet.model.Page;
import org.broadsheet.model.Position;
import org.broadsheet.model.Revision;
import org.broadsheet.model.SafeHtml;
import org.broadsheet.model.Scope;
import org.broadsheet.model.Selection;
import org.broadsheet.store.FolderTable;
import org.broadsheet.store.RevisionTable;
import org.broadsheet.store.StreamTable;
import org.jspecify.annotations.Nullable;

/** Streams of headlines and single articles, as one account sees them. Thread-safe; reads only. */
public final class Headlines {
    private final StreamTable streams;
    private final FolderTable folders;
    private final RevisionTable revisions;
    private final UnreadStream unread;
    private final Function<String, SafeHtml> stored;

    /**
     * Builds it.
     *
     * @param stored makes SafeHtml again of what the cleaner had made before it was stored
     */
    public Headlines(
            StreamTable streams,
            FolderTable folders,
            RevisionTable revisions,
            UnreadStream unread,
            Function<String, SafeHtml> stored) {
        this.streams = streams;
        this.folders = folders;
        this.revisions = revisions;
        this.unread = unread;
        this.stored = stored;
    }

    /**
     * A page of a stream, newest first.
     *
     * @param after where the page before ended; null for the first page
     * @param limit 1 or more
     */
    public Page<Headline> page(AccountId account, Selection selection, @Nullable Position after, int limit) {
        if (selection.state() == Selection.State.UNREAD) {
            return unread.page(account, selection, after, limit);
        }
        return streams.page(account, selection, Folders.within(folders, account, selection.scope()), after, limit);
    }

    /** A page of a stream with the bodies of its entries. */
    public Page<Article> articles(AccountId account, Selection selection, @Nullable Position after, int limit) {
        Page<Headline> page = page(account, selection, after, limit);
        Map<EntryId, String> bodies = streams.bodies(
                page.items().stream().map(headline -> headline.entry().id()).toList());
        List<Article> articles =
                page.items().stream().map(headline -> article(headline, bodies)).toList();
        return new Page<>(articles, page.next());
    }

    /** One entry with its body; empty when it is not among the account's subscriptions. */
    public Optional<Article> article(AccountId account, EntryId id) {
        return streams.find(account, id).map(headline -> article(headline, streams.bodies(List.of(id))));
    }

    /** What an entry said before it was changed, oldest first; empty when it is not among the account's subscriptions. */
    public List<Revision> revisions(AccountId account, EntryId id) {
        return streams.find(account, id).isPresent() ? revisions.of(id, stored) : List.of();
    }

    private Article article(Headline headline, Map<EntryId, String> bodies) {
        return new Article(
                headline, stored.apply(bodies.getOrDefault(headline.entry().id(), "")));
    }

    /** Where an entry stands in streams; empty when it is not among the account's subscriptions. */
    public Optional<Position> position(AccountId account, EntryId id) {
        return streams.find(account, id)
                .map(headline -> new Position(headline.entry().sortedAt(), id));
    }

    /** The number of the newest change in the whole store. */
    public long change() {
        return streams.change();
    }

    /** The number of the newest change in a stream, 0 for an empty one. What people do with entries never moves it. */
    public long change(AccountId account, Scope scope) {
        return streams.change(account, scope, Folders.within(folders, account, scope));
    }
}
