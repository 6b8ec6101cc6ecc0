package org.broadsheet.ingest.dedupe;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A text as it is compared with those of other feeds: which runs of three words it has.
 *
 * @param runs hashes of the runs
 * @param vocabulary which words it has
 * @param length how many words; compared are at most the first 2,000
 */
record Shingles(Set<Long> runs, Set<String> vocabulary, int length) {
    private static final int RUN = 3;
    private static final int MOST_WORDS = 2_000;

    /** A teaser of fewer words can be alike by chance or by form. */
    private static final int FEWEST_WORDS = 60;

    private static final int FEWEST_TO_DIFFER = 40;
    private static final double SAME = 0.9;
    private static final double OTHER = 0.2;

    static Shingles of(String text) {
        List<String> words = Tokens.of(text);
        List<String> first = words.subList(0, Math.min(words.size(), MOST_WORDS));
        Set<Long> runs = new HashSet<>();
        for (int i = 0; i + RUN <= first.size(); i++) {
            runs.add(Marks.hash(first.subList(i, i + RUN)));
        }
        return new Shingles(runs, Set.copyOf(first), first.size());
    }

    /** Whether it is long enough to be recognised by. */
    boolean says() {
        return length >= FEWEST_WORDS;
    }

    /**
     * Whether one is the other, give or take a line that one of them adds. Where each has words of its own, such as another
     * name in the same form letter, they are two.
     */
    boolean isSameAs(Shingles other) {
        return says()
                && other.says()
                && (vocabulary.containsAll(other.vocabulary) || other.vocabulary.containsAll(vocabulary))
                && shared(other) >= SAME * (runs.size() + other.runs.size() - shared(other));
    }

    /** Whether both are real texts that have next to nothing in common: two articles under one headline. */
    boolean isOtherThan(Shingles other) {
        return length >= FEWEST_TO_DIFFER
                && other.length >= FEWEST_TO_DIFFER
                && shared(other) < OTHER * Math.min(runs.size(), other.runs.size());
    }

    private long shared(Shingles other) {
        return runs.stream().filter(other.runs::contains).count();
    }
}
