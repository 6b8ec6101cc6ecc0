package org.broadsheet.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * An entry in the order in which entries came and changed.
 *
 * @param change the number of the change that last touched it
 * @param at when that was
 */
public record Logged(EntryId id, long change, Instant at) {
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu-MM").withZone(ZoneOffset.UTC);

    /** The month of that, in UTC: {@code 2026-11}. */
    public String month() {
        return MONTH.format(at);
    }
}
