package org.broadsheet.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The moment a page is made, the zone in which its dates are told, and the words in which it speaks. */
record Edition(Instant at, ZoneId zone, Texts texts) {
    LocalDate today() {
        return day(at);
    }

    LocalDate day(Instant then) {
        return then.atZone(zone).toLocalDate();
    }
}
