package org.broadsheet.poll.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitingTest {
    @Test
    void an_hour_is_what_others_are_measured_by() {
        assertThat(Waiting.weight(1)).isEqualTo(1);
    }

    @Test
    void a_longer_pause_always_costs_more() {
        double[] costs = IntStream.rangeClosed(1, 24 * 60)
                .mapToDouble(minutes -> cost(minutes / 60.0))
                .toArray();
        assertThat(costs).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_pause_that_passes_a_mark_of_the_clock_costs_more_than_one_as_much_longer_between_two() {
        double between = cost(0.6) / cost(0.4);
        assertThat(cost(1.2) / cost(0.8)).isGreaterThan(between);
        assertThat(cost(0.3) / cost(0.2)).isGreaterThan(between);
    }

    @Test
    void what_waits_for_less_than_five_minutes_hardly_counts() {
        assertThat(cost(2 / 60.0)).isLessThan(cost(5 / 60.0) / 100);
    }

    private static double cost(double hours) {
        return hours * hours / Waiting.weight(hours);
    }
}
