package org.broadsheet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MarkIndexTest {
    @Test
    void every_entry_is_found_by_each_of_its_marks_and_by_no_other() {
        MarkIndex index = new MarkIndex(1_000);
        long[] marks = new Random(1).longs(5_000).toArray();
        for (int i = 0; i < marks.length; i++) {
            index.add(marks[i], i + 1);
            index.add(i % 7, i + 1);
        }
        for (int i = 0; i < marks.length; i++) {
            assertThat(index.find(marks[i])).containsExactly(i + 1);
        }
        assertThat(index.find(3)).hasSize(714);
        assertThat(LongStream.of(index.find(3)).allMatch(entry -> (entry - 1) % 7 == 3))
                .isTrue();
        assertThat(index.find(7)).isEmpty();
    }

    @Test
    void a_mark_that_very_many_entries_have_is_kept_for_the_first_of_them() {
        MarkIndex index = new MarkIndex(3);
        for (int entry = 1; entry <= 10_000; entry++) {
            index.add(42, entry);
        }
        assertThat(index.find(42)).containsExactly(1, 2, 3);
    }
}
