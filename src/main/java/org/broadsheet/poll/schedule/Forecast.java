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
 * <p>Waiting is not weighed evenly ({@link Waiting}), and a release that may be out is counted with those that usually follow it
 * ({@link Bursts}).
 */
public final class Forecast {
    private static final double SECONDS_PER_HOUR = 3600;

    private final Rates rates;
    private final Regularity regularity;
    private final double entriesPerRelease;
    private final double sinceLast;
    private final double following;

    public Forecast(Rhythm rhythm, Instant now) {
        rates = Rates.of(rhythm, now);
        regularity = Regularity.of(rhythm, rates);
        entriesPerRelease = rhythm.entriesPerRelease();
        following = Bursts.following(rhythm.recent());
        int known = rhythm.recent().size();
        sinceLast = known == 0 ? 1 : rates.between(rhythm.recent().get(known - 1), now);
    }

    /** Entries a day, over the whole week. */
    public double entriesPerDay() {
        return rates.mean() * entriesPerRelease * 24;
    }

    /** The pause that pays, between {@code least} and {@code most}. */
    public Duration pause(Instant now, Duration patience, Duration least, Duration most) {
        double cost = patience.toMillis() / 1000.0 / SECONDS_PER_HOUR;
        double age = sinceLast;
        double unseen = 0;
        double quiet = 1;
        Duration pause = Duration.ZERO;
        while (pause.compareTo(most) < 0) {
            Duration step = step(pause);
            double hours = step.toSeconds() / SECONDS_PER_HOUR;
            double usual = rates.at(Rhythm.hourOfWeek(now.plus(pause))) * hours;
            double first = quiet * (1 - Math.exp(-regularity.hazard(age + usual / 2) * usual));
            double expected = (first + (1 - quiet) * Math.max(usual, following * hours)) * entriesPerRelease;
            unseen += expected;
            quiet -= first;
            age += usual;
            pause = pause.plus(step);
            if (pause.compareTo(least) >= 0
                    && unseen * unseen
                            >= 2 * cost * Waiting.weight(pause.toSeconds() / SECONDS_PER_HOUR) * expected / hours) {
                return pause.compareTo(most) < 0 ? pause : most;
            }
        }
        return most;
    }

    /** Where minutes count they are told apart; a quarter of an hour is enough for what waits half a day. */
    private static Duration step(Duration pause) {
        long minutes = pause.toMinutes();
        return Duration.ofSeconds(minutes < 21 ? 30 : minutes < 240 ? 180 : 900);
    }
}
