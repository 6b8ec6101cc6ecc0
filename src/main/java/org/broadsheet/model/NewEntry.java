package org.broadsheet.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry ready to be stored: cleaned, its identity decided.
 *
 * @param identityKey what it is known by within its feed, and {@code identityRule} which rule made it
 * @param rawHash of the entry as the publisher sent it; {@code contentHash} of what is kept
 */
public record NewEntry(
        String identityKey,
        IdentityRule identityRule,
        String guid,
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
        SafeHtml body) {}
