package org.broadsheet.model;

/** Names an entry. Positive; given by the store and never used again. */
public record EntryId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
