package org.broadsheet.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A time as a page tells it.
 *
 * @param iso for machines, RFC 3339 in UTC
 * @param exact for those who want to know, in the page's zone
 * @param text for those who read along: an age while that is short, then a day
 */
public record When(String iso, String exact, String text) {
    static When past(Instant then, Edition edition) {
        return new When(
                then.truncatedTo(ChronoUnit.SECONDS).toString(),
                edition.texts().date("date.exact", then.atZone(edition.zone())),
                age(Duration.between(then, edition.at()), then, edition));
    }

    static When future(Instant then, Edition edition) {
        return new When(
                then.truncatedTo(ChronoUnit.SECONDS).toString(),
                edition.texts().date("date.exact", then.atZone(edition.zone())),
                wait(Duration.between(edition.at(), then), edition.texts()));
    }

    private static String age(Duration age, Instant then, Edition edition) {
        Texts texts = edition.texts();
        if (age.toSeconds() < 60) {
            return texts.get("when.now");
        }
        if (age.toHours() < 1) {
            return texts.get("when.minutes-ago", age.toMinutes());
        }
        return age.toHours() < 12 ? texts.get("when.hours-ago", age.toHours()) : day(then, edition);
    }

    private static String day(Instant then, Edition edition) {
        Texts texts = edition.texts();
        LocalDate day = edition.day(then);
        long days = ChronoUnit.DAYS.between(day, edition.today());
        if (days <= 1) {
            return texts.date(days == 1 ? "when.yesterday" : "when.today", then.atZone(edition.zone()));
        }
        if (days < 7) {
            return texts.date("when.weekday", then.atZone(edition.zone()));
        }
        return texts.date(day.getYear() == edition.today().getYear() ? "date.day" : "date.day-and-year", day);
    }

    private static String wait(Duration wait, Texts texts) {
        if (wait.toMinutes() < 1) {
            return texts.get("when.at-once");
        }
        if (wait.toHours() < 1) {
            return texts.get("when.in-minutes", wait.toMinutes());
        }
        return wait.toDays() < 2
                ? texts.get("when.in-hours", wait.toHours())
                : texts.get("when.in-days", wait.toDays());
    }
}
