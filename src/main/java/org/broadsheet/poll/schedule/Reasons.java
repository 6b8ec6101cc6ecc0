package org.broadsheet.poll.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.Rhythm;

/** Why a feed is asked when it is, in sentences for its readers. */
final class Reasons {
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Reasons() {}

    static String wish(Wishes wishes, Duration asked) {
        return wishes.ttl().compareTo(wishes.freshFor()) > 0
                ? "The feed itself asks for a pause of " + words(asked) + "."
                : "Its server asks for a pause of " + words(asked) + ".";
    }

    static String rhythm(Forecast forecast, Duration pause, Rhythm rhythm, Instant now) {
        List<Instant> recent = rhythm.recent();
        String seldom = recent.isEmpty()
                ? "It is not known yet how often it publishes"
                : "Its latest entry is " + words(Duration.between(recent.get(recent.size() - 1), now)) + " old";
        double perDay = forecast.entriesPerDay();
        String habit = perDay < 1 || recent.isEmpty()
                ? seldom
                : "It publishes about " + Math.round(perDay) + " " + (perDay < 1.5 ? "entry" : "entries") + " a day";
        return habit + ", so it is asked again in " + words(pause) + ".";
    }

    static String announced(Duration pause) {
        return "Its hub announces what is new, so it is asked again only in " + words(pause) + ", to be sure.";
    }

    static String wanted(Duration pause) {
        return "Its reader wants it asked every " + words(pause) + ".";
    }

    static String quiet(Instant at, Instant allowed) {
        return at.equals(allowed)
                ? ""
                : " It wants to be left alone at that time, so it waits until " + HOUR.format(allowed) + " UTC.";
    }

    static String retryAfter(Duration asked) {
        return "Its server asks to be left alone for " + words(asked) + ".";
    }

    static String failed(int failures, Duration pause) {
        String times = failures == 1 ? "once" : failures + " times in a row";
        return "It failed " + times + ", so it is tried again in " + words(pause) + ".";
    }

    static String over(ErrorKind kind, Instant since, Instant now) {
        return kind == ErrorKind.GONE
                ? "The publisher closed it; it is not asked again."
                : "There has been nothing at its address for " + words(Duration.between(since, now))
                        + "; it is not asked again unless you ask for it.";
    }

    private static String words(Duration pause) {
        long minutes = Math.max(1, pause.plusSeconds(30).toMinutes());
        if (minutes < 120) {
            return minutes + (minutes == 1 ? " minute" : " minutes");
        }
        return minutes < 2_880 ? minutes / 60 + " hours" : minutes / 1_440 + " days";
    }
}
