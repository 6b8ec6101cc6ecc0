package org.broadsheet.model;

/** Names a label. Positive; given by the store and never used again. */
public record LabelId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
