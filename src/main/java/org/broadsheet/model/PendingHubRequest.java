package org.broadsheet.model;

/**
 * A request to our own hub that its callback has still to confirm.
 *
 * @param since the newest change of the stream when it was asked for: what comes later belongs to the subscription
 * @param failures times that the callback could not be asked
 */
public record PendingHubRequest(long id, AccountId account, HubRequest request, long since, int failures) {}
