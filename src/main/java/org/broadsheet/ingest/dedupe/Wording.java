package org.broadsheet.ingest.dedupe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of an entry is held against the entries of other feeds, to see whether one repeats the other. Pure. */
public final class Wording {
    /** The same headline later than this is another occasion. */
    public static final Duration WINDOW = Duration.ofDays(4);

    private final Title title;
    private final Shingles text;
    private final @Nullable Instant at;

    private Wording(Title title, Shingles text, @Nullable Instant at) {
        this.title = title;
        this.text = text;
        this.at = at;
    }

    /**
     * Takes an entry apart.
     *
     * @param text plain, maybe empty
     * @param at when it was published, null when that is not known
     */
    public static Wording of(String title, String text, @Nullable Instant at) {
        return new Wording(Title.of(title), Shingles.of(text), at);
    }

    /** Up to three numbers, of which two entries that are the same share one with near certainty. */
    public List<Long> marks() {
        return Marks.of(title, text);
    }

    /**
     * Whether both say the same: in one headline, unless their texts are clearly two, or in one text. Precision comes
     * before recall: what is doubtful stays apart.
     */
    public boolean repeats(Wording other) {
        return isNear(other) && (text.isSameAs(other.text) || (hasTitleOf(other) && !text.isOtherThan(other.text)));
    }

    /** Whether both have one headline, whatever their texts. */
    public boolean hasTitleOf(Wording other) {
        return title.isSameAs(other.title);
    }

    private boolean isNear(Wording other) {
        return at == null
                || other.at == null
                || Duration.between(at, other.at).abs().compareTo(WINDOW) <= 0;
    }
}
