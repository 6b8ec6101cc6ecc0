package org.broadsheet.model;

/** Names an account. Positive; given by the store and never used again. */
public record AccountId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
