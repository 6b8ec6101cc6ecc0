package org.broadsheet.ingest.clean;

import static org.assertj.core.api.Assertions.assertThat;

import org.broadsheet.text.Url;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SrcsetTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a.jpg 1x, b.jpg 2x | https://e.example/a.jpg 1x, https://e.example/b.jpg 2x",
                "a.jpg,b.jpg 2x | https://e.example/a.jpg,b.jpg 2x",
                "a.jpg, b.jpg | https://e.example/a.jpg, https://e.example/b.jpg",
                ", ,a.jpg 100w,, b.jpg 1.5x , | https://e.example/a.jpg 100w, https://e.example/b.jpg 1.5x",
                "/w_1,h_2/a.jpg 1x | https://e.example/w_1,h_2/a.jpg 1x",
                "a.jpg 1x 2x, b.jpg evil, c.jpg 3x | https://e.example/c.jpg 3x",
                "javascript:x 1x, data:image/png;base64,AAAA 2x, c.jpg 3x | https://e.example/c.jpg 3x",
                "'' | ''"
            })
    void candidates_are_read_as_browsers_read_them(String attribute, String expected) {
        Addresses addresses = new Addresses(Url.of("https://e.example/").orElseThrow());
        assertThat(Srcset.of(attribute, addresses)).hasToString(expected);
    }
}
