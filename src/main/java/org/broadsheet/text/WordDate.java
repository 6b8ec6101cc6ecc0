package org.broadsheet.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates with a month in words, in whatever order: RFC 822 §5, asctime, and "August 30, 2012 5:26 pm".
 *
 * <p>Each token must be understood, and each part may occur once; only the first word may be anything, for it is a
 * weekday, and a wrong weekday is common and harmless.
 */
final class WordDate {
    private static final Pattern CLOCK =
            Pattern.compile("(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,]\\d+)?)?([AaPp][Mm])?");
    private static final Pattern JOINED = Pattern.compile("(\\d{1,2})-(\\p{L}{3,}\\.?)-(\\d{2,4})");
    private static final Pattern GERMAN = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    private static final Pattern ORDINAL = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|\\.)?");

    private @Nullable Integer day;
    private @Nullable Integer month;
    private @Nullable Integer year;
    private @Nullable Matcher clock;
    private @Nullable String half;
    private @Nullable ZoneOffset zone;

    private WordDate() {}

    static @Nullable Instant read(String text) {
        WordDate date = new WordDate();
        StringTokenizer words = new StringTokenizer(text, " ,");
        boolean first = true;
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            if (!date.take(word) && !(first && isWord(word))) {
                return null;
            }
            first = false;
        }
        try {
            return date.instant();
        } catch (DateTimeException notOnTheCalendar) {
            return null;
        }
    }

    private static boolean isWord(String word) {
        return word.codePoints().allMatch(c -> Character.isLetter(c) || c == '.');
    }

    private boolean take(String word) {
        char c = word.charAt(0);
        if (Character.isDigit(c)) {
            return takeClock(word) || takeNumber(word) || takeJoined(word);
        }
        return takeMonth(word) || takeHalf(word) || takeZone(word);
    }

    private boolean takeClock(String word) {
        Matcher found = CLOCK.matcher(word);
        if (clock != null || !found.matches()) {
            return false;
        }
        clock = found;
        if (found.group(4) != null) {
            half = found.group(4);
        }
        return true;
    }

    private boolean takeNumber(String word) {
        if (year == null && word.length() == 4 && word.chars().allMatch(Character::isDigit)) {
            year = Integer.valueOf(word);
            return true;
        }
        Matcher found = ORDINAL.matcher(word);
        if (!found.matches()) {
            return false;
        }
        int number = Integer.parseInt(found.group(1));
        if (day == null) {
            day = number;
            return true;
        }
        boolean shortYear = year == null && month != null && word.length() == 2;
        year = shortYear ? Integer.valueOf(IsoDate.century(number)) : year;
        return shortYear;
    }

    private boolean takeJoined(String word) {
        Matcher joined = JOINED.matcher(word);
        Matcher german = GERMAN.matcher(word);
        if (day != null || month != null || year != null) {
            return false;
        }
        if (joined.matches()) {
            return takeNumber(joined.group(1)) && takeMonth(joined.group(2)) && takeNumber(joined.group(3));
        }
        if (!german.matches()) {
            return false;
        }
        day = Integer.valueOf(german.group(1));
        month = Integer.valueOf(german.group(2));
        year = Integer.valueOf(german.group(3));
        return true;
    }

    private boolean takeMonth(String word) {
        Integer named = month == null ? Months.read(word) : null;
        if (named != null) {
            month = named;
        }
        return named != null;
    }

    private boolean takeHalf(String word) {
        boolean named = half == null && (word.equalsIgnoreCase("am") || word.equalsIgnoreCase("pm"));
        half = named ? word : half;
        return named;
    }

    /** "GMT +0100" and "GMT+0100" both occur: the offset says more than the word before it. */
    private boolean takeZone(String word) {
        ZoneOffset named = Zones.read(word);
        boolean fits = named != null && (zone == null || zone.equals(ZoneOffset.UTC));
        zone = fits ? named : zone;
        return fits;
    }

    private @Nullable Instant instant() {
        if (day == null || month == null || year == null) {
            return null;
        }
        LocalDate date = LocalDate.of(year, month, day);
        ZoneOffset offset = zone == null ? ZoneOffset.UTC : zone;
        if (clock == null) {
            return half == null ? date.atStartOfDay().toInstant(offset) : null;
        }
        int hour = Integer.parseInt(clock.group(1));
        int second = clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3));
        int whole = half == null ? hour : IsoDate.twentyFour(hour, half);
        return IsoDate.moment(date, whole, Integer.parseInt(clock.group(2)), second)
                .toInstant(offset);
    }
}
