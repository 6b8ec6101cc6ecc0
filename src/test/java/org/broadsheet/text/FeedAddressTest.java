package org.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://a.example/feed, https://a.example/feed",
        "' HTTP://A.Example#top ', http://a.example/",
        "a.example/feed, https://a.example/feed",
        "a.example:8080/feed, https://a.example:8080/feed",
        "localhost:8080, https://localhost:8080/",
        "feed:a.example, https://a.example/",
        "feed://a.example/x, https://a.example/x",
        "feed:https://a.example/x, https://a.example/x",
        "feed://http://a.example/x, http://a.example/x",
        "https://me:secret@a.example/, https://me:secret@a.example/",
        "https://a.example:443/Größe/../?q=ü&a[]=1, https://a.example:443/Größe/../?q=ü&a[]=1",
        "https://Bücher.example:443/Größe/../?q=ü, https://xn--bcher-kva.example:443/Größe/../?q=ü",
        "my_blog.example:8080/feed, https://my_blog.example:8080/feed",
        "http://me:pass@my_blog.example/feed#top, http://me:pass@my_blog.example/feed",
        "https://a.example/q|1[2]?x={y}|^z%, https://a.example/q%7C1%5B2%5D?x=%7By%7D%7C%5Ez%25",
        "https://a.example/\\x?y, https://a.example/%5Cx?y",
        "https://me@b.example:p@ss@a.example/, https://me%40b.example:p%40ss@a.example/",
    })
    void an_address_is_read_as_people_type_it(String typed, String address) {
        assertThat(FeedAddress.of(typed)).contains(address);
        assertThat(FeedAddress.of(address)).contains(address);
    }

    @ParameterizedTest
    @CsvSource({"a.example/x, http://a.example/x", "feed:a.example:443, http://a.example:443/"})
    void where_tls_was_only_supposed_there_is_an_address_without(String typed, String address) {
        assertThat(FeedAddress.withoutTls(typed)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://a.example/x", "feed:https://a.example/x", "http://a.example/", "me:pw@a.example", "|"})
    void where_it_was_said_or_hides_a_password_there_is_none(String typed) {
        assertThat(FeedAddress.withoutTls(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "file:///etc/passwd",
                "file:/etc/passwd",
                "mailto:editor@a.example",
                "javascript:alert(1)",
                "|rm -rf /",
                "exec:~/bin/feed",
                "ftp://a.example/",
                "https://",
                "https://a b.example/",
                "https://my_blog.example:99999/",
                "http://me:p|w@[::1/",
                "https://u:p@evil.example\\@my_blog.example/x",
                "https://me:secret@faß.example/x",
            })
    void what_names_no_host_of_the_web_is_no_address(String typed) {
        assertThat(FeedAddress.of(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\t", "\u0085", "\u2028", "\u2029", "\u00a0", "\ud800"})
    void no_character_within_an_address_hides_its_host_or_its_password(String hidden) {
        String address =
                FeedAddress.of("https://me:secret@a.example/x" + hidden + "y").orElseThrow();

        assertThat(FeedAddress.withoutCredentials(address))
                .startsWith("https://a.example/x")
                .doesNotContain("secret");
        assertThat(FeedAddress.host(address)).isEqualTo("a.example");
        assertThat(FeedAddress.of(address)).contains(address);
        assertThat(FeedAddress.of("file:///etc" + hidden + "/passwd")).isEmpty();
    }

    @Test
    void an_address_longer_than_the_store_can_know_again_is_none() {
        assertThat(FeedAddress.of("https://a.example/" + "a".repeat(1_900))).isPresent();
        assertThat(FeedAddress.of("https://a.example/" + "ü".repeat(1_900))).isEmpty();
    }
}
