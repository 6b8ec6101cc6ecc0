package org.broadsheet.poll;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import org.broadsheet.model.Relocation;
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
                : new Relocation(before.to(), before.since(), before.sightings() + 1);
    }

    /**
     * Where a feed lives from now on, null while it stays. A name and password in its address go along to another path,
     * never to another origin: such a feed stays where it is.
     */
    static @Nullable String newAddress(String url, @Nullable Relocation moved, Instant now) {
        if (moved == null || !isProven(moved, now)) {
            return null;
        }
        URI from = URI.create(url);
        URI to = URI.create(moved.to());
        if (from.getRawUserInfo() == null) {
            return moved.to();
        }
        return isSameOrigin(from, to)
                ? moved.to().replaceFirst("://", "://" + Matcher.quoteReplacement(from.getRawUserInfo()) + "@")
                : null;
    }

    private static boolean isSameOrigin(URI one, URI other) {
        return one.getScheme().equals(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && one.getPort() == other.getPort();
    }

    /** Whether the probation is over. */
    static boolean isProven(@Nullable Relocation moved, Instant now) {
        return moved != null
                && moved.sightings() >= SIGHTINGS
                && !now.isBefore(moved.since().plus(PROBATION));
    }
}
