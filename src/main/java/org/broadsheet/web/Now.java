package org.broadsheet.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The moment a page is made, and the zone in which its dates are told. */
record Now(Instant at, ZoneId zone) {
    LocalDate today() {
        return day(at);
    }

    LocalDate day(Instant then) {
        return then.atZone(zone).toLocalDate();
    }
}
