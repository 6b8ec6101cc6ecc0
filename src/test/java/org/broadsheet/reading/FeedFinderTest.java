package org.broadsheet.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedFinderTest {
    private static final String FEED = "<rss version='2.0'><channel><title>T</title><link>http://a.example/</link>"
            + "<item><title>One</title><guid>1</guid></item></channel></rss>";

    @ParameterizedTest
    @CsvSource({
        "http://us:p%40w+x@a.example/page, /feed, http://us:p%40w+x@a.example/feed",
        "http://us:pw@a.example:80/page, //A.example/feed, http://us:pw@a.example/feed",
        "http://us@a.example/page, http://a.example/feed, http://us@a.example/feed",
        "http://us:pw@a.example/page, https://a.example/feed, https://a.example/feed",
        "http://us:pw@a.example/page, http://a.example:8080/feed, http://a.example:8080/feed",
        "http://us:pw@a.example/page, http://b.example/feed, http://b.example/feed",
        "http://a.example/page, /feed, http://a.example/feed"
    })
    void a_name_and_password_go_with_a_feed_of_the_same_site_and_with_no_other(
            String typed, String link, String followed) {
        try (TestStore store = TestStore.h2()) {
            store.check = finder(Map.of(typed, page(link), followed, FEED), new CopyOnWriteArrayList<>());

            Subscribed.Added added = (Subscribed.Added) store.subscribing.subscribe(store.account, wish(typed));

            assertThat(store.subscriptionTable.address(
                            store.account, added.feed().feed().id()))
                    .contains(followed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/page", "/about", "/other"})
    void a_page_whose_only_link_leads_to_no_feed_is_not_followed(String link) {
        String typed = "http://us:geheim@a.example/page";
        try (TestStore store = TestStore.h2()) {
            List<String> asked = new CopyOnWriteArrayList<>();
            Map<String, String> site = Map.of(
                    typed,
                    page(link),
                    "http://us:geheim@a.example/about",
                    "<p>About us",
                    "http://us:geheim@a.example/other",
                    page("/third"));
            store.check = finder(site, asked);

            assertThat(store.subscribing.subscribe(store.account, wish(typed)))
                    .isInstanceOfSatisfying(Subscribed.Refused.class, refused -> {
                        assertThat(refused.kind()).isEqualTo(ErrorKind.NOT_A_FEED);
                        assertThat(refused.sentence())
                                .startsWith("The page names http://a.example/")
                                .endsWith(", which is no feed.");
                    });
            assertThat(store.subscribing.feeds(store.account)).isEmpty();
            assertThat(asked).hasSize(2);
        }
    }

    @Test
    void a_named_feed_that_cannot_be_read_now_is_refused_as_if_it_had_been_typed() {
        try (TestStore store = TestStore.h2()) {
            store.check = finder(Map.of("http://a.example/", page("/feed")), new CopyOnWriteArrayList<>());

            Subscribed.Refused typed =
                    (Subscribed.Refused) store.subscribing.subscribe(store.account, wish("http://a.example/feed"));
            Subscribed named = store.subscribing.subscribe(store.account, wish("http://a.example/"));

            assertThat(named)
                    .isEqualTo(new Subscribed.Refused(typed.kind(), typed.sentence(), "http://a.example/feed"));
        }
    }

    /** Whatever it does not know wants a pause. */
    private static FeedFinder finder(Map<String, String> site, List<String> asked) {
        return new FeedFinder(url -> {
            asked.add(url);
            return site.containsKey(url)
                    ? new Download.Document(url, null, site.get(url).getBytes(StandardCharsets.UTF_8))
                    : new Download.Nothing(Failure.of(ErrorKind.THROTTLED));
        });
    }

    private static String page(String link) {
        return "<!doctype html><html><head><title>P</title>" + "<link rel=alternate type='application/rss+xml' href='"
                + link + "'></head><body>x</body></html>";
    }

    private static NewSubscription wish(String url) {
        return new NewSubscription(url, null, null, false);
    }
}
