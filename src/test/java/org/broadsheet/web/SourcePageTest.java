package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.LastPoll;
import org.broadsheet.model.LastPoll.Outcome;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

class SourcePageTest {
    private static LastPoll poll(Site site, int status) {
        boolean failed = status >= 400;
        return new LastPoll(
                site.store.clock.instant(),
                failed ? Outcome.FAILED : Outcome.UNCHANGED,
                failed ? ErrorKind.HTTP_ERROR : null,
                failed ? "The server answered " + status + " <b>." : null,
                status,
                Duration.ofMillis(340),
                status == 304 ? 0 : 12_400,
                0,
                0);
    }

    @Test
    void each_poll_says_what_came_of_it_and_why_the_next_one_is_when_it_is() {
        try (Site site = new Site()) {
            FeedId feed = site.store.feed("https://a.example/feed", null);
            site.store.polled(feed, poll(site, 500));

            Elements line = site.page("/sources/" + feed).select(".polls li");

            assertThat(line.text())
                    .contains("The server answered with an error.", "The server answered 500 <b>.")
                    .contains("status 500, 12 kB, 0.34 seconds")
                    .contains("It failed once, so it is tried again in 60 minutes. Next: in 1 hour");
        }
    }

    @Test
    void many_polls_are_shown_page_by_page() {
        try (Site site = new Site()) {
            FeedId feed = site.store.feed("https://a.example/feed", null);
            for (int i = 0; i < 30; i++) {
                site.store.clock.advance(Duration.ofHours(2));
                site.store.polled(feed, poll(site, 304));
            }
            Document first = site.page("/sources/" + feed);
            Document second = site.page(first.select(".older a").attr("href"));

            assertThat(first.select(".polls li")).hasSize(25);
            assertThat(second.select(".polls li")).hasSize(5);
            assertThat(second.select(".older")).isEmpty();
        }
    }

    @Test
    void a_source_that_is_not_followed_has_no_page_and_a_place_that_is_none_is_refused() {
        try (Site site = new Site()) {
            FeedId feed = site.store.feed("https://a.example/feed", null);
            site.store.subscribing.unsubscribe(site.store.account, feed);
            assertThat(site.get("/sources/" + feed).statusCode()).isEqualTo(404);
            assertThat(site.get("/sources/word").statusCode()).isEqualTo(404);
            FeedId other = site.store.feed("https://b.example/feed", null);
            assertThat(site.get("/sources/" + other + "?before=then").statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void a_source_whose_certificate_is_not_verified_says_so() {
        try (Site site = new Site()) {
            FeedId unsafe = site.store.feed("https://unsafe.example/feed", null);
            FeedId safe = site.store.feed("https://a.example/feed", null);

            assertThat(site.page("/sources/" + unsafe).select(".facts").text()).contains("not verified");
            assertThat(site.page("/sources/" + safe).select(".facts")).isEmpty();
        }
    }

    @Test
    void hosts_are_listed_by_registrable_domain_with_what_they_answered() {
        try (Site site = new Site()) {
            FeedId news = site.store.feed("https://news.a.example.org/feed", null);
            FeedId blog = site.store.feed("https://blog.a.example.org/feed", null);
            site.store.polled(news, poll(site, 200));
            site.store.polled(news, poll(site, 304));
            site.store.polled(blog, poll(site, 500));

            Document page = site.page("/politeness");

            assertThat(page.select("tbody tr").eachText())
                    .containsExactly("example.org 2 sources 3 1 1 0 1 24 kB 12 kB");
            assertThat(page.select(".heading p").text()).contains("1 host asked 3 times, 33 %", "saved 12 kB");
        }
    }

    @Test
    void a_source_is_given_a_title_and_a_folder_of_its_own() {
        try (Site site = new Site()) {
            FeedId feed = site.store.feed("https://a.example/feed", null);

            HttpResponse<String> answer =
                    site.post("/sources/" + feed + "/settings", "title=Mine&folder=World/Europe&ask_every=60");

            assertThat(answer.statusCode()).isEqualTo(303);
            Document page = site.page("/sources/" + feed);
            assertThat(page.select("h1").text()).isEqualTo("Mine");
            assertThat(page.select("#folder").attr("value")).isEqualTo("World/Europe");
            assertThat(page.select("#ask-every [selected]").text()).isEqualTo("every hour");
            assertThat(site.page("/folders/world").select("h1").text()).isEqualTo("World");
            assertThat(site.post("/sources/" + feed + "/settings", "title=&folder=//&ask_every=0")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void a_source_is_asked_with_a_name_and_password_that_no_page_shows() {
        try (Site site = new Site()) {
            FeedId feed = site.store.feed("https://a.example/feed?x=1", null);
            String form = "/sources/" + feed + "/sign-in";

            assertThat(site.post(form, "name=ann%40home&password=p%20%2F%3A%2B").statusCode())
                    .isEqualTo(303);

            assertThat(site.store.subscriptionTable.address(site.store.account, feed))
                    .hasValue("https://ann%40home:p%20%2F%3A%2B@a.example/feed?x=1");
            assertThat(site.get("/sources/" + feed).body()).doesNotContain("ann", "p%20", "p /:+");
            assertThat(site.page("/sources/" + feed).select(".sign-in summary").text())
                    .isEqualTo("Asked with a name and password");

            site.store.feed("https://a.example/feed?x=1", null);
            assertThat(site.post(form, "out=true").statusCode()).isEqualTo(409);
        }
    }

    @Test
    void a_name_and_password_in_an_address_are_never_shown() {
        try (Site site = new Site()) {
            FeedId feed = site.store.feed("https://ann:secret@a.example/feed", null);
            site.store.entries(feed, "One");
            for (String path : new String[] {"/", "/sources", "/sources/" + feed, "/politeness", "/feeds/" + feed}) {
                assertThat(site.get(path).body()).contains("a.example").doesNotContain("secret");
            }
        }
    }
}
