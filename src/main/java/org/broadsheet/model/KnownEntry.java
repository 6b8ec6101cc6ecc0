package org.broadsheet.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a stored entry to recognise it and to see whether it changed.
 *
 * @param identityKey what it is known by within its feed, and {@code identityRule} which rule made it
 * @param guid the publisher's id, or the identity key where the publisher gave none
 * @param title as it is shown: from the text where the publisher gave none
 * @param published as the publisher gave it, null when missing or unreadable
 * @param deleted it is gone for readers and does not come back
 */
public record KnownEntry(
        EntryId id,
        String identityKey,
        IdentityRule identityRule,
        String guid,
        @Nullable String url,
        String title,
        @Nullable Instant published,
        String rawHash,
        String contentHash,
        int revisions,
        boolean deleted) {}
