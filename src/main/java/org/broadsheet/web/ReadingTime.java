package org.broadsheet.web;

import org.jspecify.annotations.Nullable;

/** How long a text takes to read. */
final class ReadingTime {
    private static final int WORDS_A_MINUTE = 230;

    // Below this the feed gave a teaser, and its reading time says nothing about the article.
    private static final int WORDS_OF_A_TEXT = 120;

    private ReadingTime() {}

    /** Such as {@code 4 min}, rounded up; null for a mere teaser. */
    static @Nullable String of(int words, Texts texts) {
        return words < WORDS_OF_A_TEXT ? null : texts.get("row.minutes", (words + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE);
    }
}
