package org.broadsheet.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about when a feed publishes and when it wants to be asked.
 *
 * @param rhythm null before the first document
 * @param ttl how long its document asks not to be asked again, zero when it does not say
 * @param quiet when its document asks not to be asked
 * @param lastRead when it was last read, null before the first document; where it has failed since, when that began
 * @param askEvery how often the most eager of its readers wants it asked, null where none says
 * @param announcements whether its news are announced
 * @param lease what its hub was asked for
 */
public record Timing(
        @Nullable Rhythm rhythm,
        Duration ttl,
        QuietTimes quiet,
        @Nullable Instant lastRead,
        @Nullable Duration askEvery,
        Announcements announcements,
        HubLinks lease) {
    public static final Timing UNKNOWN =
            new Timing(null, Duration.ZERO, QuietTimes.NONE, null, null, Announcements.NONE, HubLinks.NONE);
}
