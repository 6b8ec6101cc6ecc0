package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.broadsheet.model.Reason;
import org.broadsheet.model.Reason.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonTextTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void each_reason_is_said_to_programs_and_to_readers_in_their_language(Kind kind) {
        Reason reason = new Reason(kind, Duration.ofMinutes(40), 3, null);

        String english = text(reason, "en");
        assertThat(english)
                .isEqualTo(reason.sentence()
                        .replace("Its reader wants", "You want")
                        .replace("entries", "headlines")
                        .replace("entry", "headline"));
        assertThat(text(reason, "de")).isNotEqualTo(english).doesNotContain("{", "reason.");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void each_reason_is_read_as_it_was_written(Kind kind) {
        Reason reason = new Reason(kind, Duration.ofDays(2), 12, NOW);

        assertThat(Reason.read(reason.written())).contains(reason);
        assertThat(Reason.read("It failed once.")).isEmpty();
        assertThat(text(reason, "en")).contains("so it waits until ");
    }

    private static String text(Reason reason, String language) {
        return ReasonText.of(reason, new Edition(NOW, ZoneOffset.UTC, Texts.of("", language)));
    }
}
