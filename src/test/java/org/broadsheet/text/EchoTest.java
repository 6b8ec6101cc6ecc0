package org.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EchoTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://u:geheim@a.example/feed",
                " http://u:geheim@a b.example/ ",
                "u:geheim@a.example",
                "u:geheim@",
                "feed:http://u:geheim@a b.example",
                "http://u:ge/heim@a.example",
                "http://u:geheim@x@a.example"
            })
    void a_password_is_never_repeated(String typed) {
        assertThat(Echo.of(typed)).doesNotContain("heim");
    }

    @Test
    void an_address_without_a_password_is_repeated_as_it_is() {
        assertThat(Echo.of(" mailto:me@post.example")).isEqualTo("mailto:me@post.example");
        assertThat(Echo.of("a.example/@ann here")).isEqualTo("a.example/@ann here");
    }

    @Test
    void of_a_long_text_only_the_beginning_is_repeated() {
        assertThat(Echo.of("x".repeat(70_000))).isEqualTo("x".repeat(100) + "…");
    }
}
