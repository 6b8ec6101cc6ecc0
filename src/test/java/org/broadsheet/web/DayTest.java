package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.broadsheet.model.Headline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayTest {

    @ParameterizedTest(name = "{0} is headed {1}")
    @CsvSource({
        "2026-11-24, Earlier today",
        "2026-11-23, Yesterday",
        "2026-11-22, 'Sunday, 22 November'",
        "2025-12-31, 'Wednesday, 31 December 2025'",
    })
    void a_day_is_headed_as_people_call_it(LocalDate day, String heading) {
        assertThat(Day.heading(day, Samples.NOW, "Earlier today")).isEqualTo(heading);
    }

    @Test
    void days_end_at_midnight_of_the_reader() {
        Edition now =
                new Edition(Instant.parse("2026-11-24T01:00:00Z"), ZoneId.of("America/New_York"), Samples.ENGLISH);
        List<Headline> headlines = List.of(
                Samples.headline(2, Instant.parse("2026-11-24T00:30:00Z"), null),
                Samples.headline(1, Instant.parse("2026-11-23T04:30:00Z"), null));

        assertThat(Day.group(headlines, now, "Today", null))
                .extracting(Day::heading)
                .containsExactly("Today", "Yesterday");
    }

    @Test
    void a_headline_from_a_clock_that_ran_ahead_stands_under_today() {
        Headline ahead = Samples.headline(1, Samples.NOW.at().plus(Duration.ofDays(1)), null);

        assertThat(Day.group(List.of(ahead), Samples.NOW, "Today", null))
                .extracting(Day::heading)
                .containsExactly("Today");
    }

    @Test
    void the_heading_that_the_page_before_has_printed_is_left_out() {
        Instant evening = Instant.parse("2026-11-23T20:00:00Z");
        List<Headline> headlines = List.of(
                Samples.headline(2, evening, null), Samples.headline(1, evening.minus(Duration.ofDays(1)), null));

        assertThat(Day.group(headlines, Samples.NOW, "Today", evening.plusSeconds(60)))
                .extracting(Day::heading)
                .containsExactly(null, "Sunday, 22 November");
    }
}
