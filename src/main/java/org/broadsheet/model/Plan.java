package org.broadsheet.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a feed is asked next, and why.
 *
 * @param at null for never
 * @param pause the pause that we chose, without what its server asked for
 * @param missingSince since when there has been nothing at its address, null when there was something or nobody answered
 */
public record Plan(
        @Nullable Instant at,
        Duration pause,
        Feed.Status status,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant missingSince,
        Reason reason) {}
