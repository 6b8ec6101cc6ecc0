package org.broadsheet.reading.hub;

/**
 * Why the hub does not take a request.
 *
 * @param sentence for whoever asked: what is wrong and what to do
 */
public record Refusal(Why why, String sentence) {
    /** The kinds of it. */
    public enum Why {
        /** It is no stream that is open to all. */
        UNKNOWN_TOPIC,
        /** There is nothing that could be ended. */
        NO_SUBSCRIPTION,
        /** The address must not be asked by this server. */
        BLOCKED_CALLBACK,
        /** The host has too many, or its callbacks confirm too seldom. */
        TOO_MANY_THERE,
        /** No more are taken here at all. */
        FULL
    }
}
