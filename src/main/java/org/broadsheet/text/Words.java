package org.broadsheet.text;

import java.lang.Character.UnicodeScript;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * How much there is to read in a text.
 *
 * @param spaced words between spaces or punctuation
 * @param characters characters of the scripts that are written without spaces: Chinese, Japanese, Thai, Lao, Khmer, Burmese
 */
public record Words(int spaced, int characters) {
    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /** The Thai block begins here; most texts never reach it. */
    private static final int FIRST_UNSPACED = 0x0E00;

    private static final int WORDS_PER_MINUTE = 265;
    private static final int CHARACTERS_PER_MINUTE = 500;

    public static Words in(String text) {
        int words = 0;
        int characters = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); ) {
            char unit = text.charAt(i);
            int point = unit < FIRST_UNSPACED ? unit : text.codePointAt(i);
            i += Character.charCount(point);
            boolean alone = standsAlone(point);
            boolean part = !alone && (Character.isLetterOrDigit(point) || (inWord && joins(point)));
            if (alone) characters++;
            if (part && !inWord) words++;
            inWord = part;
        }
        return new Words(words, characters);
    }

    /** The words, two characters counted as one: about what a Chinese or Japanese word is. */
    public int count() {
        return spaced + (characters + 1) / 2;
    }

    /** How long an adult reads, to the second. */
    public Duration readingTime() {
        return Duration.ofSeconds(60L * spaced / WORDS_PER_MINUTE + 60L * characters / CHARACTERS_PER_MINUTE);
    }

    private static boolean joins(int point) {
        return point == '\'' || point == '’' || point == '-' || Character.getType(point) == Character.NON_SPACING_MARK;
    }

    /** Whether a letter is of a script that is written without spaces, where each is about half a word. */
    public static boolean standsAlone(int point) {
        return point >= FIRST_UNSPACED && Character.isLetter(point) && UNSPACED.contains(UnicodeScript.of(point));
    }
}
