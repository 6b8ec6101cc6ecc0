package org.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UrlTest {
    /** RFC 3986 §5.4, against http://a.example/b/c/d;p?q. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "g, http://a.example/b/c/g",
        "./g, http://a.example/b/c/g",
        "g/, http://a.example/b/c/g/",
        "/g, http://a.example/g",
        "//g.example, http://g.example/",
        "?y, http://a.example/b/c/d;p?y",
        "g?y, http://a.example/b/c/g?y",
        "#s, http://a.example/b/c/d;p?q#s",
        "g?y#s, http://a.example/b/c/g?y#s",
        ";x, http://a.example/b/c/;x",
        "'', http://a.example/b/c/d;p?q",
        "., http://a.example/b/c/",
        ".., http://a.example/b/",
        "../g, http://a.example/b/g",
        "../../../g, http://a.example/g",
        "g/../h, http://a.example/b/c/h",
        "%2e%2E/g, http://a.example/b/g",
        "g?y/../x, http://a.example/b/c/g?y/../x"
    })
    void a_relative_address_is_read_against_its_base(String reference, String expected) {
        Url base = Url.of("http://a.example/b/c/d;p?q").orElseThrow();
        assertThat(Url.of(reference, base).map(Url::toString)).contains(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "https:a.example/x, https://a.example/x",
        "https:///a.example/x, https://a.example/x",
        "https:\\\\a.example\\x?y\\z, https://a.example/x?y%5Cz",
        "https://a.example:8443/, https://a.example:8443/",
        "https://[2001:DB8::1]:443/x, https://[2001:db8::1]/x",
        "https://a.example/ä b<c>|d, https://a.example/%C3%A4%20b%3Cc%3E%7Cd",
        "https://a.example/100%, https://a.example/100%"
    })
    void what_people_write_is_read_as_browsers_read_it(String text, String expected) {
        assertThat(Url.of(text).map(Url::toString)).contains(expected);
        assertThat(Url.of(expected).map(Url::toString)).contains(expected);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "https://",
                "https://a b/",
                "https://a.example:99999/",
                "https://<b>/",
                "https://a%2Fb/",
                "javascript:alert(1)",
                "a.html",
                "data:,x"
            })
    void what_has_no_host_or_scheme_of_the_web_is_none(String text) {
        assertThat(Url.of(text)).isEmpty();
    }

    @Test
    void tabs_line_breaks_and_controls_hide_no_scheme() {
        assertThat(Url.schemeOf(" \u0001java\tscr\nipt:alert(1)")).contains("javascript");
        assertThat(Url.of(" ht\ntps://a.example/\t ").map(Url::toString)).contains("https://a.example/");
    }

    @Test
    void an_unpaired_surrogate_does_no_harm() {
        assertThat(Url.of("https://a.example/\ud800x").map(Url::toString)).contains("https://a.example/%3Fx");
    }
}
