package org.broadsheet.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed, shared by all who subscribe to it.
 *
 * @param url the address that is polled
 * @param title as the feed gives it, its host until it was read once
 * @param status where its polling stands
 * @param nextPollAt null when it is not polled any more
 * @param failures polls that failed in a row
 * @param format such as {@code Atom 1.0}, null until it was read once
 * @param weakness what is wrong with its guids, null when they can be trusted
 * @param repairs what had to be mended to read it, in words for people; empty for a sound document
 * @param lastPoll null before the first one
 */
public record Feed(
        FeedId id,
        String url,
        String title,
        @Nullable String siteUrl,
        @Nullable String description,
        @Nullable String language,
        @Nullable String iconUrl,
        Status status,
        @Nullable Instant nextPollAt,
        int failures,
        long entries,
        @Nullable String format,
        @Nullable IdentityWeakness weakness,
        List<String> repairs,
        @Nullable LastPoll lastPoll) {

    /** Where the polling of a feed stands. */
    public enum Status {
        /** Not asked yet. */
        NEW,
        /** The last poll went well. */
        OK,
        /** The last poll failed; it is tried again. */
        FAILING,
        /** The publisher closed it (410): not asked any more, entries kept. */
        GONE
    }
}
