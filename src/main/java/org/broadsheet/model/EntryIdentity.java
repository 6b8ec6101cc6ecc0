package org.broadsheet.model;

/**
 * What an entry is known by within its feed.
 *
 * @param guid the publisher's id, or the key where the publisher gave none
 */
public record EntryIdentity(String key, IdentityRule rule, String guid) {}
