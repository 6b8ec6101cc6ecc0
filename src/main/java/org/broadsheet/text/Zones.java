package org.broadsheet.text;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The time zones of dates: offsets, and the names of RFC 822 §5.1 and of publishers in Europe, Asia and Australia. */
final class Zones {
    private static final Pattern OFFSET =
            Pattern.compile("(?:GMT|UTC|UT)?([-+])(\\d{1,2})(?::?(\\d{2}))?:?", Pattern.CASE_INSENSITIVE);

    /** Hours east of Greenwich. The one-letter zones are left out but Z: RFC 2822 §4.3 found them used with both signs. */
    private static final String HOURS = """
            Z 0 UT 0 UTC 0 GMT 0 WET 0 WEST 1 BST 1 IST 5.5
            CET 1 CEST 2 MET 1 MEST 2 MEZ 1 MESZ 2 EET 2 EEST 3 MSK 3 MSD 4 SAST 2
            AT -4 AST -4 ADT -3 ET -5 EST -5 EDT -4 CT -6 CST -6 CDT -5 MT -7 MST -7 MDT -6 PT -8 PST -8 PDT -7
            AKST -9 AKDT -8 HST -10 NST -3.5 NDT -2.5 BRT -3 ART -3
            JST 9 KST 9 HKT 8 SGT 8 PHT 8 AWST 8 ACST 9.5 ACDT 10.5 AEST 10 AEDT 11 NZST 12 NZDT 13
            """;

    private static final Map<String, ZoneOffset> BY_NAME = byName();

    private Zones() {}

    /** The offset a word names; UTC for no word at all; null for an unknown one. */
    static @Nullable ZoneOffset read(@Nullable String word) {
        if (word == null || word.isEmpty()) {
            return ZoneOffset.UTC;
        }
        Matcher offset = OFFSET.matcher(word);
        return offset.matches() ? of(offset) : BY_NAME.get(word.toUpperCase(Locale.ROOT));
    }

    private static @Nullable ZoneOffset of(Matcher offset) {
        int hours = Integer.parseInt(offset.group(2));
        int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
        int sign = offset.group(1).equals("-") ? -1 : 1;
        try {
            return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        } catch (DateTimeException tooFar) {
            return null;
        }
    }

    private static Map<String, ZoneOffset> byName() {
        Map<String, ZoneOffset> zones = new HashMap<>();
        String[] words = HOURS.strip().split("\\s+", -1);
        for (int i = 0; i < words.length; i += 2) {
            zones.put(words[i], ZoneOffset.ofTotalSeconds((int) (Double.parseDouble(words[i + 1]) * 3600)));
        }
        return Map.copyOf(zones);
    }
}
