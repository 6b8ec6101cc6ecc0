package org.broadsheet.model;

/** Names a feed. Positive; given by the store and never used again. */
public record FeedId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
