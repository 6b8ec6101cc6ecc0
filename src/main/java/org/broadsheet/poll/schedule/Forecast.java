package org.broadsheet.poll.schedule;

import java.time.Duration;
import java.time.Instant;
import org.broadsheet.model.Rhythm;

/**
 * Says when it pays to ask a feed again, given its rhythm.
 *
 * <p>A request costs as much as one entry that waits for {@code patience}. For a feed that publishes evenly at a rate r
 * the best pause is then √(2 · patience / r): four times the entries, twice the requests. Where the rate changes, the same
 * balance is struck moment by moment: a feed is asked when the entries to be expected by then, squared, reach
 * 2 · patience · the rate of that moment. So it is asked often while it publishes, once more when it stops for the night,
 * and hardly right after a release that comes like clockwork.
 *
 * <p>Waiting is not weighed evenly: of the first hour the first minutes count most, and from there on each hour counts
 * more than the one before, because nobody looks at a clock within minutes, and an entry of yesterday is old.
 */
public final class Forecast {
    private static final Duration FINE = Duration.ofMinutes(3);
    private static final Duration COARSE = Duration.ofMinutes(15);
    private static final Duration FINE_UNTIL = Duration.ofHours(4);

    /** Exponents found with bench.polling.PollingSimulator: the median gains by the first, the slowest entries by the other. */
    private static final double WITHIN_AN_HOUR = 0.45;

    private static final double BEYOND = -1;

    private final Rates rates;
    private final Regularity regularity;
    private final double entriesPerRelease;
    private final double sinceLast;

    public Forecast(Rhythm rhythm, Instant now) {
        rates = Rates.of(rhythm, now);
        regularity = Regularity.of(rhythm, rates);
        entriesPerRelease = rhythm.entriesPerRelease();
        int known = rhythm.recent().size();
        sinceLast = known == 0 ? 1 : rates.between(rhythm.recent().get(known - 1), now);
    }

    /** Entries a day, over the whole week. */
    public double entriesPerDay() {
        return rates.mean() * entriesPerRelease * 24;
    }

    /** The pause that pays, between {@code least} and {@code most}. */
    public Duration pause(Instant now, Duration patience, Duration least, Duration most) {
        double cost = patience.toSeconds() / 3600.0;
        double age = sinceLast;
        double unseen = 0;
        double quiet = 1;
        Duration pause = Duration.ZERO;
        while (pause.compareTo(most) < 0) {
            Duration step = pause.compareTo(FINE_UNTIL) < 0 ? FINE : COARSE;
            double hours = step.toSeconds() / 3600.0;
            double usual = rates.at(Rhythm.hourOfWeek(now.plus(pause))) * hours;
            double first = quiet * (1 - Math.exp(-regularity.hazard(age + usual / 2) * usual));
            double expected = (first + (1 - quiet) * usual) * entriesPerRelease;
            unseen += expected;
            quiet -= first;
            age += usual;
            pause = pause.plus(step);
            if (pause.compareTo(least) >= 0
                    && unseen * unseen >= 2 * cost * weight(pause.toSeconds() / 3600.0) * expected / hours) {
                return pause.compareTo(most) < 0 ? pause : most;
            }
        }
        return most;
    }

    private static double weight(double hours) {
        return Math.pow(hours, hours < 1 ? WITHIN_AN_HOUR : BEYOND);
    }
}
