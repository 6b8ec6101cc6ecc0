package org.broadsheet.model;

import java.time.DayOfWeek;
import java.util.Set;

/**
 * When a feed asks not to be asked (RSS 2.0 skipHours and skipDays), in UTC.
 *
 * @param hours 0 to 23
 */
public record QuietTimes(Set<Integer> hours, Set<DayOfWeek> days) {
    public static final QuietTimes NONE = new QuietTimes(Set.of(), Set.of());
}
