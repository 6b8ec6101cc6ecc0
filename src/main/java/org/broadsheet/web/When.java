package org.broadsheet.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A time as a page tells it.
 *
 * @param iso for machines, RFC 3339 in UTC
 * @param exact for those who want to know, in the page's zone
 * @param text for those who read along: an age while that is short, then a day
 */
public record When(String iso, String exact, String text) {
    private static final DateTimeFormatter EXACT = format("EEEE, d MMMM uuuu, HH:mm zzz");
    private static final DateTimeFormatter TIME = format("HH:mm");
    private static final DateTimeFormatter WEEKDAY = format("EEEE 'at' HH:mm");
    private static final DateTimeFormatter DAY = format("d MMMM");
    private static final DateTimeFormatter DAY_AND_YEAR = format("d MMMM uuuu");

    static When past(Instant then, Now now) {
        return new When(
                then.truncatedTo(ChronoUnit.SECONDS).toString(),
                EXACT.format(then.atZone(now.zone())),
                age(Duration.between(then, now.at()), then, now));
    }

    static When future(Instant then, Now now) {
        return new When(
                then.truncatedTo(ChronoUnit.SECONDS).toString(),
                EXACT.format(then.atZone(now.zone())),
                wait(Duration.between(now.at(), then)));
    }

    private static String age(Duration age, Instant then, Now now) {
        if (age.toSeconds() < 60) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return Counts.of(age.toMinutes(), "minute") + " ago";
        }
        return age.toHours() < 12 ? Counts.of(age.toHours(), "hour") + " ago" : day(then, now);
    }

    private static String day(Instant then, Now now) {
        LocalDate day = now.day(then);
        long days = ChronoUnit.DAYS.between(day, now.today());
        if (days <= 1) {
            return (days == 1 ? "yesterday at " : "today at ") + TIME.format(then.atZone(now.zone()));
        }
        if (days < 7) {
            return WEEKDAY.format(then.atZone(now.zone()));
        }
        return (day.getYear() == now.today().getYear() ? DAY : DAY_AND_YEAR).format(day);
    }

    private static String wait(Duration wait) {
        if (wait.toMinutes() < 1) {
            return "within a minute";
        }
        if (wait.toHours() < 1) {
            return "in " + Counts.of(wait.toMinutes(), "minute");
        }
        return "in " + (wait.toDays() < 2 ? Counts.of(wait.toHours(), "hour") : Counts.of(wait.toDays(), "day"));
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
