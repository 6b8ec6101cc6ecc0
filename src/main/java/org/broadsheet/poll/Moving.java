package org.broadsheet.poll;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.broadsheet.model.Relocation;
import org.broadsheet.text.FeedAddress;
import org.jspecify.annotations.Nullable;

/**
 * Whether a feed has moved for good. A permanent redirect is believed only after days of consistent sightings, and only
 * where the target had the entries of the feed when it was first seen: parked domains and log-in pages redirect
 * "permanently" too (DESIGN §5). Pure.
 */
final class Moving {
    private static final int SIGHTINGS = 5;
    private static final Duration PROBATION = Duration.ofDays(3);

    /** Instead of a count, where the target is another feed. */
    private static final int ANOTHER_FEED = 0;

    private Moving() {}

    /** What is known after one more poll that ended at a target, null where it met no permanent redirect. */
    static @Nullable Relocation sighted(
            @Nullable Relocation before, @Nullable URI target, boolean sameFeed, Instant now) {
        if (target == null) {
            return null;
        }
        if (before == null || !before.to().equals(target.toString())) {
            return new Relocation(target.toString(), now, sameFeed ? 1 : ANOTHER_FEED);
        }
        return before.sightings() == ANOTHER_FEED
                ? before
                : new Relocation(before.to(), notAhead(before.since(), now), before.sightings() + 1);
    }

    /** What was noted while a clock ran ahead would keep the feed from moving until then. */
    private static Instant notAhead(Instant since, Instant now) {
        return since.isAfter(now) ? now : since;
    }

    /** Where a feed lives from now on, null while it stays: redirects lead to addresses, too, that are too long to be kept. */
    static @Nullable String newAddress(@Nullable Relocation moved, Instant now) {
        return moved != null && isProven(moved, now) && moved.to().length() <= FeedAddress.LONGEST ? moved.to() : null;
    }

    /** Whether the probation is over. */
    static boolean isProven(@Nullable Relocation moved, Instant now) {
        return moved != null
                && moved.sightings() >= SIGHTINGS
                && !now.isBefore(moved.since().plus(PROBATION));
    }
}
