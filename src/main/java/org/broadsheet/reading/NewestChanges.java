package org.broadsheet.reading;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.broadsheet.store.PublishedTable;

/** The newest change of each feed's entries, read once from the store and kept up by the change number. Thread-safe. */
final class NewestChanges {
    private final PublishedTable published;
    private final Map<Long, Long> byFeed = new HashMap<>();
    private long newest;

    NewestChanges(PublishedTable published) {
        this.published = published;
    }

    /** The newest of all that these feeds have, 0 for none. */
    synchronized long of(Collection<Long> feeds) {
        catchUp();
        return feeds.stream()
                .mapToLong(feed -> byFeed.getOrDefault(feed, 0L))
                .max()
                .orElse(0);
    }

    /** The newest of all. */
    synchronized long newest() {
        catchUp();
        return newest;
    }

    private void catchUp() {
        Map<Long, Long> later = published.newestChanges(newest);
        byFeed.putAll(later);
        later.values().forEach(change -> newest = Math.max(newest, change));
    }
}
