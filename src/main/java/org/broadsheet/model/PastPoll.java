package org.broadsheet.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One poll of a feed's history.
 *
 * @param next when the feed was to be asked again after it, null for never
 * @param reason why then, null when it was not kept
 */
public record PastPoll(
        LastPoll poll, @Nullable Instant next, @Nullable Reason reason) {}
