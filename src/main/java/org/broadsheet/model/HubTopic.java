package org.broadsheet.model;

/**
 * A stream that somebody follows through our own hub.
 *
 * @param address of its document in one format
 * @param newest the newest change that is known to be in it
 */
public record HubTopic(long id, AccountId account, String address, long newest) {}
