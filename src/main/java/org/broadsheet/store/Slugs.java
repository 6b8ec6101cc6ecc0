package org.broadsheet.store;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/** Names for addresses. */
final class Slugs {
    private Slugs() {}

    /** Letters of any script and digits, everything else a hyphen; accents off. */
    static String of(String name, String otherwise) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", "-")
                .replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? otherwise : plain;
    }

    /** The wanted one, with a number behind it where that is taken. */
    static String free(String wanted, Predicate<String> isTaken) {
        String slug = wanted;
        for (int i = 2; isTaken.test(slug); i++) {
            slug = wanted + "-" + i;
        }
        return slug;
    }
}
