package org.broadsheet.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.broadsheet.model.Rhythm;

/**
 * When a source publishes, as a page draws it.
 *
 * @param sentence how often, in words
 * @param hours 24 bars, from midnight in the page's zone; none when nothing was published of late
 */
public record Habit(String sentence, List<Bar> hours) {
    private static final int DAY = 24;
    private static final int HEIGHT = 40;

    /** An hour of the day: where its bar begins from the top, and how high it is, of 40. */
    public record Bar(int x, int y, int height, String label) {}

    static Habit of(Rhythm rhythm, Now now) {
        int offset = now.zone().getRules().getOffset(now.at()).getTotalSeconds() / 3600;
        double[] byHour = new double[DAY];
        for (int hour = 0; hour < Rhythm.HOURS_OF_WEEK; hour++) {
            byHour[Math.floorMod(hour + offset, DAY)] += rhythm.releases(hour);
        }
        double most = 0;
        double all = 0;
        for (double releases : byHour) {
            most = Math.max(most, releases);
            all += releases;
        }
        return new Habit(sentence(all, rhythm, now), most == 0 ? List.of() : bars(byHour, most, all));
    }

    private static List<Bar> bars(double[] byHour, double most, double all) {
        List<Bar> bars = new ArrayList<>();
        for (int hour = 0; hour < DAY; hour++) {
            int height = byHour[hour] == 0 ? 0 : Math.max(1, (int) Math.round(byHour[hour] / most * HEIGHT));
            String label = String.format(Locale.ENGLISH, "%d:00, %.0f %%", hour, byHour[hour] / all * 100);
            bars.add(new Bar(hour, HEIGHT - height, height, label));
        }
        return bars;
    }

    private static String sentence(double releases, Rhythm rhythm, Now now) {
        double perDay = rhythm.releasesPerHour(now.at()) * DAY * rhythm.entriesPerRelease();
        if (releases == 0) {
            return "It is not known yet when it publishes, or it has not of late.";
        }
        return perDay >= 1
                ? "About " + Counts.of(Math.round(perDay), "headline") + " a day of late."
                : "About " + Counts.of(Math.max(1, Math.round(perDay * 7)), "headline") + " a week of late.";
    }
}
