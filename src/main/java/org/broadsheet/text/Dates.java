package org.broadsheet.text;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates that feeds really contain: RFC 3339, W3C-DTF and ISO 8601 in all their lengths, RFC 822 and asctime
 * with their habits, month names of a dozen languages.
 *
 * <p>A text that is not wholly understood is no date: null is better than a wrong day. Without a zone a time is UTC,
 * without a time a day starts at midnight. Pure, safe for all threads.
 */
public final class Dates {
    private static final int LONGEST = 100;
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Pattern KOREAN_DAY = Pattern.compile("(\\d{4})\\s*년\\s*(\\d{1,2})\\s*월\\s*(\\d{1,2})\\s*일");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");

    private Dates() {}

    /** The moment a text names, null when it is missing, unreadable or no day of the calendar. */
    public static @Nullable Instant read(@Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            return null;
        }
        Instant usual = UsualDate.read(text);
        return usual != null ? usual : unusual(text);
    }

    private static @Nullable Instant unusual(String text) {
        String plain = plain(text);
        Instant iso = IsoDate.read(plain);
        return iso != null ? iso : WordDate.read(plain);
    }

    private static String plain(String text) {
        String bare = text.indexOf('(') < 0 ? text : COMMENT.matcher(text).replaceAll(" ");
        String western = bare.indexOf('년') < 0
                ? bare
                : KOREAN_DAY.matcher(bare).replaceAll("$1-$2-$3").concat(" KST");
        return SPACE.matcher(western).replaceAll(" ").strip();
    }
}
