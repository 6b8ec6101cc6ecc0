package org.broadsheet.ingest.dedupe;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two entries side by side. */
final class Comparison {
    /** With fewer words, a text says nothing about a title. */
    private static final int FEWEST_WORDS_TO_DIFFER = 20;

    private static final double NEARLY_SAME = .9;
    private static final double CLEARLY_OTHER = .25;

    /** Headlines such as those of the stock market return after some days. */
    private static final Duration TITLE_WINDOW = Duration.ofDays(3);

    /** What a paper calls the same a day later is a column. */
    private static final Duration COLUMN_WINDOW = Duration.ofHours(20);

    private final Wording one;
    private final Wording other;
    private final boolean sameSource;
    private final boolean sameTitle;
    private @Nullable Passage mine;
    private @Nullable Passage others;

    Comparison(Wording one, Wording other) {
        this(one, null, other);
    }

    /** With the passage of the one, where it is at hand. */
    Comparison(Wording one, @Nullable Passage mine, Wording other) {
        this.one = one;
        this.mine = mine;
        this.other = other;
        this.sameSource = one.source() != null && one.source().equals(other.source());
        this.sameTitle = one.title().same(other.title());
    }

    Likeness likeness() {
        if (titleRepeats()) return Likeness.SAME_TITLE;
        return textRepeats() ? Likeness.SAME_TEXT : Likeness.NONE;
    }

    /** A page may hold many entries of one paper, such as all episodes of a podcast: their titles have little in common. */
    boolean otherSubject() {
        Set<String> mine = one.title().own().telling();
        Set<String> others = other.title().own().telling();
        int fewer = Math.min(Phrase.weight(mine), Phrase.weight(others));
        mine.retainAll(others);
        return sameSource && fewer > 0 && 2 * Phrase.weight(mine) < fewer;
    }

    private boolean titleRepeats() {
        return sameTitle
                && one.title().own().tells()
                && other.title().own().tells()
                && (bothSpeak() ? near(Wording.WINDOW) && !clearlyOther() : near(TITLE_WINDOW));
    }

    private boolean bothSpeak() {
        return words() >= FEWEST_WORDS_TO_DIFFER;
    }

    /** Two papers may give two articles one title. */
    private boolean clearlyOther() {
        return mine().overlap(others()) < CLEARLY_OTHER;
    }

    private boolean textRepeats() {
        return mayHaveSameText()
                && near(Wording.WINDOW)
                && (sameTitle || !titlesDisagree())
                && words() >= Passage.FEWEST_WORDS
                && mine().likeness(others()) >= NEARLY_SAME
                && mine().sameNames(others())
                && (sameTitle || (mine().isAbout(one.title()) && mine().isAbout(other.title())));
    }

    /** A glance at the lengths spares most a closer look. */
    private boolean mayHaveSameText() {
        int shorter = Math.min(one.text().length(), other.text().length());
        return shorter >= Passage.FEWEST_WORDS
                && 5 * shorter >= 4 * Math.max(one.text().length(), other.text().length());
    }

    /** One form filled in twice: titles that have much in common, but each a word or number that the other has not. */
    private boolean titlesDisagree() {
        Set<String> mine = one.title().own().telling();
        Set<String> others = other.title().own().telling();
        Set<String> both = new HashSet<>(mine);
        both.retainAll(others);
        boolean alike = 2 * both.size() >= Math.min(mine.size(), others.size());
        mine.removeAll(both);
        others.removeAll(both);
        boolean numbers = hasNumber(mine) && hasNumber(others);
        return numbers || (alike && !mine.isEmpty() && !others.isEmpty());
    }

    private static boolean hasNumber(Set<String> keys) {
        return keys.stream().anyMatch(Term::hasDigit);
    }

    /** Where no time is known, only papers that are not the same are trusted to mean the same. */
    private boolean near(Duration window) {
        if (one.at() == null || other.at() == null) return !sameSource;
        Duration between = Duration.between(one.at(), other.at()).abs();
        return between.compareTo(sameSource ? COLUMN_WINDOW : window) <= 0;
    }

    /** Read when first asked for: most comparisons end before. */
    private Passage mine() {
        if (mine == null) mine = one.passage();
        return mine;
    }

    private Passage others() {
        if (others == null) others = other.passage();
        return others;
    }

    private int words() {
        return one.text().isEmpty() || other.text().isEmpty() ? 0 : Math.min(mine().words(), others().words());
    }
}
