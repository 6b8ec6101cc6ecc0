package org.broadsheet.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry ready to be stored: cleaned, its identity decided.
 *
 * @param rawHash of the entry as the publisher sent it; {@code contentHash} of what is kept
 */
public record NewEntry(
        EntryIdentity identity,
        @Nullable String url,
        @Nullable String canonicalUrl,
        String title,
        @Nullable String author,
        String summary,
        @Nullable String imageUrl,
        List<String> tags,
        List<Enclosure> enclosures,
        @Nullable String commentsUrl,
        @Nullable Instant published,
        Instant sortedAt,
        @Nullable String language,
        int words,
        String rawHash,
        String contentHash,
        PackedHtml body) {}
