package org.broadsheet.ingest.dedupe;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.broadsheet.text.Words;

/**
 * A word of a text as it is compared: without regard to case, width, apostrophes and vowel signs that may be left out.
 *
 * @param key the compared form, never empty; one letter in scripts that are written without spaces; a sign that changes
 *     an amount ({@code $}, {@code %}, a minus) is a term too
 * @param proper whether it may be a name or number: it begins with a capital, has a digit, or its script has no case
 */
record Term(String key, boolean proper) {
    /** The terms of a text in its order. */
    static List<Term> of(String text) {
        return new Reading(Normalizer.normalize(text, Normalizer.Form.NFKC)).terms();
    }

    /** Whether it is one letter of a script without spaces. */
    boolean alone() {
        return Words.standsAlone(key.codePointAt(0));
    }

    boolean hasDigit() {
        return hasDigit(key);
    }

    static boolean hasDigit(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (Character.isDigit(key.charAt(i))) return true;
        }
        return false;
    }

    /** One pass over a text. */
    private static final class Reading {
        private final List<Term> terms = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private final String text;

        Reading(String text) {
            this.text = text;
        }

        List<Term> terms() {
            for (int at = 0; at < text.length(); ) {
                char unit = text.charAt(at);
                if (isLatin(unit)) {
                    // Most of most texts, and told without a look into Java's tables of letters.
                    word.append(unit);
                    at++;
                } else {
                    int point = text.codePointAt(at);
                    int next = at + Character.charCount(point);
                    read(point, at, next);
                    at = next;
                }
            }
            finish();
            return List.copyOf(terms);
        }

        private static boolean isLatin(char unit) {
            return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
        }

        private void read(int point, int at, int next) {
            if (Words.standsAlone(point)) {
                finish();
                terms.add(new Term(Character.toString(point), true));
            } else if (Character.isDigit(point)) {
                word.append(Character.digit(point, 10));
            } else if (Character.isLetter(point)) {
                word.appendCodePoint(point);
            } else if (optional(point)) {
                return;
            } else if (!joins(point, at, next)) {
                between(point, next);
            } else if (isMark(point) || Character.isDigit(word.charAt(word.length() - 1))) {
                word.appendCodePoint(point);
            }
        }

        private void between(int point, int next) {
            finish();
            if (point == '&' && spaceAt(next - 2) && spaceAt(next)) {
                terms.add(new Term("and", false));
                return;
            }
            boolean minus = (point == '-' || point == '−') && digitAt(next) && spaceAt(next - 2);
            if (minus || point == '%' || Character.getType(point) == Character.CURRENCY_SYMBOL) {
                terms.add(new Term(minus ? "-" : Character.toString(point), true));
            }
        }

        /** An apostrophe within a word, points within an abbreviation, what stands between digits, and marks on letters. */
        private boolean joins(int point, int at, int next) {
            if (word.isEmpty()) return false;
            if (isMark(point)) return true;
            boolean afterDigit = Character.isDigit(word.charAt(word.length() - 1));
            if (point == '.' || point == ',' || point == ':') {
                return afterDigit ? digitAt(next) : point == '.' && abbreviates(at);
            }
            return (point == '\'' || point == '’') && !afterDigit && letterAt(next);
        }

        /** Whether the point comes after a single letter, as in U.S. */
        private boolean abbreviates(int at) {
            return letterAt(at - 1) && (at < 2 || !Character.isLetterOrDigit(text.charAt(at - 2)));
        }

        /** Ends count as spaces. */
        private boolean spaceAt(int at) {
            return at < 0 || at >= text.length() || Character.isWhitespace(text.charAt(at));
        }

        private boolean digitAt(int at) {
            return at < text.length() && Character.isDigit(text.charAt(at));
        }

        private boolean letterAt(int at) {
            return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
        }

        private void finish() {
            if (word.isEmpty()) return;
            String whole = word.toString();
            word.setLength(0);
            terms.add(new Term(whole.toLowerCase(Locale.ROOT), isProper(whole)));
        }

        private static boolean isProper(String word) {
            boolean cased = false;
            for (int i = 0; i < word.length(); i++) {
                char c = word.charAt(i);
                if (isLatin(c)) cased = true;
                else if (Character.isDigit(c)) return true;
                else cased |= Character.isLowerCase(c) || Character.isUpperCase(c);
            }
            return !cased || Character.isUpperCase(word.codePointAt(0));
        }

        private static boolean isMark(int point) {
            int type = Character.getType(point);
            return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        }

        /** Vowel points of Arabic and Hebrew, the Arabic stretch, soft hyphens and joiners: written or left out at will. */
        private static boolean optional(int point) {
            return (point >= 0x0591 && point <= 0x05C7)
                    || point == 0x0640
                    || (point >= 0x064B && point <= 0x065F)
                    || point == 0x0670
                    || Character.getType(point) == Character.FORMAT
                    || point == 0x00AD;
        }
    }
}
