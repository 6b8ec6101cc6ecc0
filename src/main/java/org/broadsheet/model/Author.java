package org.broadsheet.model;

import org.jspecify.annotations.Nullable;

/** Who wrote a feed or an entry; at least one part is not null. */
public record Author(
        @Nullable String name,
        @Nullable String url,
        @Nullable String email) {}
