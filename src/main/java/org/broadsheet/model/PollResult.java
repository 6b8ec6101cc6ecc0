package org.broadsheet.model;

import org.jspecify.annotations.Nullable;

/**
 * What a finished poll leaves in the store, beside the entries it brought.
 *
 * @param document what the document said of the feed itself, without its entries; null when none was read
 */
public record PollResult(
        DueFeed feed,
        LastPoll poll,
        Plan plan,
        Learnt learnt,
        @Nullable ParsedFeed document) {}
