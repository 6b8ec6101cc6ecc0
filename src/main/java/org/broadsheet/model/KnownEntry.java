package org.broadsheet.model;

/** What has to be known of a stored entry to recognise it and to see whether it changed. */
public record KnownEntry(EntryId id, String identityKey, String rawHash, String contentHash, int revisions) {}
