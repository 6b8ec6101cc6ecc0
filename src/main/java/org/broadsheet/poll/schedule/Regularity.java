package org.broadsheet.poll.schedule;

import java.time.Instant;
import java.util.List;
import org.broadsheet.model.Rhythm;

/**
 * How evenly a feed's releases follow each other, measured in the time in which its profile is even: 1 is chance, more is
 * like clockwork, less comes in bursts.
 *
 * <p>It is the shape of a Weibull distribution of the gaps: its hazard says how likely a release is as the last one grows
 * old.
 *
 * @param shape 0.4 to 12
 * @param scale so that the mean gap is 1 of the profile's releases
 */
record Regularity(double shape, double scale) {
    /** So many gaps weigh as much as the assumption of chance. */
    private static final double DOUBT = 4;

    private static final double MOST = 12;
    private static final double LEAST = 0.4;
    private static final double SILENT = 2;

    static Regularity of(Rhythm rhythm, Rates rates) {
        List<Instant> recent = rhythm.recent();
        int gaps = recent.size() - 1;
        if (gaps < 2) {
            return ofShape(1);
        }
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < gaps; i++) {
            double gap = rates.between(recent.get(i), recent.get(i + 1));
            sum += gap;
            squares += gap * gap;
        }
        double mean = sum / gaps;
        double variation = Math.sqrt(Math.max(0, squares / gaps - mean * mean)) / Math.max(mean, 1e-9);
        // The usual approximation of the Weibull shape by the coefficient of variation.
        double seen = Math.pow(Math.max(variation, 0.01), -1.086);
        double shape = Math.exp(gaps * Math.log(seen) / (gaps + DOUBT));
        return ofShape(Math.min(MOST, Math.max(LEAST, shape)));
    }

    private static Regularity ofShape(double shape) {
        return new Regularity(shape, gamma(1 + 1 / shape));
    }

    /**
     * How much likelier than on average a release is when the last one is this old, in releases of the profile.
     *
     * <p>Beyond two of them the past says less and less: the longer the silence, the likelier that the feed has slowed down.
     */
    double hazard(double age) {
        double usual = shape == 1 ? 1 : shape * scale * Math.pow(Math.max(age, 0.02) * scale, shape - 1);
        return age <= SILENT ? usual : Math.min(usual, SILENT / age);
    }

    /** The gamma function for 1 to 4, by Stirling's series four steps further up, where it is exact to six digits. */
    private static double gamma(double x) {
        double y = x + 4;
        double stirling = Math.sqrt(2 * Math.PI / y) * Math.pow(y / Math.E, y) * (1 + 1 / (12 * y) + 1 / (288 * y * y));
        return stirling / (x * (x + 1) * (x + 2) * (x + 3));
    }
}
