package org.broadsheet.model;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks our own WebSub hub (WebSub §5.1); nothing comes of it until the callback has confirmed it.
 *
 * @param topic the address of the stream that it is about
 * @param callback where news is to be sent, http or https, maybe with a query of its own
 * @param secret what news is to be signed with, never empty; null for no signature
 * @param lease how long a subscription is to last, within the hub's limits
 */
public record HubRequest(
        Mode mode, String topic, URI callback, @Nullable String secret, Duration lease) {
    public enum Mode {
        SUBSCRIBE,
        UNSUBSCRIBE,
        /** Nobody asked for this: the hub itself says that a subscription ends or never begins (WebSub §5.2). */
        DENIED
    }

    /** Without the secret, which must not get into a log. */
    @Override
    public String toString() {
        return mode + " " + callback + " to " + topic;
    }
}
