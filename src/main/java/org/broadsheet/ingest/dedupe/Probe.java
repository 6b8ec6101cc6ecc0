package org.broadsheet.ingest.dedupe;

import java.time.Duration;
import java.time.Instant;
import org.broadsheet.model.Lookalike;
import org.jspecify.annotations.Nullable;

/**
 * One new entry, held against many stored ones. Most share a mark with it by chance, and their texts are dear to read: so
 * what their titles and lengths tell is asked first. For one thread.
 */
public final class Probe {
    /** Lengths in words are compared up to here; of longer texts only the beginning is. */
    private static final int MOST_WORDS = 900;

    private final Wording wording;
    private final int words;
    private @Nullable Passage passage;

    /** An entry and how many words it has. */
    public Probe(Wording wording, int words) {
        this.wording = wording;
        this.words = words;
    }

    /**
     * Whether the stored entry may say the same, as far as can be seen without its text.
     *
     * @param called its title
     */
    public boolean mayRepeat(Lookalike other, Wording called) {
        return wording.hasTitleOf(called)
                || (isNear(other.sortedAt())
                        && isAboutAsLong(other.words())
                        && passage().isAbout(called.title())
                        && passage().isAbout(wording.title()));
    }

    /** Whether the stored entry says the same, given its text. */
    public boolean repeats(Lookalike other, String text) {
        return new Comparison(wording, passage(), Wording.of(other.title(), text, other.sortedAt())).likeness()
                != Likeness.NONE;
    }

    /** Read when first asked for: the lengths and dates of most say enough. */
    private Passage passage() {
        if (passage == null) {
            passage = wording.passage();
        }
        return passage;
    }

    private boolean isNear(Instant other) {
        Instant at = wording.at();
        return at == null || Duration.between(at, other).abs().compareTo(Wording.WINDOW) <= 0;
    }

    /** More loosely than the texts themselves are compared, for words are longer in one than in the other. */
    private boolean isAboutAsLong(int otherWords) {
        int shorter = Math.min(words, otherWords);
        return shorter > MOST_WORDS || 3 * shorter >= 2 * Math.max(words, otherWords);
    }
}
