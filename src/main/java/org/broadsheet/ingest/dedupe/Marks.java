package org.broadsheet.ingest.dedupe;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What repetitions of an entry are looked up by: numbers that two entries share when they may be the same. Of those that
 * are the same, all but a few in a thousand share one.
 */
final class Marks {
    private static final long[] SEEDS = {0x9E3779B97F4A7C15L, 0xC2B2AE3D27D4EB4FL};

    private Marks() {}

    static List<Long> of(Title title, Shingles text) {
        List<Long> marks = new ArrayList<>();
        if (title.says()) {
            marks.add(hash(title.opening()));
        }
        if (text.says()) {
            for (long seed : SEEDS) {
                marks.add(smallest(text.runs(), seed));
            }
        }
        return List.copyOf(marks);
    }

    /** One of min-hash's permutations (Broder 1997): two texts agree in it as often as their runs do. */
    private static long smallest(Set<Long> runs, long seed) {
        return runs.stream().mapToLong(run -> mix(run ^ seed)).min().orElse(seed);
    }

    /** The same on every machine and in every version, because it is stored. */
    static long hash(List<String> words) {
        long hash = words.size();
        for (String word : words) {
            for (int i = 0; i < word.length(); i++) {
                hash = hash * 0x100000001B3L + word.charAt(i);
            }
            hash = mix(hash);
        }
        return hash;
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long z) {
        long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long x = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
