package org.broadsheet.model;

import java.time.Instant;

/**
 * A stored entry that another one may repeat.
 *
 * @param words of its text
 * @param first the first entry of its group: itself, or the one that it repeats
 */
public record Lookalike(EntryId id, FeedId feed, EntryId first, String title, Instant sortedAt, int words) {}
