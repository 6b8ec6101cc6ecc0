package org.broadsheet.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates that begin with their year: ISO 8601 §4.1.2 and what W3C-DTF, SQL servers and Korean or Hungarian blogs made of it. */
final class IsoDate {
    private static final Pattern WHOLE = Pattern.compile("""
            (?x) (?: (?<y>\\d{4}) (?: [-/.] (?<m>\\d{1,2} | \\p{L}{3,}\\.?) (?: [-/.] (?<d>\\d{1,2}) )? | (?<mm>\\d{2}) (?<dd>\\d{2}) | -? (?<o>\\d{3}) )?
                 | -? (?<sy>\\d{2}) - (?<sm>\\d{2}) (?: - (?<sd>\\d{2}) )?
                 | (?<ssy>\\d{2}) -? (?<so>\\d{3}) | (?<cy>\\d{2}) (?<cm>\\d{2}) (?<cd>\\d{2}) )
            (?: (?: [Tt] | \\s | [Tt]\\s ) (?: (?<half>오전|오후|[AaPp][Mm]) \\s )?
                (?<h>\\d{1,2}) (?: :? (?<min>(?<=:)\\d{1,2}|\\d{2}) (?: :? (?<s>(?<=:)\\d{1,2}|\\d{2}) (?: [.,] \\d{1,9} )? )? )? (?: \\s (?<after>[AaPp][Mm]) )?
                \\s? (?<z> [A-Za-z]{1,5} | (?: GMT | UTC )? [-+] \\d{1,2} :? (?: \\d{2} )? )? )?
            """);

    private IsoDate() {}

    static @Nullable Instant read(String text) {
        Matcher found = WHOLE.matcher(text);
        if (text.isEmpty() || !found.matches()) {
            return null;
        }
        try {
            LocalDate day = day(found);
            LocalDateTime time = day == null ? null : time(found, day);
            ZoneOffset zone = found.group("half") != null && found.group("z") == null
                    ? ZoneOffset.ofHours(9)
                    : Zones.read(found.group("z"));
            return time == null || zone == null ? null : time.toInstant(zone);
        } catch (DateTimeException notOnTheCalendar) {
            return null;
        }
    }

    private static @Nullable LocalDate day(Matcher found) {
        if (found.group("y") != null) {
            return longYear(found, number(found, "y", 0));
        }
        if (found.group("sy") != null) {
            return LocalDate.of(century(number(found, "sy", 0)), number(found, "sm", 1), number(found, "sd", 1));
        }
        if (found.group("ssy") != null) {
            return LocalDate.ofYearDay(century(number(found, "ssy", 0)), number(found, "so", 1));
        }
        return LocalDate.of(century(number(found, "cy", 0)), number(found, "cm", 1), number(found, "cd", 1));
    }

    private static @Nullable LocalDate longYear(Matcher found, int year) {
        if (found.group("o") != null) {
            return LocalDate.ofYearDay(year, number(found, "o", 1));
        }
        if (found.group("mm") != null) {
            return LocalDate.of(year, number(found, "mm", 1), number(found, "dd", 1));
        }
        String month = found.group("m");
        if (month == null || Character.isDigit(month.charAt(0))) {
            return LocalDate.of(year, number(found, "m", 1), number(found, "d", 1));
        }
        Integer named = Months.read(month);
        return named == null ? null : LocalDate.of(year, named, number(found, "d", 1));
    }

    private static LocalDateTime time(Matcher found, LocalDate day) {
        int hour = number(found, "h", 0);
        String half = found.group("half") != null ? found.group("half") : found.group("after");
        return moment(
                day, half == null ? hour : twentyFour(hour, half), number(found, "min", 0), number(found, "s", 0));
    }

    /** The whole hour of a twelve-hour clock: "오후" and "pm" are the second half of the day. */
    static int twentyFour(int hour, String half) {
        if (hour < 1 || hour > 12) {
            throw new DateTimeException("no hour of a half day");
        }
        boolean second = half.equals("오후") || half.equalsIgnoreCase("pm");
        return hour % 12 + (second ? 12 : 0);
    }

    /** Puts a time on a day. 24:00 is the next midnight and a leap second the second before it (RFC 3339 §5.7). */
    static LocalDateTime moment(LocalDate day, int hour, int minute, int second) {
        if (hour == 24 && minute == 0 && second == 0) {
            return day.plusDays(1).atStartOfDay();
        }
        return day.atTime(LocalTime.of(hour, minute, second == 60 ? 59 : second));
    }

    /** A year of two digits lies between 1970 and 2069: feeds did not exist before. */
    static int century(int twoDigits) {
        return twoDigits < 70 ? 2000 + twoDigits : 1900 + twoDigits;
    }

    private static int number(Matcher found, String group, int otherwise) {
        String digits = found.group(group);
        return digits == null ? otherwise : Integer.parseInt(digits);
    }
}
