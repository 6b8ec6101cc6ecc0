package org.broadsheet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodiesTest {
    private static final String ARTICLE =
            "<p>The harbour was closed <a href=\"https://example.org/\">for a day</a> – für immer?</p>";

    private static final byte[] WITHOUT_DICTIONARY = Base64.getDecoder()
            .decode(
                    "eF4FwdENQDAQBuBV/hjAvUvVEhY4XFXSps2V4M0O1vFmE5P4PpNt7wWedUibYueCMaQiEwzDq7i28uuaS0MkB8ccpE46U2VdUjAmPg2xxXfdcO+jWGIU7Qxl+wOgbCAP");

    @ParameterizedTest
    @ValueSource(strings = {"", "a", ARTICLE, "\u0000\uD83D\uDE00"})
    void what_is_packed_comes_back(String html) {
        assertThat(Bodies.inflate(Bodies.deflate(html))).isEqualTo(html);
    }

    @Test
    void what_becomes_a_thousand_times_as_long_comes_back() {
        String html = "<p>Again.</p>".repeat(100_000);
        assertThat(Bodies.inflate(Bodies.deflate(html))).isEqualTo(html);
    }

    @Test
    void what_an_earlier_version_packed_comes_back() {
        assertThat(Bodies.inflate(WITHOUT_DICTIONARY)).isEqualTo(ARTICLE);
    }

    @Test
    void the_dictionary_makes_a_short_article_shorter_by_a_quarter() {
        assertThat(Bodies.deflate(ARTICLE)).hasSizeLessThan(WITHOUT_DICTIONARY.length * 3 / 4);
    }

    /** Every stored article needs the very same one. */
    @Test
    void the_dictionary_has_not_changed() {
        CRC32 crc = new CRC32();
        crc.update(Bodies.DICTIONARY);
        assertThat(crc.getValue()).isEqualTo(3991942127L);
    }

    @Test
    void a_damaged_one_is_said_to_be_damaged() {
        byte[] packed = Bodies.deflate(ARTICLE);
        assertThatThrownBy(() -> Bodies.inflate(Arrays.copyOf(packed, packed.length - 9)))
                .hasMessage("A stored article breaks off.");
        packed[1] ^= 1;
        assertThatThrownBy(() -> Bodies.inflate(packed)).hasMessage("A stored article is damaged.");
    }
}
