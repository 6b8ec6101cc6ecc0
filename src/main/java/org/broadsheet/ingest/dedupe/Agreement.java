package org.broadsheet.ingest.dedupe;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.broadsheet.model.KnownEntry;
import org.jspecify.annotations.Nullable;

/** Where an entry of a document and a stored one agree. */
final class Agreement {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** A headline that was edited shares at least half of its pairs of letters with what it was. */
    private static final double ALIKE = 0.5;

    /** An entry under the same link that is younger than this and called otherwise is the next one, not an edit. */
    private static final Duration SAME_OCCASION = Duration.ofHours(12);

    private Agreement() {}

    /** Whether title and link or date speak against it, and none for it: the guid of one entry was given to another. */
    static boolean isAnother(KnownEntry known, Candidate candidate) {
        boolean against = differ(known.url(), candidate.entry().url())
                || differ(known.published(), candidate.entry().published());
        return against
                && !sameLink(known, candidate)
                && !sameDate(known, candidate)
                && !alike(known.title(), candidate.title());
    }

    private static boolean differ(@Nullable Object one, @Nullable Object other) {
        return one != null && other != null && !one.equals(other);
    }

    /** Whether title and date speak against it: a page that shows another entry each day. */
    static boolean isNext(KnownEntry known, Candidate candidate) {
        Instant before = known.published();
        Instant now = candidate.entry().published();
        return before != null
                && now != null
                && Duration.between(before, now).abs().compareTo(SAME_OCCASION) > 0
                && !alike(known.title(), candidate.title());
    }

    /** Whether it is the same without a word of its guid. */
    static boolean isSame(KnownEntry known, Candidate candidate) {
        return sameTitle(known, candidate) && (sameLink(known, candidate) || sameDate(known, candidate));
    }

    static boolean sameTitle(KnownEntry known, Candidate candidate) {
        return words(known.title()).equals(words(candidate.title()));
    }

    static boolean sameDate(KnownEntry known, Candidate candidate) {
        return known.published() != null
                && known.published().equals(candidate.entry().published());
    }

    /** The canonical address with its fragment; two entries without any do not agree in it. */
    static boolean sameLink(KnownEntry known, Candidate candidate) {
        String url = candidate.entry().url();
        return known.url() != null && url != null && Keys.page(known.url()).equals(Keys.page(url));
    }

    /** Letters and digits only, so that a typographer's hand makes no new title. */
    static String words(String title) {
        return NO_WORD.matcher(title.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** By pairs of letters (Dice), which works in scripts that are written without spaces too. */
    private static boolean alike(String one, String other) {
        Map<String, Integer> pairs = pairs(words(one));
        Map<String, Integer> others = pairs(words(other));
        int all = size(pairs) + size(others);
        pairs.replaceAll((pair, count) -> Math.min(count, others.getOrDefault(pair, 0)));
        return all > 0 && 2.0 * size(pairs) / all >= ALIKE;
    }

    private static Map<String, Integer> pairs(String text) {
        Map<String, Integer> pairs = new HashMap<>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            pairs.merge(text.substring(i, i + 2), 1, Integer::sum);
        }
        return pairs;
    }

    private static int size(Map<String, Integer> pairs) {
        return pairs.values().stream().mapToInt(Integer::intValue).sum();
    }
}
