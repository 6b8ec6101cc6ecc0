package org.broadsheet.model;

/**
 * A subscription to a feed's news at a WebSub hub, asked for or confirmed.
 *
 * @param topic the address by which the hub knows the feed
 * @param token the part of our callback address that nobody can guess
 * @param secret what the hub signs its announcements with
 * @param failures times in a row that asking for it failed
 */
public record HubLease(FeedId feed, String hub, String topic, String token, String secret, int failures) {}
