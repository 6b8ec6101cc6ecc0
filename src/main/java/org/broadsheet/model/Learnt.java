package org.broadsheet.model;

import org.jspecify.annotations.Nullable;

/**
 * What a poll leaves for the next one to know.
 *
 * @param validators to ask with
 * @param bodyHash of the last document read, null before the first
 * @param weakness what is wrong with the feed's guids, null when they can be trusted
 * @param rhythm when it publishes; null when this poll tells nothing new
 * @param moved where permanent redirects have led of late, null when this poll met none
 * @param adoptedUrl the feed's new address, null when it stays where it is
 */
public record Learnt(
        Validators validators,
        @Nullable String bodyHash,
        @Nullable IdentityWeakness weakness,
        @Nullable Rhythm rhythm,
        @Nullable Relocation moved,
        @Nullable String adoptedUrl) {}
