package org.broadsheet.poll;

import java.time.Duration;
import java.time.Instant;
import org.broadsheet.model.Feed;
import org.jspecify.annotations.Nullable;

/**
 * When a feed is asked next, and why.
 *
 * @param at null for never
 * @param interval the feed's own pause, without what its server asked for
 * @param reason a sentence for people
 */
public record Plan(
        @Nullable Instant at,
        Duration interval,
        Feed.Status status,
        int failures,
        @Nullable Instant failingSince,
        String reason) {}
