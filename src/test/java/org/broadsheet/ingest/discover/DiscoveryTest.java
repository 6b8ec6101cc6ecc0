package org.broadsheet.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DiscoveryTest {
    private static final String PAGE = "https://paper.example/news/index.html";

    @Test
    void feeds_come_in_the_order_of_the_page_with_absolute_addresses() {
        String html = """
                <head><link rel=alternate type="application/rss+xml" title=" News " href="feed.xml">
                <link href="/atom#top" type="Application/Atom+XML; charset=utf-8" rel="Alternate home">
                <link rel="alternate" type="application/feed+json" href="//cdn.example/feed.json" title=""></head>""";

        assertThat(Discovery.feedsIn(html, PAGE))
                .containsExactly(
                        new FoundFeed("https://paper.example/news/feed.xml", "News", "application/rss+xml"),
                        new FoundFeed("https://paper.example/atom", null, "application/atom+xml"),
                        new FoundFeed("https://cdn.example/feed.json", null, "application/feed+json"));
    }

    @Test
    void a_feeds_address_is_one_that_can_be_asked_and_known_again() {
        String html = "<link rel=alternate type=application/rss+xml href='/feed?tags=a|b{c}&x=%'>"
                + "<link rel=alternate type=application/rss+xml href='ftp://paper.example/rss'>";
        assertThat(Discovery.feedsIn(html, PAGE))
                .extracting(FoundFeed::url)
                .containsExactly("https://paper.example/feed?tags=a%7Cb%7Bc%7D&x=%25");
    }

    @Test
    void the_base_element_counts_before_the_page() {
        String html = "<base href='/blog/'><link rel=alternate type=application/rss+xml href=rss>";
        assertThat(Discovery.feedsIn(html, PAGE))
                .extracting(FoundFeed::url)
                .containsExactly("https://paper.example/blog/rss");
    }

    @Test
    void a_feed_named_twice_is_found_once_under_its_first_title() {
        String html = "<link rel=alternate type=application/rss+xml href=/rss title=A>"
                + "<link rel=alternate type=application/rss+xml href=https://paper.example/rss title=B>";
        assertThat(Discovery.feedsIn(html, PAGE))
                .containsExactly(new FoundFeed("https://paper.example/rss", "A", "application/rss+xml"));
    }

    @Test
    void other_links_are_no_feeds() {
        String html = "<link rel=stylesheet type=text/css href=a.css><link rel=alternate hreflang=de href=/de>"
                + "<link rel='alternate stylesheet' type=text/xml href=b><link rel=alternate type=application/rss+xml>"
                + "<link rel=alternate type=application/json href=/wp-json/wp/v2/posts/1>"
                + "<link rel=alternate type=application/json+oembed href=/oembed/feed>"
                + "<link rel=alternate type=application/rss+xml href=javascript:alert(1)>"
                + "<a rel=alternate type=application/rss+xml href=/rss>RSS</a>";
        assertThat(Discovery.feedsIn(html, PAGE)).isEmpty();
    }

    @Test
    void a_link_that_says_feed_in_plain_json_or_by_its_scheme_is_one() {
        String html = "<link rel=alternate type=application/json title='JSON Feed' href=/f.json>"
                + "<link rel=alternate type=application/rss+xml href='feed://paper.example/a'>"
                + "<link rel=alternate type=application/rss+xml href='feed:https://paper.example/b'>";
        assertThat(Discovery.feedsIn(html, PAGE))
                .extracting(FoundFeed::url)
                .containsExactly("https://paper.example/f.json", "https://paper.example/a", "https://paper.example/b");
    }
}
