package org.broadsheet.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of a stream, both ends included.
 *
 * @param newest where it begins, null for the stream's start
 * @param oldest where it ends, null for the stream's end
 */
public record Stretch(@Nullable Position newest, @Nullable Position oldest) {
    /** The whole stream. */
    public static final Stretch ALL = new Stretch(null, null);

    /** An entry and what is newer. */
    public static Stretch above(Position entry) {
        return new Stretch(null, entry);
    }

    /** An entry and what is older. */
    public static Stretch below(Position entry) {
        return new Stretch(entry, null);
    }

    /** What sorts before a time. */
    public static Stretch olderThan(Instant time) {
        return new Stretch(new Position(time, new EntryId(0)), null);
    }

    /** Whether the entry lies in it. */
    public boolean holds(UnreadEntry entry) {
        return (newest == null || compare(newest, entry) <= 0) && (oldest == null || compare(oldest, entry) >= 0);
    }

    private static int compare(Position position, UnreadEntry entry) {
        return new UnreadEntry(position.id().value(), position.micros(), 0, 0, true).compareTo(entry);
    }
}
