package org.broadsheet.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
    @ParameterizedTest
    @CsvSource({
        "g, http://a/b/c/g",
        "./g, http://a/b/c/g",
        "g/, http://a/b/c/g/",
        "/g, http://a/g",
        "//g, http://g",
        "?y, http://a/b/c/d;p?y",
        "g?y, http://a/b/c/g?y",
        "#s, http://a/b/c/d;p?q#s",
        "'', http://a/b/c/d;p?q",
        ".., http://a/b/",
        "../g, http://a/b/g",
        "../.., http://a/",
        "../../../g, http://a/g",
        "/./g, http://a/g",
        "g., http://a/b/c/g.",
        "./g/., http://a/b/c/g/",
        "g;x=1/../y, http://a/b/c/y",
        "http:g, http:g",
        "mailto:x@y, mailto:x@y",
        "two words.html, http://a/b/c/two words.html",
    })
    void references_resolve_as_the_examples_of_rfc_3986_say(String reference, String expected) {
        assertThat(Addresses.resolve("http://a/b/c/d;p?q", reference)).isEqualTo(expected);
    }

    @Test
    void an_address_that_would_run_in_a_page_is_none() {
        Place place = new Place("https://a.example/", null);
        for (String address :
                List.of("javascript:alert(1)", "JaVa\nScript:alert(1)", " data:text/html,x", "file:///etc/passwd")) {
            assertThat(place.resolve(address)).as(address).isNull();
        }
        assertThat(place.resolve("data")).isEqualTo("https://a.example/data");
        assertThat(place.resolve("magnet:?xt=x")).isEqualTo("magnet:?xt=x");
    }
}
