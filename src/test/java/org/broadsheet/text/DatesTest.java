package org.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thu, 01 Jan 2004 19:48:21 GMT | 2004-01-01T19:48:21Z",
                "Thu, 01 Jan 04 19:48 EST | 2004-01-02T00:48:00Z",
                "1 Jan 2004 | 2004-01-01T00:00:00Z",
                "Thu,1 Jan 2004 19:48:21 -0000 | 2004-01-01T19:48:21Z",
                "Thursday, January 1st, 2004 7:48 pm | 2004-01-01T19:48:00Z",
                "Thu Jan  1 19:48:21 2004 | 2004-01-01T19:48:21Z",
                "Thu Jan 01 19:48:21 +0100 2004 | 2004-01-01T18:48:21Z",
                "Thu, 01 Jan 2004 19:48:21 GMT+01:00 | 2004-01-01T18:48:21Z",
                "Thu, 01 Jan 2004 19:48:21 +0100 (CET) | 2004-01-01T18:48:21Z",
                "01-Jan-2004 19:48:21 | 2004-01-01T19:48:21Z",
                "31.12.2003 23:59 | 2003-12-31T23:59:00Z",
                "Do, 01 Mär 2004 19:48:21 +0100 | 2004-03-01T18:48:21Z",
                "jeu., 1 févr. 2024 10:00:00 +0100 | 2024-02-01T09:00:00Z",
                "Κυρ, 11 Ιούλ 2004 12:00:00 EST | 2004-07-11T17:00:00Z",
                "2004-01-01T19:48:21Z | 2004-01-01T19:48:21Z",
                "2004-01-01t19:48:21.123456+01:00 | 2004-01-01T18:48:21Z",
                "2004-01-01 19:48:21 | 2004-01-01T19:48:21Z",
                "2004-01-01T19:48 | 2004-01-01T19:48:00Z",
                "2004-01-01T24:00:00Z | 2004-01-02T00:00:00Z",
                "2016-12-31T23:59:60Z | 2016-12-31T23:59:59Z",
                "20040101T194821Z | 2004-01-01T19:48:21Z",
                "2004/1/1 9:48 PST | 2004-01-01T17:48:00Z",
                "2004-060 | 2004-02-29T00:00:00Z",
                "2004-02 | 2004-02-01T00:00:00Z",
                "2004 | 2004-01-01T00:00:00Z",
                "04-02-29 | 2004-02-29T00:00:00Z",
                "2004-július-13T9:15-05:00 | 2004-07-13T14:15:00Z",
                "2004년 05월 28일  01:31:15 | 2004-05-27T16:31:15Z",
                "2004-05-25 오후 11:23:17 | 2004-05-25T14:23:17Z",
                "0001-01-01T00:00:00Z | 0001-01-01T00:00:00Z",
            })
    void a_date_is_read_in_any_of_its_spellings(String text, Instant expected) {
        assertThat(Dates.read(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "013",
                "2004-13-01",
                "2004-02-30",
                "2004-01-01T25:00:00Z",
                "2004-01-01T10:61:00Z",
                "Thu, 32 Jan 2004 10:00:00 GMT",
                "Thu, 01 Foo 2004 10:00:00 GMT",
                "Thu, 01 Jan 10:00:00 GMT",
                "Thu, 01 Jan 2004 10:00:00:00 GMT",
                "Thu, 01 Jan 2004 10:00:00 +zz:00",
                "01 Jan Feb 2004",
                "13:00 pm 1 Jan 2004",
                "12/11/2004",
                "Thu, 01 Jan 2004 10:00:00 GMT and more",
                "null",
                "0000-00-00 00:00:00"
            })
    void what_is_no_date_is_absent(String text) {
        assertThat(Dates.read(text)).isNull();
    }

    @Test
    void nothing_and_a_very_long_text_are_no_dates() {
        assertThat(Dates.read(null)).isNull();
        assertThat(Dates.read("1 ".repeat(1_000_000))).isNull();
    }
}
