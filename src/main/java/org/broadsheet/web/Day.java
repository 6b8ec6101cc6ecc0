package org.broadsheet.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.model.Headline;
import org.jspecify.annotations.Nullable;

/**
 * The headlines of one day.
 *
 * @param heading null where the page before has printed it already, or where the order is another
 */
public record Day(@Nullable String heading, List<Row> rows) {
    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter OTHER_YEAR =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

    /**
     * Puts headlines, in the order of their times or against it, under their days.
     *
     * @param today how the heading of today reads
     * @param printed a moment of the day whose heading stands on the page already
     */
    static List<Day> group(List<Headline> headlines, Now now, String today, @Nullable Instant printed) {
        Map<LocalDate, List<Row>> rows = new LinkedHashMap<>();
        for (Headline headline : headlines) {
            LocalDate day = day(headline.entry().sortedAt(), now);
            rows.computeIfAbsent(day, unseen -> new ArrayList<>()).add(Row.of(headline, now));
        }
        LocalDate above = printed == null ? null : day(printed, now);
        List<Day> days = new ArrayList<>();
        rows.forEach((day, list) -> days.add(new Day(day.equals(above) ? null : heading(day, now, today), list)));
        return days;
    }

    /** Headlines that do not stand in the order of their times. */
    static Day withoutHeading(List<Headline> headlines, Now now) {
        return new Day(
                null, headlines.stream().map(headline -> Row.of(headline, now)).toList());
    }

    static String heading(LocalDate day, Now now, String today) {
        if (day.equals(now.today())) {
            return today;
        }
        if (day.equals(now.today().minusDays(1))) {
            return "Yesterday";
        }
        return (day.getYear() == now.today().getYear() ? THIS_YEAR : OTHER_YEAR).format(day);
    }

    // A clock that was set back must not bring forth a heading of tomorrow.
    private static LocalDate day(Instant then, Now now) {
        return then.isAfter(now.at()) ? now.today() : now.day(then);
    }
}
