package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenTest {
    private static final Edition NOW =
            new Edition(Instant.parse("2026-11-24T14:05:30Z"), ZoneId.of("Europe/Berlin"), Samples.ENGLISH);

    @ParameterizedTest(name = "{0} is told as {1}")
    @CsvSource({
        "2026-11-24T14:06:00Z, just now",
        "2026-11-24T14:05:00Z, just now",
        "2026-11-24T14:04:30Z, 1 minute ago",
        "2026-11-24T13:53:00Z, 12 minutes ago",
        "2026-11-24T13:05:30Z, 1 hour ago",
        "2026-11-24T02:30:00Z, 11 hours ago",
        "2026-11-23T23:30:00Z, today at 00:30",
        "2026-11-23T22:30:00Z, yesterday at 23:30",
        "2026-11-22T09:00:00Z, Sunday at 10:00",
        "2026-11-18T09:00:00Z, Wednesday at 10:00",
        "2026-11-17T09:00:00Z, 17 November",
        "2025-11-24T09:00:00Z, 24 November 2025",
    })
    void the_past_is_told_as_an_age_and_later_as_a_day(Instant then, String text) {
        assertThat(When.past(then, NOW).text()).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0} is told as {1}")
    @CsvSource({
        "2026-11-24T14:00:00Z, within a minute",
        "2026-11-24T14:06:00Z, within a minute",
        "2026-11-24T14:30:30Z, in 25 minutes",
        "2026-11-24T16:10:30Z, in 2 hours",
        "2026-11-25T20:05:30Z, in 30 hours",
        "2026-11-27T14:05:30Z, in 3 days",
    })
    void the_future_is_told_as_a_wait(Instant then, String text) {
        assertThat(When.future(then, NOW).text()).isEqualTo(text);
    }

    @Test
    void the_exact_time_is_told_in_the_zone_and_for_machines_in_utc() {
        When when = When.past(Instant.parse("2026-11-24T13:53:00.123Z"), NOW);

        assertThat(when.exact()).isEqualTo("Tuesday, 24 November 2026, 14:53 CET");
        assertThat(when.iso()).isEqualTo("2026-11-24T13:53:00Z");
    }
}
