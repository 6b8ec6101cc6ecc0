package org.broadsheet.ingest.dedupe;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Words in their order.
 *
 * @param cut whether an ellipsis shows that it goes on; its last word may be half a word then
 */
record Phrase(List<Term> terms, boolean cut) {
    /** A word weighs three, a letter of a script without spaces one. */
    static final int WORD = 3;

    private static final int FEWEST_TELLING = 3 * WORD;
    private static final int FEWEST_NOT_RECURRING = 2 * WORD;

    /** What is cut earlier may go on in many ways. */
    private static final int FEWEST_BEFORE_CUT = 4 * WORD;

    private static final int FEWEST_LETTERS_OF_HALF_WORD = 2;

    /** Whether few other events are called so: three words count, and two of them are not of the names of columns. */
    boolean tells() {
        return weight(PlainWords::counts) >= FEWEST_TELLING
                && weight(term -> PlainWords.counts(term) && !PlainWords.recurs(term.key())) >= FEWEST_NOT_RECURRING;
    }

    /** Whether both are the same words in the same order, as far as they go. */
    boolean same(Phrase other) {
        return terms.size() <= other.terms.size() ? begins(other) : other.begins(this);
    }

    private boolean begins(Phrase longer) {
        int last = terms.size() - 1;
        boolean sameLength = last == longer.terms.size() - 1;
        if (last < 0 || !(sameLength || cut)) return false;
        for (int i = 0; i < last; i++) {
            if (!key(i).equals(longer.key(i))) return false;
        }
        if (key(last).equals(longer.key(last)) && sameLength) return true;
        return longEnoughFor(longer) && halfWord(longer, last);
    }

    /** Whether the last word here is that word, or the beginning of it where an ellipsis says so. */
    private boolean halfWord(Phrase longer, int at) {
        String mine = key(at);
        String whole = longer.key(at);
        return mine.equals(whole)
                || (cut && mine.length() >= FEWEST_LETTERS_OF_HALF_WORD && whole.startsWith(mine))
                || (longer.cut
                        && whole.length() >= FEWEST_LETTERS_OF_HALF_WORD
                        && at == longer.terms.size() - 1
                        && mine.startsWith(whole));
    }

    private boolean longEnoughFor(Phrase longer) {
        return tells() && weight(PlainWords::counts) >= FEWEST_BEFORE_CUT && 2 * terms.size() >= longer.terms.size();
    }

    /**
     * The words by which a phrase that tells something, cut or whole, is found, and as much of the next as a cut leaves at
     * least; empty for one that does not.
     */
    Optional<String> opening() {
        if (!tells()) return Optional.empty();
        StringBuilder opening = new StringBuilder();
        int weight = 0;
        for (Term term : terms) {
            if (!PlainWords.counts(term)) continue;
            if (weight >= FEWEST_TELLING) {
                String next = term.key();
                opening.append(next, 0, Math.min(FEWEST_LETTERS_OF_HALF_WORD, next.length()));
                break;
            }
            opening.append(term.key()).append(' ');
            weight += weight(term);
        }
        return Optional.of(opening.toString());
    }

    /** The words that count. */
    Set<String> telling() {
        return terms.stream().filter(PlainWords::counts).map(Term::key).collect(Collectors.toCollection(HashSet::new));
    }

    int weight(Predicate<Term> which) {
        int sum = 0;
        for (Term term : terms) {
            if (which.test(term)) sum += weight(term);
        }
        return sum;
    }

    /** The weight of words by their compared form. */
    static int weight(Set<String> keys) {
        return keys.stream().mapToInt(key -> weight(new Term(key, true))).sum();
    }

    private static int weight(Term term) {
        return term.alone() ? 1 : WORD;
    }

    private String key(int at) {
        return terms.get(at).key();
    }
}
