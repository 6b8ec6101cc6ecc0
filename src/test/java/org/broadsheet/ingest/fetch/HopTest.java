package org.broadsheet.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.broadsheet.model.ErrorKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HopTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "http://Example.ORG -> http://example.org/",
                "HTTP://example.org:80/a -> http://example.org/a",
                "https://example.org:443/a -> https://example.org/a",
                "https://example.org:/a -> https://example.org/a",
                "https://example.org:80/a -> https://example.org:80/a",
                "http://example.org./a -> http://example.org/a",
                "http://me:secret@example.org/a -> http://example.org/a",
                "http://me:s%40cret@example.org/a#b -> http://example.org/a",
                "http://my_blog.example.org/ -> http://my_blog.example.org/",
                "http://bücher.example/ü?ä=ö -> http://xn--bcher-kva.example/%C3%BC?%C3%A4=%C3%B6",
                "http://example.org?q -> http://example.org/?q",
                "http://example.org//a//b/ -> http://example.org//a//b/",
                "http://example.org/a%2Fb%zz -> http://example.org/a%2Fb%25zz",
                "http://[::1]:8080/ -> http://[::1]:8080/",
                "http://2130706433/ -> http://127.0.0.1/",
                "http://0x7f.1/ -> http://127.0.0.1/",
                "http://0177.0.0.1/ -> http://127.0.0.1/",
                "http://1.2.3/ -> http://1.2.0.3/",
                "http://0x/ -> http://0.0.0.0/",
            })
    void an_address_is_taken_apart(String url, String asked) throws Refused {
        assertThat(Hop.of(uri(url)).uri()).hasToString(asked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "/x -> http://h/x",
                "x -> http://h/a/x",
                "./x -> http://h/a/x",
                "../x -> http://h/x",
                "../../../x -> http://h/x",
                "x/. -> http://h/a/x/",
                "x/.. -> http://h/a/",
                "?r=1 -> http://h/a/b?r=1",
                "#top -> http://h/a/b?q",
                "//other/x -> http://other/x",
                "https://other -> https://other/",
                "HTTPS://Other:8443/x -> https://other:8443/x",
                "http://h/a b -> http://h/a%20b",
                "/a|b\\c -> http://h/a%7Cb%5Cc",
                "/x?u=http://y/../z -> http://h/x?u=http://y/../z",
                "' /x  ' -> http://h/x",
                "/caf\u00e9 -> http://h/caf%C3%A9"
            },
            quoteCharacter = '\'')
    void a_location_is_followed(String location, String next) throws Refused {
        Hop from = Hop.of(URI.create("http://h/a/b?q"));
        assertThat(from.follow(location).uri()).hasToString(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//",
                "http://",
                "http:///x",
                "http:x",
                "http://:80/",
                "http://h:99999/",
                "http://h:0/",
                "http://h:x/",
                "http://a b/",
                "http://%6c/",
                "http://[fe80::1%25eth0]/",
                "http://h\u0000/",
                "http://a..b/",
                "http://[::::]/",
                "http://[1]/",
                "http://1.2.3.4.5/",
                "http://256.1/",
                "http://08/",
                "http://4294967296/",
                "http://a.0xg.1/"
            })
    void a_location_without_a_usable_host_is_the_fault_of_the_server_that_gave_it(String location) {
        assertThatThrownBy(() -> Hop.of(URI.create("http://h/")).follow(location))
                .isInstanceOfSatisfying(Refused.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.PROTOCOL);
                    assertThat(e.sentence()).isEqualTo("The server redirects to an address that names no server.");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void an_empty_location_leads_nowhere(String location) {
        assertThatThrownBy(() -> Hop.of(URI.create("http://h/")).follow(location))
                .isInstanceOfSatisfying(Refused.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.PROTOCOL);
                    assertThat(e.sentence()).isEqualTo("The server redirects without saying where to.");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://h:99999/", "http://a..b/", "http:///x"})
    void a_feeds_own_address_without_a_usable_host_is_told_as_one_that_is_not_found(String url) {
        assertThatThrownBy(() -> Hop.of(URI.create(url)))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.DNS));
    }

    /** java.net.URI takes a stray percent sign only in a form that was parsed leniently before. */
    private static URI uri(String url) {
        return URI.create(url.replace("%zz", "%25zz"));
    }
}
