package org.broadsheet.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.model.Headline;
import org.jspecify.annotations.Nullable;

/**
 * The headlines of one day.
 *
 * @param heading null where the page before has printed it already, or where the order is another
 */
public record Day(@Nullable String heading, List<Row> rows) {
    /**
     * Puts headlines, in the order of their times or against it, under their days.
     *
     * @param today how the heading of today reads
     * @param printed a moment of the day whose heading stands on the page already
     */
    static List<Day> group(List<Headline> headlines, Edition edition, String today, @Nullable Instant printed) {
        Map<LocalDate, List<Row>> rows = new LinkedHashMap<>();
        for (Headline headline : headlines) {
            LocalDate day = day(headline.entry().sortedAt(), edition);
            rows.computeIfAbsent(day, unseen -> new ArrayList<>()).add(Row.of(headline, edition));
        }
        LocalDate above = printed == null ? null : day(printed, edition);
        List<Day> days = new ArrayList<>();
        rows.forEach((day, list) -> days.add(new Day(day.equals(above) ? null : heading(day, edition, today), list)));
        return days;
    }

    /** Headlines that do not stand in the order of their times. */
    static Day withoutHeading(List<Headline> headlines, Edition edition) {
        return new Day(
                null,
                headlines.stream().map(headline -> Row.of(headline, edition)).toList());
    }

    static String heading(LocalDate day, Edition edition, String today) {
        if (day.equals(edition.today())) {
            return today;
        }
        if (day.equals(edition.today().minusDays(1))) {
            return edition.texts().get("date.yesterday");
        }
        boolean thisYear = day.getYear() == edition.today().getYear();
        return edition.texts().date(thisYear ? "date.weekday" : "date.weekday-and-year", day);
    }

    // A clock that was set back must not bring forth a heading of tomorrow.
    private static LocalDate day(Instant then, Edition edition) {
        return then.isAfter(edition.at()) ? edition.today() : edition.day(then);
    }
}
