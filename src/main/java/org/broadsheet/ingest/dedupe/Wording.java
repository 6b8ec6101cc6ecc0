package org.broadsheet.ingest.dedupe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.broadsheet.text.PlainText;
import org.jspecify.annotations.Nullable;

/** What of an entry is held against the entries of other feeds, to see whether one repeats the other. Pure. */
public final class Wording {
    /** The same text later than this is another occasion. */
    public static final Duration WINDOW = Duration.ofDays(4);

    /** In UTF-16 units. Whole articles are told apart by less. */
    private static final int MOST_TEXT = 8000;

    /** In UTF-16 units: so much of a text without a title stands for one. */
    private static final int TITLE_OF_TEXT = 200;

    private final Title title;
    private final String text;
    private final @Nullable Instant at;
    private final @Nullable String source;

    private Wording(Title title, String text, @Nullable Instant at, @Nullable String source) {
        this.title = title;
        this.text = text;
        this.at = at;
        this.source = source;
    }

    /**
     * Takes an entry apart.
     *
     * @param title plain; blank for none
     * @param text plain, maybe empty
     * @param at when it was published, null when that is not known
     */
    public static Wording of(String title, String text, @Nullable Instant at) {
        return of(title, text, at, null);
    }

    /**
     * The same for an entry of which one knows who published it: one paper may have many feeds.
     *
     * @param source the name of the paper, null when it is not known
     */
    public static Wording of(String title, String text, @Nullable Instant at, @Nullable String source) {
        String called = title.isBlank() ? PlainText.excerpt(text, TITLE_OF_TEXT) : title;
        String beginning = text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT);
        return new Wording(Title.of(called, source), beginning, at, source);
    }

    /** Up to four numbers, of which two entries that are the same share one with near certainty. */
    public List<Long> marks() {
        return Marks.of(title, passage());
    }

    /**
     * By what both say the same: in one headline, unless their texts are clearly two, or in one text. Precision comes
     * before recall: what is doubtful stays apart. The order does not matter.
     */
    public Likeness likeness(Wording other) {
        return new Comparison(this, other).likeness();
    }

    /** Whether there is a {@link #likeness}. */
    public boolean repeats(Wording other) {
        return likeness(other) != Likeness.NONE;
    }

    /** Whether both have one headline, whatever their texts. */
    public boolean hasTitleOf(Wording other) {
        return title.same(other.title);
    }

    /** Whether entries with one address are of two things: a page may hold a whole change log. */
    boolean isOtherSubject(Wording other) {
        return new Comparison(this, other).otherSubject();
    }

    Title title() {
        return title;
    }

    /** Its beginning. */
    String text() {
        return text;
    }

    @Nullable
    Instant at() {
        return at;
    }

    @Nullable
    String source() {
        return source;
    }

    /** Its text in words. Made anew each time: it takes more room than most entries are worth. */
    Passage passage() {
        return Passage.of(text);
    }
}
