package org.broadsheet.api.feeds;

import java.time.Instant;

/** A feed document as it is sent. */
final class Document {
    private final byte[] bytes;
    private final Instant updated;

    Document(byte[] bytes, Instant updated) {
        this.bytes = bytes;
        this.updated = updated;
    }

    /** Not to be changed: many answers share them. */
    byte[] bytes() {
        return bytes;
    }

    /** When the newest entry in it came or changed; the epoch for none. */
    Instant updated() {
        return updated;
    }
}
