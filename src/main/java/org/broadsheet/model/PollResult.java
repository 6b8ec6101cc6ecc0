package org.broadsheet.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a finished poll leaves in the store, beside the entries it brought.
 *
 * @param nextPollAt null when the feed is not asked again
 * @param reason why the next poll is when it is, in words
 * @param weakness what is wrong with the feed's guids, null when they can be trusted
 * @param document what the document said of the feed itself, null when none was read
 */
public record PollResult(
        DueFeed feed,
        LastPoll poll,
        Feed.Status status,
        @Nullable Instant nextPollAt,
        Duration interval,
        String reason,
        Validators validators,
        @Nullable String bodyHash,
        int failures,
        @Nullable Instant failingSince,
        @Nullable IdentityWeakness weakness,
        @Nullable ParsedFeed document) {}
