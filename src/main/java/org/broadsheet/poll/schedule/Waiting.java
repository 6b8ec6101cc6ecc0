package org.broadsheet.poll.schedule;

/**
 * How heavily an entry weighs that has waited, relative to one that waits for an hour.
 *
 * <p>People look at news by the marks of the clock: just now, within the quarter, within the hour. Between two marks a longer
 * pause costs little more, past a mark it costs much. So pauses gather just before the marks: what publishes a lot is
 * seen within minutes, the rest within the hour as long as requests suffice, and only then later.
 */
final class Waiting {
    /** Hours; the later marks are soft, from a sixth before them to a fifth after. */
    private static final double NOW = 0.085;

    private static final double QUARTER = 0.25;
    private static final double HOUR = 1;
    private static final double SOFT = 1.2;

    /** Where the cost of a pause changes how fast it grows, and with which power of the pause it grows from there. */
    private static final double[] FROM = {1e-3, NOW, QUARTER / SOFT, QUARTER * SOFT, HOUR / SOFT, HOUR * SOFT};

    /** Found with bench.polling.PollingSimulator (docs/rhythm.md): nearly nothing below five minutes is worth a request. */
    private static final double[] POWER = {8, 0.6, 3.5, 0.6, 4, 0.6};

    /** The logarithm of the cost at each of these. */
    private static final double[] COST = costs();

    private static final double AT_ONE_HOUR = logarithm(HOUR);

    private Waiting() {}

    /** The square of the pause by its cost: what a pause of an evenly publishing feed is held against. */
    static double weight(double hours) {
        return hours * hours * Math.exp(AT_ONE_HOUR - logarithm(hours));
    }

    private static double logarithm(double hours) {
        int i = FROM.length - 1;
        while (i > 0 && hours < FROM[i]) {
            i--;
        }
        return COST[i] + POWER[i] * Math.log(hours / FROM[i]);
    }

    private static double[] costs() {
        double[] costs = new double[FROM.length];
        for (int i = 1; i < costs.length; i++) {
            costs[i] = costs[i - 1] + POWER[i - 1] * Math.log(FROM[i] / FROM[i - 1]);
        }
        return costs;
    }
}
