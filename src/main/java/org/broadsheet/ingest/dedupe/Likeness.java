package org.broadsheet.ingest.dedupe;

/** By what an entry repeats another. */
public enum Likeness {
    NONE,
    SAME_TITLE,
    SAME_TEXT
}
