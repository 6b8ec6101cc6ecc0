package org.broadsheet.web;

import java.util.Locale;

/** Numbers as a page prints them. */
final class Counts {
    private Counts() {}

    /** With a comma at the thousands: {@code 1,204}. */
    static String of(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** With its noun, which takes a plain plural s: {@code 1 source}, {@code 43 sources}. */
    static String of(long number, String noun) {
        return of(number) + " " + noun + (number == 1 ? "" : "s");
    }
}
