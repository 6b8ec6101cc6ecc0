package org.broadsheet.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The two forms that nearly all dates of feeds have, read letter by letter: "Thu, 26 Nov 2026 10:15:00 +0100" (RFC 1123
 * §5.2.14) and "2026-11-26T10:15:00.5+01:00" (RFC 3339 §5.6).
 *
 * <p>Each entry has a date or two, and the patterns for all the other forms are dear to run and dearer to compile.
 * Knows no date that {@link Dates} would read otherwise.
 */
final class UsualDate {
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final String DAYS = "MonTueWedThuFriSatSun";
    private static final int MOST_HOURS_OFF = 14;
    private static final int MOST_DECIMALS = 9;

    private final String text;
    private int at;
    private boolean fits = true;

    private UsualDate(String text) {
        this.text = text;
    }

    /** The moment; null where the text has another form, or is no day of the calendar or hour of the day. */
    static @Nullable Instant read(String text) {
        boolean iso = text.length() > 4 && text.charAt(4) == '-';
        UsualDate date = new UsualDate(text);
        return iso ? date.iso() : date.rfc();
    }

    private @Nullable Instant iso() {
        int year = digits(4);
        sign('-');
        int month = digits(2);
        sign('-');
        int day = digits(2);
        sign('T');
        long clock = clock();
        if (next() == '.') {
            at++;
            int first = at;
            digits(1);
            while (isDigit(at)) at++;
            fits &= at - first <= MOST_DECIMALS;
        }
        return moment(year, month, day, clock - (isSign(next()) ? offset(true) : letters("Z")));
    }

    private @Nullable Instant rfc() {
        fits &= indexIn(DAYS) >= 0;
        sign(',');
        sign(' ');
        int day = digits(isDigit(at + 1) ? 2 : 1);
        sign(' ');
        int month = month();
        sign(' ');
        int year = digits(4);
        sign(' ');
        long clock = clock();
        sign(' ');
        return moment(year, month, day, clock - (isSign(next()) ? offset(false) : letters("GMT")));
    }

    private @Nullable Instant moment(int year, int month, int day, long seconds) {
        boolean real = fits && at == text.length() && month >= 1 && month <= 12 && day >= 1;
        return real && day <= YearMonth.of(year, month).lengthOfMonth()
                ? Instant.ofEpochSecond(LocalDate.of(year, month, day).toEpochDay() * 86_400 + seconds)
                : null;
    }

    private int month() {
        return indexIn(MONTHS) + 1;
    }

    /** Which of some names of three letters stands here, from 0 on; -1 for none of them. */
    private int indexIn(String names) {
        int index = at + 3 <= text.length() ? names.indexOf(text.substring(at, at + 3)) : -1;
        at += 3;
        return index % 3 == 0 ? index / 3 : -1;
    }

    /** In seconds of the day. */
    private long clock() {
        int hour = digits(2);
        sign(':');
        int minute = digits(2);
        sign(':');
        int second = digits(2);
        fits &= hour < 24 && minute < 60 && second < 60;
        return hour * 3_600L + minute * 60L + second;
    }

    /** In seconds east. */
    private long offset(boolean colon) {
        boolean west = next() == '-';
        at++;
        int hours = digits(2);
        if (colon) sign(':');
        int minutes = digits(2);
        fits &= hours <= MOST_HOURS_OFF && minutes < 60;
        long seconds = hours * 3_600L + minutes * 60L;
        return west ? -seconds : seconds;
    }

    /** The name of no offset. */
    private long letters(String expected) {
        fits &= text.startsWith(expected, at);
        at += expected.length();
        return 0;
    }

    private int digits(int count) {
        int number = 0;
        for (int i = 0; i < count; i++) {
            fits &= isDigit(at);
            number = 10 * number + (next() - '0');
            at++;
        }
        return number;
    }

    private void sign(char expected) {
        fits &= next() == expected;
        at++;
    }

    private char next() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private boolean isDigit(int where) {
        return where < text.length() && text.charAt(where) >= '0' && text.charAt(where) <= '9';
    }

    private static boolean isSign(char c) {
        return c == '+' || c == '-';
    }
}
