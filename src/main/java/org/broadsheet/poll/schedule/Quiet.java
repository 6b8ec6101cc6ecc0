package org.broadsheet.poll.schedule;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.broadsheet.model.QuietTimes;

/** The hours and days at which a feed asks not to be asked (RSS 2.0 skipHours and skipDays, in GMT). */
final class Quiet {
    private static final int WEEK = 7 * 24;

    private Quiet() {}

    /** The first moment from then on at which it may be asked; the same one where no hour of the week is left. */
    static Instant end(QuietTimes quiet, Instant at) {
        ZonedDateTime time = at.atZone(ZoneOffset.UTC);
        for (int hours = 0; hours <= WEEK; hours++) {
            if (!quiet.hours().contains(time.getHour()) && !quiet.days().contains(time.getDayOfWeek())) {
                return time.toInstant();
            }
            time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        }
        return at;
    }
}
