package org.broadsheet.reading;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.Predicate;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.ReadPlan;
import org.broadsheet.model.Scope;
import org.broadsheet.model.Stretch;
import org.broadsheet.model.UnreadEntry;
import org.broadsheet.store.BulkMarkTable;
import org.broadsheet.store.Writer;

/** Marking many entries as read at once, and taking it back. Each call returns after its change is committed. Thread-safe. */
public final class BulkMarking {
    private final Writer writer;
    private final BulkMarkTable marks;
    private final UnreadIndex unread;
    private final ScopeFeeds scopes;
    private final InstantSource clock;

    public BulkMarking(Writer writer, BulkMarkTable marks, UnreadIndex unread, ScopeFeeds scopes, InstantSource clock) {
        this.writer = writer;
        this.marks = marks;
        this.unread = unread;
        this.scopes = scopes;
        this.clock = clock;
    }

    /**
     * A bulk mark.
     *
     * @param id by which it can be taken back
     * @param count how many entries it marked, those that repeat others included
     */
    public record Marked(long id, int count) {}

    /**
     * Marks a stretch of a stream as read, and what repeats its entries in other feeds.
     *
     * @param upToChange entries that arrived with a later change stay as they are, however large the number
     */
    public Marked markRead(AccountId account, Scope scope, Stretch stretch, long upToChange) {
        UnreadIndex.Held seen = unread.look(account);
        UnreadEntries entries = seen.entries();
        long upTo = Math.min(upToChange, entries.change());
        Predicate<UnreadEntry> inScope = scopes.test(account, scope);
        IdSet ids = BulkRead.ids(entries, entry -> entry.id() <= upTo && stretch.holds(entry) && inScope.test(entry));
        Map<Long, Long> readUpTo = marks.readUpTo(account);
        ReadPlan plan = BulkRead.plan(entries, ids, readUpTo, upTo);
        long mark = writer.writeBeside(handle -> marks.mark(handle, account, plan, clock.instant()));
        unread.marked(account, seen, mark, ids);
        return new Marked(mark, plan.count());
    }

    /** Takes a bulk mark back within ten minutes; false when it is unknown or too long ago. */
    public boolean takeBack(AccountId account, long id) {
        boolean done = writer.writeBeside(handle -> marks.takeBack(handle, account, id, clock.instant()));
        if (done) {
            unread.takenBack(account, id);
        }
        return done;
    }
}
