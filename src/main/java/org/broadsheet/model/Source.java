package org.broadsheet.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The feed an entry comes from, as a stream names it; {@code title} is the account's own title where it gave one. */
public record Source(
        FeedId id,
        String title,
        String url,
        @Nullable String siteUrl,
        @Nullable String iconUrl,
        @Nullable Instant updated) {}
