package org.broadsheet.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * When a feed asks not to be asked (RSS 2.0 skipHours and skipDays), in UTC.
 *
 * @param hours 0 to 23
 */
public record QuietTimes(Set<Integer> hours, Set<DayOfWeek> days) {
    public static final QuietTimes NONE = new QuietTimes(Set.of(), Set.of());

    private static final int WEEK = 7 * 24;

    /** The first moment from then on at which it may be asked; the same one where no hour of the week is left. */
    public Instant end(Instant at) {
        ZonedDateTime time = at.atZone(ZoneOffset.UTC);
        for (int hour = 0; hour <= WEEK; hour++) {
            if (!hours.contains(time.getHour()) && !days.contains(time.getDayOfWeek())) {
                return time.toInstant();
            }
            time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        }
        return at;
    }
}
