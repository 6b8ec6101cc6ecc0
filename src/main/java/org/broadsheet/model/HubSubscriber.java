package org.broadsheet.model;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Who has the news of one stream sent by our own hub.
 *
 * @param account whose stream it is
 * @param secret what news is signed with, null for no signature
 * @param delivered the newest change that the subscriber has acknowledged
 * @param newest the newest change that was known to be in the stream when this was read
 * @param failures times in a row that sending to it failed
 */
public record HubSubscriber(
        long id,
        AccountId account,
        String topic,
        URI callback,
        @Nullable String secret,
        long delivered,
        long newest,
        int failures) {
    /** Without the secret, which must not get into a log. */
    @Override
    public String toString() {
        return callback + " of " + topic;
    }
}
