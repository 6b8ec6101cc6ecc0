package org.broadsheet.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.model.ReadPlan;
import org.broadsheet.model.UnreadEntry;
import org.junit.jupiter.api.Test;

class BulkReadTest {
    @Test
    void a_feed_of_which_nothing_is_left_is_raised_to_the_change_that_was_seen() {
        ReadPlan plan = plan(List.of(entry(3, 1), entry(5, 2), entry(8, 1)), Set.of(3L, 5L, 8L), 0, 9);

        assertThat(plan.raised()).isEqualTo(Map.of(9L, List.of(1L, 2L)));
        assertThat(plan.entries()).isEmpty();
    }

    @Test
    void a_feed_is_raised_below_the_first_entry_that_stays_and_the_rest_is_marked_alone() {
        ReadPlan plan = plan(List.of(entry(3, 1), entry(5, 1), entry(8, 1)), Set.of(3L, 8L), 0, 9);

        assertThat(plan.raised()).isEqualTo(Map.of(4L, List.of(1L)));
        assertThat(plan.entries()).containsExactly(8L);
    }

    @Test
    void a_feed_with_an_entry_that_was_set_unread_again_is_not_passed_over() {
        ReadPlan plan = plan(List.of(entry(3, 1), entry(5, 1), entry(8, 1)), Set.of(5L, 8L), 4, 9);

        assertThat(plan.raised()).isEmpty();
        assertThat(plan.entries()).containsExactly(8L, 5L);
    }

    @Test
    void entries_set_unread_again_are_passed_over_when_nothing_is_to_stay() {
        ReadPlan plan = plan(List.of(entry(3, 1), entry(5, 1)), Set.of(3L, 5L), 20, 9);

        assertThat(plan.raised()).isEqualTo(Map.of(20L, List.of(1L)));
        assertThat(plan.entries()).isEmpty();
    }

    @Test
    void what_arrived_later_and_repeats_a_marked_entry_is_marked_alone() {
        List<UnreadEntry> unread = List.of(entry(3, 1), new UnreadEntry(12, 12, 2, 3, false));

        IdSet ids = BulkRead.ids(entries(unread), entry -> entry.id() == 3);

        assertThat(BulkRead.plan(entries(unread), ids, Map.of(), 9).entries()).containsExactly(12L);
    }

    private static ReadPlan plan(List<UnreadEntry> unread, Set<Long> ids, long readUpTo, long upTo) {
        return BulkRead.plan(
                entries(unread),
                IdSet.of(ids.stream().mapToLong(Long::longValue)),
                Map.of(1L, readUpTo, 2L, readUpTo),
                upTo);
    }

    private static UnreadEntries entries(List<UnreadEntry> unread) {
        return UnreadEntries.of(20, unread.stream());
    }

    private static UnreadEntry entry(long id, long feed) {
        return new UnreadEntry(id, id, feed, id, true);
    }
}
