package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.FeedId;
import org.broadsheet.reading.AddressCheck;
import org.broadsheet.reading.Subscribed;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class SourcesPageTest {

    @Test
    void sources_stand_under_their_folders() {
        try (Site site = new Site()) {
            site.store.feed("https://a.example/feed", "World/Europe");
            site.store.feed("https://b.example/feed", null);

            Document page = site.page("/sources");

            assertThat(page.select(".group .day").eachText())
                    .containsExactlyInAnyOrder("World / Europe", "Without a folder");
            assertThat(page.select(".source-line .address a").eachAttr("href"))
                    .containsExactlyInAnyOrder("https://a.example/feed", "https://b.example/feed");
            assertThat(page.select(".heading p").text())
                    .isEqualTo("2 sources, 0 headlines, none in trouble Statistics");
        }
    }

    @Test
    void an_address_of_a_feed_is_added_to_its_folder() {
        try (Site site = new Site()) {
            site.store.check = url -> new AddressCheck.FeedAt(url, new AddressCheck.Preview(null, "", 0, List.of()));

            HttpResponse<String> answer =
                    site.post("/sources", "url=https%3A%2F%2Fa.example%2Ffeed&folder=World%2FEurope");

            assertThat(answer.statusCode()).isEqualTo(303);
            Document page = site.page(answer.headers().firstValue("Location").orElseThrow());
            assertThat(page.select("[role=status]").text()).startsWith("a.example was added");
            assertThat(page.select(".group .day").eachText()).containsExactly("World / Europe");
        }
    }

    @Test
    void an_address_that_is_followed_already_is_said_to_be() {
        try (Site site = new Site()) {
            site.store.check = url -> new AddressCheck.FeedAt(url, new AddressCheck.Preview(null, "", 0, List.of()));
            site.post("/sources", "url=https%3A%2F%2Fa.example%2Ffeed");

            HttpResponse<String> answer = site.post("/sources", "url=https%3A%2F%2Fa.example%2Ffeed");

            Document page = site.page(answer.headers().firstValue("Location").orElseThrow());
            assertThat(page.select("[role=status]").text()).contains("is among your sources already");
        }
    }

    @Test
    void an_address_that_cannot_be_read_comes_back_in_the_form_with_the_reason() {
        try (Site site = new Site()) {
            site.store.check = url -> new AddressCheck.NoFeed(ErrorKind.DNS, "The name a.example could not be found.");

            HttpResponse<String> answer = site.post("/sources", "url=https%3A%2F%2Fa.example%2Ffeed");

            assertThat(answer.statusCode()).isEqualTo(422);
            Document page = Jsoup.parse(answer.body());
            assertThat(page.select("#url").attr("value")).isEqualTo("https://a.example/feed");
            assertThat(page.select("[role=alert]").text()).contains("The name a.example could not be found.");
            assertThat(page.select("button[name=without_check]")).hasSize(1);
            HttpResponse<String> insisted =
                    site.post("/sources", "url=https%3A%2F%2Fa.example%2Ffeed&without_check=true");
            assertThat(insisted.statusCode()).isEqualTo(303);
        }
    }

    @Test
    void a_feed_can_be_looked_at_before_it_is_followed() {
        try (Site site = new Site()) {
            site.store.check = url -> new AddressCheck.FeedAt(
                    url,
                    new AddressCheck.Preview(
                            "The <Post>", "All of it.", 2, List.of(new AddressCheck.Preview.Line("First news", null))));

            Document page = Jsoup.parse(site.post("/sources", "url=a.example/feed&folder=World&preview=true")
                    .body());

            assertThat(page.select("h1").text()).isEqualTo("The <Post>");
            assertThat(page.select(".preview .title").eachText()).containsExactly("First news");
            assertThat(site.store.subscribing.feeds(site.store.account)).isEmpty();
            assertThat(page.select("[name=url]").attr("value")).isEqualTo("https://a.example/feed");
            assertThat(page.select("[name=folder]").attr("value")).isEqualTo("World");
        }
    }

    @Test
    void the_bookmarklet_leads_to_a_filled_form() {
        try (Site site = new Site()) {
            assertThat(site.page("/sources?url=https%3A%2F%2Fa.example%2F")
                            .select("#url")
                            .attr("value"))
                    .isEqualTo("https://a.example/");
        }
    }

    @Test
    void a_folder_without_a_name_is_refused() {
        try (Site site = new Site()) {
            HttpResponse<String> answer =
                    site.post("/sources", "url=https%3A%2F%2Fa.example%2Ffeed&folder=World%2F%2FEurope");

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(site.store.subscribing.feeds(site.store.account)).isEmpty();
        }
    }

    @Test
    void a_site_with_several_feeds_offers_the_choice() {
        try (Site site = new Site()) {
            site.store.check = url -> new AddressCheck.SeveralFeeds(List.of(
                    new Subscribed.Choice("https://a.example/all", "All <news>", "application/atom+xml"),
                    new Subscribed.Choice("https://a.example/sport", null, "application/rss+xml")));

            Document page = Jsoup.parse(
                    site.post("/sources", "url=a.example&folder=World").body());

            assertThat(page.select("form.choice .title").eachText())
                    .containsExactly("All <news>", "https://a.example/sport");
            assertThat(page.select("form.choice input[name=url]").eachAttr("value"))
                    .containsExactly("https://a.example/all", "https://a.example/sport");
            assertThat(page.select("form.choice input[name=folder]").eachAttr("value"))
                    .containsExactly("World", "World");
        }
    }

    @Test
    void a_removed_source_is_gone_with_its_headlines() {
        try (Site site = new Site()) {
            FeedId feed = site.store.feed("https://a.example/feed", null);
            site.store.entries(feed, "Gone");

            HttpResponse<String> answer = site.post("/sources/" + feed + "/remove", "");

            assertThat(site.page(answer.headers().firstValue("Location").orElseThrow())
                            .select("main [role=status]")
                            .text())
                    .isEqualTo("The source was removed.");
            assertThat(site.page("/").select(".row")).isEmpty();
            assertThat(site.post("/sources/" + feed + "/remove", "").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void asking_now_starts_a_round_and_tells_how_far_it_is() {
        try (Site site = new Site()) {
            site.store.feed("https://a.example/feed", null);
            site.store.feed("https://b.example/feed", null);

            String location = site.post("/sources/poll", "")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();

            assertThat(site.page(location).select("#round").text()).startsWith("Asking 2 sources, 0 done.");
            assertThat(site.part(location).body()).contains("Asking 2 sources").doesNotContain("<html");
        }
    }

    @Test
    void what_the_page_says_about_the_last_action_cannot_be_made_up_in_a_link() {
        try (Site site = new Site()) {
            assertThat(site.page("/sources?added=Call+this+number&known=77").select("main [role=status]"))
                    .isEmpty();
        }
    }

    @Test
    void no_page_about_a_typed_address_shows_its_password() {
        try (Site site = new Site()) {
            site.store.check = url -> new AddressCheck.SeveralFeeds(
                    List.of(new Subscribed.Choice("https://a.example/all", "All", "application/atom+xml")));
            assertThat(site.post("/sources", "url=http%3A%2F%2Fu%3Ageheim%40a.example%2F")
                            .body())
                    .contains("http://a.example/")
                    .doesNotContain("geheim");

            site.store.check =
                    url -> new AddressCheck.FeedAt(url, new AddressCheck.Preview(null, "All of it.", 0, List.of()));
            assertThat(Jsoup.parse(site.post("/sources", "url=http%3A%2F%2Fu%3Ageheim%40a.example%2F&preview=true")
                                    .body())
                            .text())
                    .contains("http://a.example/")
                    .doesNotContain("geheim");

            Document refused = Jsoup.parse(site.post("/sources", "url=ftp%3A%2F%2Fu%3Ageheim%40a.example%2F")
                    .body());
            assertThat(refused.select("[role=alert]").text())
                    .contains("\"ftp://a.example/\" is not the address of a feed")
                    .doesNotContain("geheim");
        }
    }

    @Test
    void an_address_that_is_too_long_is_said_to_be_and_not_repeated_whole() {
        try (Site site = new Site()) {
            String alert = Jsoup.parse(site.post("/sources", "url=a.example%2F" + "x".repeat(70_000))
                            .body())
                    .select("[role=alert]")
                    .text();

            assertThat(alert)
                    .contains("x…\" is too long for the address of a feed")
                    .hasSizeLessThan(300);
        }
    }

    @Test
    void who_insists_on_a_feed_that_wants_a_pause_gets_it_and_not_the_page_that_named_it() {
        try (Site site = new Site()) {
            site.store.check = url -> url.endsWith("/feed")
                    ? new AddressCheck.NoFeed(ErrorKind.THROTTLED, ErrorKind.THROTTLED.sentence())
                    : new AddressCheck.FeedAt("https://a.example/feed");

            Document page = Jsoup.parse(site.post("/sources", "url=a.example").body());

            assertThat(page.select("[role=alert]").text()).contains(ErrorKind.THROTTLED.sentence());
            assertThat(page.select("#url").attr("value")).isEqualTo("https://a.example/feed");
            assertThat(page.select("button[name=without_check]")).hasSize(1);
        }
    }
}
