package org.broadsheet.poll.schedule;

import java.time.Duration;
import java.time.Instant;
import org.broadsheet.model.Rhythm;

/**
 * Releases to expect in each hour of the week, estimated from a rhythm.
 *
 * <p>168 counts of a feed that publishes twice a day say little one by one. So each hour starts from what its hour of the
 * day and its day of the week usually bring, and departs from that as far as its own count justifies.
 */
final class Rates {
    private static final int DAY = 24;
    private static final int WEEK = Rhythm.HOURS_OF_WEEK;

    /** How many releases it takes to believe a difference between hours or days. */
    private static final double HOUR_DOUBT = 1.5;

    private static final double DAY_DOUBT = 3;
    private static final double OWN_DOUBT = 4;

    private final double[] perHour = new double[WEEK];
    private final double[] upTo = new double[WEEK + 1];
    private final double mean;

    private Rates(Rhythm rhythm, double hours, int firstHour, Instant now) {
        double[] byHour = new double[DAY];
        double[] byDay = new double[WEEK / DAY];
        double[] hourSeen = new double[DAY];
        double[] daySeen = new double[WEEK / DAY];
        double[] seen = seen(hours, firstHour);
        for (int i = 0; i < WEEK; i++) {
            double count = rhythm.releases(i);
            byHour[i % DAY] += count;
            byDay[i / DAY] += count;
            hourSeen[i % DAY] += seen[i];
            daySeen[i / DAY] += seen[i];
        }
        mean = rhythm.releasesPerHour(now);
        for (int i = 0; i < WEEK; i++) {
            double hour = factor(byHour[i % DAY], hourSeen[i % DAY], HOUR_DOUBT, 1);
            double day = factor(byDay[i / DAY], daySeen[i / DAY], DAY_DOUBT, 1);
            perHour[i] = mean * factor(rhythm.releases(i), seen[i], OWN_DOUBT, hour * day);
            upTo[i + 1] = upTo[i] + perHour[i];
        }
    }

    static Rates of(Rhythm rhythm, Instant now) {
        double hours = Math.max(0, Duration.between(rhythm.since(), now).toMinutes() / 60.0);
        return new Rates(rhythm, hours, Rhythm.hourOfWeek(rhythm.since()), now);
    }

    /** Releases an hour, over the whole week. */
    double mean() {
        return mean;
    }

    /** Releases an hour in an hour of the week. */
    double at(int hourOfWeek) {
        return perHour[hourOfWeek];
    }

    /** Releases to be expected between two times, as the profile has it. */
    double between(Instant from, Instant to) {
        return untilFrom1970(to) - untilFrom1970(from);
    }

    private double untilFrom1970(Instant time) {
        double hours = time.getEpochSecond() / 3600.0 + Rhythm.HOURS_FROM_MONDAY;
        double week = Math.floor(hours / WEEK);
        double inWeek = hours - week * WEEK;
        int hour = (int) inWeek;
        return week * upTo[WEEK] + upTo[hour] + (inWeek - hour) * perHour[hour];
    }

    private double factor(double count, double hoursSeen, double doubt, double usual) {
        return (count + doubt * usual) / (hoursSeen * mean + doubt);
    }

    /** How many times each hour of the week was seen. */
    private static double[] seen(double hours, int firstHour) {
        double[] seen = new double[WEEK];
        int whole = (int) (hours / WEEK);
        double rest = hours - (double) whole * WEEK;
        for (int i = 0; i < WEEK; i++) {
            seen[(firstHour + i) % WEEK] = whole + Math.max(0, Math.min(1, rest - i));
        }
        return seen;
    }
}
