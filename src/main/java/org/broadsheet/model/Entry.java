package org.broadsheet.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the store keeps it, without its body.
 *
 * @param guid the publisher's id, or the identity key where the publisher gave none
 * @param title plain text, never empty: from the text or the address where the publisher gave none
 * @param summary plain text of at most 400 characters, maybe empty
 * @param published as the publisher gave it, null when missing or unreadable
 * @param sortedAt {@code published} clamped to first seen: the order of every stream, with the id
 * @param firstSeen when the store got it; never changes
 * @param updated when the publisher last changed it, null until then
 * @param words how many words its text has
 * @param change the number of the store's change that last touched it
 * @param duplicateOf the entry of another feed that this one repeats, null for an entry of its own
 */
public record Entry(
        EntryId id,
        FeedId feedId,
        String guid,
        @Nullable String url,
        String title,
        @Nullable String author,
        String summary,
        @Nullable String imageUrl,
        List<String> tags,
        List<Enclosure> enclosures,
        @Nullable Instant published,
        Instant sortedAt,
        Instant firstSeen,
        @Nullable Instant updated,
        @Nullable String language,
        int words,
        long change,
        @Nullable EntryId duplicateOf) {}
