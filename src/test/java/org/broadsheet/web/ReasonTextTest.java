package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.broadsheet.model.Reason;
import org.broadsheet.model.Reason.Kind;
import org.broadsheet.model.Reason.Limit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonTextTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void each_reason_is_said_to_programs_and_to_readers_in_their_language(Kind kind) {
        Reason reason = Reason.of(kind, Duration.ofMinutes(40), 3);

        assertThat(text(reason, "en")).isEqualTo(forReaders(reason));
        assertThat(text(reason, "de")).isNotEqualTo(text(reason, "en")).doesNotContain("{", "reason.");
    }

    @ParameterizedTest
    @EnumSource(Limit.class)
    void the_limit_that_a_pause_stands_at_is_said_too(Limit limit) {
        Reason reason = new Reason(Kind.OFTEN, Duration.ofMinutes(40), 3, null, limit, Duration.ZERO);

        assertThat(text(reason, "en")).isEqualTo(forReaders(reason));
        assertThat(text(reason, "en").contains("pause set here.")).isEqualTo(limit != Limit.NONE);
        assertThat(text(reason, "de").contains("die hier eingestellt ist")).isEqualTo(limit != Limit.NONE);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void each_reason_is_read_as_it_was_written(Kind kind) {
        for (Limit limit : Limit.values()) {
            Reason reason = new Reason(kind, Duration.ofDays(2), 12, NOW, limit, Duration.ZERO);

            assertThat(Reason.read(reason.written())).contains(reason);
            assertThat(text(reason, "en")).contains("so it waits until ");
        }
        assertThat(Reason.read("It failed once.")).isEmpty();
    }

    @Test
    void a_reason_written_before_there_were_limits_is_read() {
        assertThat(Reason.read("OFTEN 2400 3 -")).contains(Reason.of(Kind.OFTEN, Duration.ofMinutes(40), 3));
    }

    private static String forReaders(Reason reason) {
        return reason.sentence()
                .replace("Its reader wants", "You want")
                .replace("entries", "headlines")
                .replace("entry", "headline");
    }

    private static String text(Reason reason, String language) {
        return ReasonText.of(reason, new Edition(NOW, ZoneOffset.UTC, Texts.of("", language)));
    }
}
