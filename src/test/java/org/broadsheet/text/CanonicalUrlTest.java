package org.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CanonicalUrlTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "http://www.paper.example:80/a/, https://paper.example/a",
        "//paper.example/a, https://paper.example/a",
        "HTTPS://Paper.Example./a, https://paper.example/a",
        "https://me:secret@paper.example/a, https://paper.example/a",
        "https://zürich.example/ä, https://xn--zrich-kva.example/%C3%A4",
        "https://m.paper.example/a, https://paper.example/a",
        "https://fr.m.wiki.example/a, https://fr.wiki.example/a",
        "https://paper.example, https://paper.example/",
        "https://paper.example/x/../a/./b, https://paper.example/a/b",
        "https://paper.example//2026///a, https://paper.example/2026/a",
        "https://paper.example/a/index.html, https://paper.example/a",
        "https://paper.example/index.php?p=5, https://paper.example/?p=5",
        "https://paper.example/%7euser/%c3%a4, https://paper.example/~user/%C3%A4",
        "https://paper.example/a%2fb, https://paper.example/a%2Fb",
        "https://paper.example/a;jsessionid=0F1, https://paper.example/a",
        "https://paper.example/a/amp/, https://paper.example/a",
        "https://paper.example/a.amp.html, https://paper.example/a.html",
        "https://paper.example/a?amp=1, https://paper.example/a",
        "https://paper.example/a?b=2&utm_source=x&a=1&fbclid=y, https://paper.example/a?a=1&b=2",
        "https://paper.example/a?x=2&x=1, https://paper.example/a?x=2&x=1",
        "https://paper.example/a?q=b+c, https://paper.example/a?q=b%20c",
        "https://paper.example/a?id=5&amp;utm_source=x, https://paper.example/a?id=5",
        "https://paper.example/a?from=rss, https://paper.example/a",
        "https://paper.example/a?from=paris, https://paper.example/a?from=paris",
        "https://paper.example/a?ref=other.example, https://paper.example/a",
        "https://code.example/a?ref=main, https://code.example/a?ref=main",
        "https://paper.example/a?source=solar, https://paper.example/a?source=solar",
        "https://paper.example/a?output=rss, https://paper.example/a?output=rss",
        "https://paper.example/a#comments, https://paper.example/a",
        "https://app.example/#/post/1, https://app.example/#/post/1",
        "https://paper.example/changes#v1.2, https://paper.example/changes#v1.2",
        "https://www.theguardian.com/x?CMP=share_btn, https://theguardian.com/x",
        "https://forum.example/x?CMP=7, https://forum.example/x?CMP=7",
        "https://youtu.be/abc?si=1, https://youtube.com/watch?v=abc",
        "https://www.youtube.com/shorts/abc, https://youtube.com/watch?v=abc",
        "https://old.reddit.com/r/x/, https://reddit.com/r/x",
        "https://www.google.com/amp/s/paper.example/a.html, https://paper.example/a.html",
        "https://paper-example.cdn.ampproject.org/c/s/paper.example/a, https://paper.example/a",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fpaper.example%2Fa&h=AT, https://paper.example/a",
        "https://paper.example/l.php?u=https%3A%2F%2Fother.example, https://paper.example/l.php?u=https%3A%2F%2Fother.example",
        "ftp://paper.example/a, ftp://paper.example/a"
    })
    void an_address_has_one_form(String address, String canonical) {
        assertThat(CanonicalUrl.of(address)).contains(canonical);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "https://www.paper.example/a/index.html?b=1&a=%7e#x",
                "https://youtu.be/abc",
                "https://l.facebook.com/l.php?u=https%3A%2F%2Fpaper.example%2Fa%20b",
                "https://paper.example/a/amp/index.html",
                "https://paper.example/?&&"
            })
    void the_canonical_form_of_a_canonical_form_is_itself_or_nearer_to_the_page(String address) {
        String once = CanonicalUrl.of(address).orElseThrow();
        String twice = CanonicalUrl.of(once).orElseThrow();
        assertThat(CanonicalUrl.of(twice)).contains(twice);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                " ",
                "tag:paper.example,2026:1",
                "mailto:a@b.example",
                "javascript:alert(1)",
                "https://",
                "https:// x/",
                "/a",
                "urn:x"
            })
    void what_is_no_web_address_has_none(String text) {
        assertThat(CanonicalUrl.of(text)).isEmpty();
    }

    @Test
    void the_address_a_page_names_itself_counts_on_the_same_site() {
        assertThat(CanonicalUrl.of("https://paper.example/x?id=1", "https://www.paper.example/real"))
                .contains("https://paper.example/real");
        assertThat(CanonicalUrl.of("https://paper.example/x?id=1", "/real")).contains("https://paper.example/real");
        assertThat(CanonicalUrl.of("https://paper.example/x", "https://other.example/real"))
                .contains("https://paper.example/x");
    }

    @Test
    void a_page_that_names_the_front_page_is_mistaken() {
        assertThat(CanonicalUrl.of("https://paper.example/x", "https://paper.example/"))
                .contains("https://paper.example/x");
    }
}
