package org.broadsheet.text;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Month names, whole and short, in the languages whose publishing systems write them into dates. */
final class Months {
    /** In this order: a name that means two months counts for the language that comes first. */
    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "nl", "pt", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu", "ro", "tr", "el",
            "ru", "uk", "bg");

    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

    private static final Map<String, Integer> BY_NAME = byName();

    private Months() {}

    /** 1 to 12, null when the word names no month. Case and a final full stop do not matter. */
    static @Nullable Integer read(String word) {
        return BY_NAME.get(key(word));
    }

    private static Map<String, Integer> byName() {
        Map<String, Integer> names = new HashMap<>();
        for (String language : LANGUAGES) {
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
