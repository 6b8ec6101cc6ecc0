package org.broadsheet.ingest.parse;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.model.QuietTimes;

/** Reads skipHours and skipDays (RSS 2.0). Whoever names every hour or every day means something else. */
final class Quiet {
    private static final int HOURS = 24;

    private Quiet() {}

    static QuietTimes of(Node channel) {
        Set<Integer> hours = texts(channel, "skiphours", "hour")
                .filter(text -> text.matches("\\d{1,2}"))
                .map(Integer::valueOf)
                .filter(hour -> hour <= HOURS)
                // RSS 0.91 counted from 1 to 24.
                .map(hour -> hour % HOURS)
                .collect(Collectors.toUnmodifiableSet());
        Set<DayOfWeek> days = texts(channel, "skipdays", "day")
                .flatMap(text -> Arrays.stream(DayOfWeek.values())
                        .filter(day -> day.name().equals(text.toUpperCase(Locale.ROOT))))
                .collect(Collectors.toUnmodifiableSet());
        return new QuietTimes(
                hours.size() == HOURS ? Set.of() : hours, days.size() == DayOfWeek.values().length ? Set.of() : days);
    }

    private static Stream<String> texts(Node channel, String list, String item) {
        return channel.each(list).stream()
                .flatMap(node -> node.each(item).stream())
                .flatMap(node -> Stream.ofNullable(node.text()));
    }
}
