package org.broadsheet.web;

import java.util.Locale;

/** Numbers as a page prints them. */
final class Counts {
    private Counts() {}

    /** With a comma at the thousands: {@code 1,204}. */
    static String of(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** A size: {@code 12 kB}, {@code 3.4 MB}. */
    static String bytes(long bytes) {
        if (bytes < 1_000) {
            return of(bytes, "byte");
        }
        return bytes < 1_000_000
                ? bytes / 1_000 + " kB"
                : bytes < 1_000_000_000
                        ? String.format(Locale.ENGLISH, "%.1f MB", bytes / 1_000_000.0)
                        : String.format(Locale.ENGLISH, "%.1f GB", bytes / 1_000_000_000.0);
    }

    /** With its noun, which takes a plain plural s: {@code 1 source}, {@code 43 sources}. */
    static String of(long number, String noun) {
        return of(number) + " " + noun + (number == 1 ? "" : "s");
    }
}
