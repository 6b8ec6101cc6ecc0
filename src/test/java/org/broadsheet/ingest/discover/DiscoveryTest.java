package org.broadsheet.ingest.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DiscoveryTest {
    private static final String PAGE = "https://paper.example/news/index.html";

    @Test
    void feeds_come_in_the_order_of_the_page_with_absolute_addresses() {
        String html = """
                <head><link rel=alternate type="application/rss+xml" title=" News " href="feed.xml">
                <link href="/atom#top" type="Application/Atom+XML; charset=utf-8" rel="Alternate home">
                <link rel="alternate" type="application/feed+json" href="//cdn.example/feed.json" title=""></head>""";

        assertThat(feedsIn(html))
                .containsExactly(
                        new FoundFeed("https://paper.example/news/feed.xml", "News", "application/rss+xml"),
                        new FoundFeed("https://paper.example/atom", null, "application/atom+xml"),
                        new FoundFeed("https://cdn.example/feed.json", null, "application/feed+json"));
    }

    @Test
    void a_feeds_address_is_one_that_can_be_asked_and_known_again() {
        String html = "<link rel=alternate type=application/rss+xml href='/feed?tags=a|b{c}&x=%'>"
                + "<link rel=alternate type=application/rss+xml href='ftp://paper.example/rss'>";
        assertThat(feedsIn(html))
                .extracting(FoundFeed::url)
                .containsExactly("https://paper.example/feed?tags=a%7Cb%7Bc%7D&x=%25");
    }

    @Test
    void the_base_element_counts_before_the_page() {
        String html = "<base href='/blog/'><link rel=alternate type=application/rss+xml href=rss>";
        assertThat(feedsIn(html)).extracting(FoundFeed::url).containsExactly("https://paper.example/blog/rss");
    }

    @Test
    void a_feed_named_twice_is_found_once_under_its_first_title() {
        String html = "<link rel=alternate type=application/rss+xml href=/rss title=A>"
                + "<link rel=alternate type=application/rss+xml href=https://paper.example/rss title=B>";
        assertThat(feedsIn(html))
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
        assertThat(feedsIn(html)).isEmpty();
    }

    @Test
    void a_link_that_says_feed_in_plain_json_or_by_its_scheme_is_one() {
        String html = "<link rel=alternate type=application/json title='JSON Feed' href=/f.json>"
                + "<link rel=alternate type=application/rss+xml href='feed://paper.example/a'>"
                + "<link rel=alternate type=application/rss+xml href='feed:https://paper.example/b'>";
        assertThat(feedsIn(html))
                .extracting(FoundFeed::url)
                .containsExactly("https://paper.example/f.json", "https://paper.example/a", "https://paper.example/b");
    }

    @Test
    void a_page_is_read_in_the_charset_that_the_server_or_the_page_itself_names() {
        String html = "<link rel=alternate type=application/rss+xml title='Größe – €' href='/füße'>";
        FoundFeed right = new FoundFeed("https://paper.example/f%C3%BC%C3%9Fe", "Größe – €", "application/rss+xml");
        Charset windows = Charset.forName("windows-1252");

        for (String type : List.of("text/html; charset=latin1", "text/html;charset=\"ISO-8859-1\"")) {
            assertThat(Discovery.feedsIn(html.getBytes(windows), type, PAGE)).containsExactly(right);
        }
        for (String meta : List.of("iso-8859-1", "windows-1252")) {
            assertThat(Discovery.feedsIn(("<meta charset=" + meta + ">" + html).getBytes(windows), "text/html", PAGE))
                    .containsExactly(right);
        }
        assertThat(Discovery.feedsIn(("<meta charset=utf-16>" + html).getBytes(StandardCharsets.UTF_8), null, PAGE))
                .containsExactly(right);
        assertThat(Discovery.feedsIn(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=x/y", PAGE))
                .containsExactly(right);
        assertThat(Discovery.feedsIn(html.getBytes(StandardCharsets.UTF_16LE), "text/html; charset=utf-16le", PAGE))
                .containsExactly(right);
        assertThat(Discovery.feedsIn(html.getBytes(StandardCharsets.UTF_16), null, PAGE)) // with a mark
                .containsExactly(right);
    }

    private static List<FoundFeed> feedsIn(String html) {
        return Discovery.feedsIn(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", PAGE);
    }
}
