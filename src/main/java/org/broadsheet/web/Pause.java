package org.broadsheet.web;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How often a source can be asked, as its page offers it.
 *
 * @param minutes 0 for as often as it publishes
 */
public record Pause(String minutes, String text, boolean chosen) {
    static final Duration LONGEST = Duration.ofDays(30);
    private static final List<Duration> USUAL = List.of(
            Duration.ZERO,
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(7));

    /** The usual ones, and the one that was chosen elsewhere where it is none of them. */
    static List<Pause> choices(@Nullable Duration chosen, Texts texts) {
        Duration current = Objects.requireNonNullElse(chosen, Duration.ZERO);
        return Stream.concat(USUAL.stream(), Stream.of(current))
                .distinct()
                .sorted()
                .map(pause -> new Pause(Long.toString(pause.toMinutes()), text(pause, texts), pause.equals(current)))
                .toList();
    }

    private static String text(Duration pause, Texts texts) {
        if (pause.isZero()) {
            return texts.get("pause.auto");
        }
        if (pause.toMinutes() % 60 != 0) {
            return texts.get("pause.minutes", pause.toMinutes());
        }
        return pause.toHours() % 24 == 0
                ? texts.get("pause.days", pause.toDays())
                : texts.get("pause.hours", pause.toHours());
    }
}
