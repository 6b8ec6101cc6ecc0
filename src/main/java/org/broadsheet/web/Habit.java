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
    private static final int HOUR = 3600;
    private static final int HEIGHT = 40;

    /** An hour of the day: where its bar begins from the top, and how high it is, of 40. */
    public record Bar(int x, int y, int height, String label) {}

    static Habit of(Rhythm rhythm, Edition edition) {
        double[] byHour = byHour(rhythm, edition);
        double most = 0;
        double all = 0;
        for (double releases : byHour) {
            most = Math.max(most, releases);
            all += releases;
        }
        return new Habit(sentence(all, rhythm, edition), most == 0 ? List.of() : bars(byHour, most, all));
    }

    /** Where zones are half an hour apart, an hour of UTC lies in two of the page's, and each has its part. */
    private static double[] byHour(Rhythm rhythm, Edition edition) {
        int seconds = edition.zone().getRules().getOffset(edition.at()).getTotalSeconds();
        int offset = Math.floorDiv(seconds, HOUR);
        double later = Math.floorMod(seconds, HOUR) / (double) HOUR;
        double[] byHour = new double[DAY];
        for (int hour = 0; hour < Rhythm.HOURS_OF_WEEK; hour++) {
            byHour[Math.floorMod(hour + offset, DAY)] += rhythm.releases(hour) * (1 - later);
            byHour[Math.floorMod(hour + offset + 1, DAY)] += rhythm.releases(hour) * later;
        }
        return byHour;
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

    private static String sentence(double releases, Rhythm rhythm, Edition edition) {
        double perDay = rhythm.releasesPerHour(edition.at()) * DAY * rhythm.entriesPerRelease();
        if (releases == 0) {
            return edition.texts().get("habit.unknown");
        }
        return perDay >= 1
                ? edition.texts().get("habit.daily", Math.round(perDay))
                : edition.texts().get("habit.weekly", Math.max(1, Math.round(perDay * 7)));
    }
}
