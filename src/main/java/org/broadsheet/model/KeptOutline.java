package org.broadsheet.model;

import org.jspecify.annotations.Nullable;

/**
 * What a list said of a feed when it was last taken over.
 *
 * @param url the feed's address there, which it may have moved away from; without a name and password
 * @param text what it was called there
 * @param siteUrl its site there
 */
public record KeptOutline(
        @Nullable String url,
        @Nullable String text,
        @Nullable String siteUrl,
        ForeignAttributes foreign) {
    /** Of a feed that no list named. */
    public static final KeptOutline NONE = new KeptOutline(null, null, null, ForeignAttributes.NONE);
}
