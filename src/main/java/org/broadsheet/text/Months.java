package org.broadsheet.text;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Month names, whole and short, in the languages whose publishing systems write them into dates. */
final class Months {
    /** In this order: a name that means two months counts for the language that comes first. */
    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "nl", "pt", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu", "ro", "tr", "el",
            "ru", "uk", "bg");

    /** The words that begin nearly every date, so that they do not load the other languages. */
    private static final Set<String> WEEKDAYS = Set.of(
            "mon",
            "tue",
            "wed",
            "thu",
            "fri",
            "sat",
            "sun",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "gmt",
            "utc",
            "est",
            "edt",
            "pst",
            "pdt",
            "z",
            "am",
            "pm");

    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

    private static final Map<String, Integer> ENGLISH = byName(LANGUAGES.subList(0, 1));

    private Months() {}

    /** Loaded when a word is not English for the first time: it takes longer than reading a hundred feeds. */
    private static final class Others {
        private static final Map<String, Integer> BY_NAME = byName(LANGUAGES);
    }

    /** 1 to 12, null when the word names no month. Case and a final full stop do not matter. */
    static @Nullable Integer read(String word) {
        String key = key(word);
        Integer english = ENGLISH.get(key);
        boolean weekday = english == null && WEEKDAYS.contains(key);
        return english != null || weekday ? english : Others.BY_NAME.get(key);
    }

    private static Map<String, Integer> byName(List<String> languages) {
        Map<String, Integer> names = new HashMap<>();
        for (String language : languages) {
            for (Month month : Month.values()) {
                add(names, month, Locale.forLanguageTag(language));
            }
        }
        names.putIfAbsent("sept", 9);
        names.putIfAbsent("ιούν", 6);
        names.putIfAbsent("ιούλ", 7);
        names.putIfAbsent("ιουν", 6);
        names.putIfAbsent("ιουλ", 7);
        return Map.copyOf(names);
    }

    private static void add(Map<String, Integer> names, Month month, Locale language) {
        for (TextStyle style : STYLES) {
            String name = key(month.getDisplayName(style, language));
            if (!name.isEmpty() && Character.isLetter(name.charAt(0))) {
                names.putIfAbsent(name, month.getValue());
            }
        }
    }

    private static String key(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
