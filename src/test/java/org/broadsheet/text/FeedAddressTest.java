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
        "https://Bücher.example/Größe?q=ü, https://xn--bcher-kva.example/Gr%C3%B6%C3%9Fe?q=%C3%BC",
        "my_blog.example:8080/feed, https://my_blog.example:8080/feed",
        "http://me:pass@my_blog.example/feed#top, http://me:pass@my_blog.example/feed",
        "https://a.example/q|1?x={y}|^z, https://a.example/q%7C1?x=%7By%7D%7C%5Ez",
    })
    void an_address_is_read_as_people_type_it(String typed, String address) {
        assertThat(FeedAddress.of(typed)).contains(address);
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
            })
    void what_names_no_host_of_the_web_is_no_address(String typed) {
        assertThat(FeedAddress.of(typed)).isEmpty();
    }

    @Test
    void an_address_longer_than_the_store_can_know_again_is_none() {
        assertThat(FeedAddress.of("https://a.example/" + "a".repeat(1_900))).isPresent();
        assertThat(FeedAddress.of("https://a.example/" + "ü".repeat(1_900))).isEmpty();
    }
}
