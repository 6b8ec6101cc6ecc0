package org.broadsheet.reading;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.ingest.opml.OpmlDocument;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.HeldSubscription;
import org.broadsheet.model.Holdings;
import org.broadsheet.model.ListedFeed;
import org.broadsheet.store.ListTakeover;
import org.broadsheet.store.OutlineTable;
import org.broadsheet.store.Writer;

/** Makes an account's subscriptions what a list says. Thread-safe. */
public final class ListKeeper {
    private final Writer writer;
    private final OutlineTable outlines;
    private final ListTakeover takeover;
    private final UnreadIndex unread;
    private final InstantSource clock;

    public ListKeeper(
            Writer writer, OutlineTable outlines, ListTakeover takeover, UnreadIndex unread, InstantSource clock) {
        this.writer = writer;
        this.outlines = outlines;
        this.takeover = takeover;
        this.unread = unread;
        this.clock = clock;
    }

    /** A list, and the hash of the file that it is in. */
    record Listed(String hash, OpmlDocument list) {}

    int feeds(AccountId account) {
        return outlines.holdings(account).feeds().size();
    }

    /** The hash of the list that was dealt with last. */
    Optional<String> hash(AccountId account) {
        return outlines.followedHash(account);
    }

    /** Remembers that a list was dealt with. */
    void keepHash(AccountId account, String hash) {
        writer.write(handle -> {
            outlines.keepFollowedHash(handle, account, hash);
            return true;
        });
    }

    /** What a list would change now. */
    ListPlan plan(AccountId account, Listed listed) {
        return ListPlan.between(outlines.holdings(account), listed.list());
    }

    /** Carries a plan out in one transaction; false, with nothing changed, where it would be another plan by now. */
    boolean carryOut(AccountId account, Listed listed, ListPlan plan) {
        Instant now = clock.instant();
        boolean done = writer.write(handle -> {
            Holdings held = outlines.holdings(handle, account);
            if (!ListPlan.between(held, listed.list()).equals(plan)) {
                return false;
            }
            OpmlDocument list = Mended.of(listed.list(), held);
            Map<ListedFeed, HeldSubscription> matches = Matches.of(held.feeds(), list.feeds());
            list.feeds().forEach(feed -> takeover.take(handle, account, feed, matches.get(feed), now));
            Set<HeldSubscription> wanted = new HashSet<>(matches.values());
            held.feeds().stream()
                    .filter(there -> !wanted.contains(there))
                    .forEach(there -> takeover.remove(handle, account, there));
            takeover.replaceRest(handle, account, held, list.folders(), list.others());
            outlines.keepFollowedHash(handle, account, listed.hash());
            return true;
        });
        unread.forget(account);
        return done;
    }
}
