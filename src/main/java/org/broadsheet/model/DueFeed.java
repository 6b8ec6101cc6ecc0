package org.broadsheet.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feed that is to be polled, with what polling it needs to know.
 *
 * @param host its host name in lower case
 * @param bodyHash of the last document read, null before the first
 * @param timing when it publishes and when it wants to be asked
 * @param failures polls that failed in a row before this one
 * @param failingSince null when the last poll went well
 * @param missingSince since when there has been nothing at its address, null when the last poll did not end like that
 * @param round the round that asked for it, null when it was simply due
 * @param weakness what is wrong with its guids, null when they can be trusted
 * @param moved where permanent redirects have led of late, null when the last poll met none
 * @param subscribers how many accounts follow it
 */
public record DueFeed(
        FeedId id,
        String url,
        String host,
        Validators validators,
        @Nullable String bodyHash,
        Timing timing,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant missingSince,
        @Nullable Long round,
        @Nullable IdentityWeakness weakness,
        @Nullable Relocation moved,
        int subscribers) {}
