package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.broadsheet.model.Rhythm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HabitTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "Europe/Berlin -> 11:00, 100 %",
                "Asia/Kolkata -> 15:00, 50 %; 16:00, 50 %",
                "Asia/Kathmandu -> 15:00, 25 %; 16:00, 75 %",
                "America/St_Johns -> 6:00, 50 %; 7:00, 50 %",
                "Pacific/Marquesas -> 0:00, 50 %; 1:00, 50 %",
            })
    void an_hour_of_utc_is_shared_among_the_hours_of_the_page_that_it_lies_in(String zone, String bars) {
        Rhythm ten = Rhythm.startingAt(NOW.minusSeconds(86_400)).with(Instant.parse("2026-11-25T10:10:00Z"), 1);
        List<String> drawn = Habit.of(ten, new Edition(NOW, ZoneId.of(zone), Samples.ENGLISH)).hours().stream()
                .filter(bar -> bar.height() > 0)
                .map(Habit.Bar::label)
                .toList();
        assertThat(String.join("; ", drawn)).isEqualTo(bars);
    }
}
