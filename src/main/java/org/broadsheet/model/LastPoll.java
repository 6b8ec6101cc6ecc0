package org.broadsheet.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the latest poll of a feed went.
 *
 * @param error a sentence with the particulars, null when it went well
 * @param httpStatus of the last answer, null when there was none
 * @param bytes received for the body, before decompression
 */
public record LastPoll(
        Instant at,
        Outcome outcome,
        @Nullable ErrorKind errorKind,
        @Nullable String error,
        @Nullable Integer httpStatus,
        Duration duration,
        long bytes,
        int newEntries,
        int changedEntries) {

    /** What a poll comes to. */
    public enum Outcome {
        /** The document was read and brought new or changed entries. */
        CHANGED,
        /** Nothing new: a 304, or a document whose entries were all known. */
        UNCHANGED,
        /** It could not be read; the error says why. */
        FAILED,
        /** It was not asked, because its host wants to be left alone for now. */
        SKIPPED;

        /** The word of the REST contract. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
