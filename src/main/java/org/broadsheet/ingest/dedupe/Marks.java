package org.broadsheet.ingest.dedupe;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.text.Hashes;

/**
 * What repetitions of an entry are looked up by: numbers that two entries share when they may be the same. Of those that
 * are the same, all but one in a thousand share one. The same on every machine and in every version, because it is stored.
 */
final class Marks {
    private static final long[] SEEDS = {0x9E3779B97F4A7C15L, 0xD1B54A32D192ED03L, 0x8CB92BA72F3D8DD7L};

    private Marks() {}

    /** At most four; none for an entry that says too little. */
    static List<Long> of(Title title, Passage text) {
        List<Long> marks = new ArrayList<>();
        title.own().opening().map(Hashes::bits).ifPresent(marks::add);
        if (text.words() >= Passage.FEWEST_WORDS) {
            for (long seed : SEEDS) {
                marks.add(text.least(seed));
            }
        }
        return List.copyOf(marks);
    }
}
