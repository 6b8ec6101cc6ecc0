package org.broadsheet.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.model.FeedId;

/** Counts commits, and knows of the last ones which feeds they touched. Thread-safe. */
final class RecentCommits {
    private static final int REMEMBERED = 1_000;

    private final Deque<Optional<Set<FeedId>>> touched = new ArrayDeque<>();
    private long count;

    /**
     * Counts one more.
     *
     * @param feeds all that it touched; empty where it may have touched anything
     */
    synchronized void add(Optional<Set<FeedId>> feeds) {
        touched.addLast(feeds);
        if (touched.size() > REMEMBERED) {
            touched.removeFirst();
        }
        count++;
    }

    synchronized long count() {
        return count;
    }

    /** The feeds that were touched since there were so many commits; empty where that may be anything. */
    synchronized Optional<Set<FeedId>> touchedSince(long commits) {
        if (count - commits > touched.size()) {
            return Optional.empty();
        }
        Set<FeedId> all = new HashSet<>();
        Iterator<Optional<Set<FeedId>>> newestFirst = touched.descendingIterator();
        for (long commit = count; commit > commits; commit--) {
            Optional<Set<FeedId>> feeds = newestFirst.next();
            if (feeds.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(feeds.get());
        }
        return Optional.of(all);
    }
}
