package org.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsualDateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thu, 26 Nov 2026 10:15:30 GMT",
                "Thu, 26 Nov 2026 10:15:30 +0000",
                "Tue, 6 Feb 2024 00:00:00 -0330",
                "Thu, 29 Feb 2024 23:59:59 +1400",
                "2026-11-26T10:15:30Z",
                "2026-11-26T10:15:30.123456Z",
                "1969-12-31T23:59:59-08:00",
                "0001-01-01T00:00:00Z"
            })
    void the_usual_forms_mean_what_they_mean_to_the_readers_of_all_forms(String text) {
        Instant iso = IsoDate.read(text);
        assertThat(UsualDate.read(text)).isNotNull().isEqualTo(iso == null ? WordDate.read(text) : iso);
    }

    static Stream<String> others() {
        String usual = "Thu, 26 Nov 2026 10:15:30 GMT";
        Stream<String> cut = Stream.of(usual, "2026-11-26T10:15:30.5+01:00")
                .flatMap(text -> Stream.iterate(1, length -> length < text.length(), length -> length + 1)
                        .map(length -> text.substring(0, length)));
        return Stream.concat(
                cut,
                Stream.of(
                        "Thu, 30 Feb 2024 10:15:30 GMT",
                        "Thu, 26 anF 2026 10:15:30 GMT",
                        "Thu, 26 Nov 2026 24:00:00 GMT",
                        "Mar, 24 Nov 2026 10:15:30 GMT",
                        "EST, 24 Nov 2026 10:15:30 GMT",
                        "2026-11-26T10:15:30.1234567890Z",
                        "2026-11-26T10:15:60Z",
                        "2026-13-26T10:15:00Z",
                        "2026-00-26T10:15:00Z",
                        "2026-11-00T10:15:00Z",
                        "2026-11-26T10:15:30+99:00",
                        "2026-11-26T10:15:30Z ",
                        "２０２６-11-26T10:15:30Z",
                        usual + "X"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void all_else_is_left_to_them(String text) {
        assertThat(UsualDate.read(text)).isNull();
    }
}
