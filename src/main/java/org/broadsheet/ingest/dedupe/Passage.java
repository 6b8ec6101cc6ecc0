package org.broadsheet.ingest.dedupe;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.text.Hashes;
import org.jspecify.annotations.Nullable;

/** A text as it is compared: its words, and its shingles of three words each. For one thread. */
final class Passage {
    /** With fewer words, two texts may be alike by chance. */
    static final int FEWEST_WORDS = 60;

    private static final int SHINGLE = 3;

    private final List<Term> terms;
    private final long[] shingles;

    /** Sorted, each once; made when the first comparison asks, because most texts are only marked. */
    private long @Nullable [] sorted;

    private @Nullable Set<String> keys;

    private Passage(List<Term> terms) {
        this.terms = terms;
        this.shingles = shingles(terms);
    }

    static Passage of(String text) {
        return new Passage(Term.of(text));
    }

    /** How many words it has, three letters of a script without spaces taken for one. */
    int words() {
        return new Phrase(terms, false).weight(term -> true) / Phrase.WORD;
    }

    /** Shingles in both by shingles in either, from 0 to 1; 0 where there are none. */
    double likeness(Passage other) {
        int both = common(other);
        int either = sorted().length + other.sorted().length - both;
        return either == 0 ? 0 : (double) both / either;
    }

    /** How much of the shorter text is in the longer, from 0 to 1; 0 where one has no shingle. */
    double overlap(Passage other) {
        int fewer = Math.min(sorted().length, other.sorted().length);
        return fewer == 0 ? 0 : (double) common(other) / fewer;
    }

    /** Whether all names and numbers of one are in the other in the same order: it may have more, but no others. */
    boolean sameNames(Passage other) {
        List<Term> mine = names();
        List<Term> others = other.names();
        return mine.size() <= others.size() ? within(mine, others) : within(others, mine);
    }

    /** Whether half of a title is in it. What stands under every entry of a feed, such as a notice, has nothing of it. */
    boolean isAbout(Title title) {
        Set<String> words = title.own().telling();
        int all = words.size();
        words.retainAll(keys());
        return all > 0 && 2 * words.size() >= all;
    }

    /** The least of the shingles after each was mixed with a number of its own: equal with the odds of {@link #likeness}. */
    long least(long seed) {
        long least = Long.MAX_VALUE;
        for (long shingle : shingles) {
            least = Math.min(least, Hashes.mixed(shingle ^ seed));
        }
        return least;
    }

    private static long[] shingles(List<Term> terms) {
        long[] words = new long[terms.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = Hashes.bits(terms.get(i).key());
        }
        long[] shingles = new long[Math.max(0, words.length - SHINGLE + 1)];
        for (int i = 0; i < shingles.length; i++) {
            shingles[i] = Hashes.mixed(Hashes.mixed(words[i]) + words[i + 1]) + words[i + 2];
        }
        return shingles;
    }

    private Set<String> keys() {
        if (keys == null) {
            keys = terms.stream().map(Term::key).collect(Collectors.toSet());
        }
        return keys;
    }

    private long[] sorted() {
        if (sorted == null) {
            sorted = distinct(shingles.clone());
        }
        return sorted;
    }

    private static long[] distinct(long[] numbers) {
        Arrays.sort(numbers);
        int count = 0;
        for (long number : numbers) {
            if (count == 0 || numbers[count - 1] != number) numbers[count++] = number;
        }
        return Arrays.copyOf(numbers, count);
    }

    private int common(Passage other) {
        int both = 0;
        long[] mine = sorted();
        long[] others = other.sorted();
        for (int i = 0, j = 0; i < mine.length && j < others.length; ) {
            int order = Long.compare(mine[i], others[j]);
            if (order == 0) both++;
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
        return both;
    }

    private List<Term> names() {
        return terms.stream().filter(Term::proper).toList();
    }

    private static boolean within(List<Term> fewer, List<Term> more) {
        Iterator<Term> rest = more.iterator();
        return fewer.stream().allMatch(term -> {
            while (rest.hasNext()) {
                if (rest.next().key().equals(term.key())) return true;
            }
            return false;
        });
    }
}
