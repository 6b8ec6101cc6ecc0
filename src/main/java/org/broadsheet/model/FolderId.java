package org.broadsheet.model;

/** Names a folder. Positive; given by the store and never used again. */
public record FolderId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
