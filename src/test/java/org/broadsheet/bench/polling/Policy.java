package org.broadsheet.bench.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A way to decide when a feed is asked next. One object per feed, because some keep a memory. */
interface Policy {
    /**
     * The pause after a poll.
     *
     * @param document what the feed shows, oldest first
     * @param added those of it that the poll brought
     */
    Duration pause(List<Instant> document, List<Instant> added, Instant lastPoll, Instant now);

    /** Makes a policy for one more feed. */
    interface Maker {
        Policy make();
    }
}
