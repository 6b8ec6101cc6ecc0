package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class EntryPageTest {

    @Test
    void an_article_stands_above_the_other_headlines_of_its_folder() {
        try (Site site = new Site()) {
            site.store.entries(site.store.feed("https://a.example/feed", "World"), "First", "Second");
            site.store.entries(site.store.feed("https://b.example/feed", "World"), "Third");
            site.store.entries(site.store.feed("https://c.example/feed", "Science"), "Elsewhere");

            Document page = site.page(site.entry("Second"));

            assertThat(page.title()).isEqualTo("Second");
            assertThat(page.select(".article h1").text()).isEqualTo("Second");
            assertThat(page.select(".article .text p").text()).isEqualTo("The story of Second, told in full.");
            assertThat(page.select(".standfirst"))
                    .as("the text begins with the same words")
                    .isEmpty();
            assertThat(page.select(".credit").text()).isEqualTo("By Ann Author");
            assertThat(page.select(".original a").attr("href")).isEqualTo("https://news.example/Second");
            assertThat(page.select(".more .title").eachText()).containsExactlyInAnyOrder("First", "Third");
            assertThat(page.select(".more h2 a").attr("href")).isEqualTo("/folders/world");
        }
    }

    @Test
    void a_player_is_a_link_where_it_stands_and_loads_nothing() {
        try (Site site = new Site()) {
            site.store.entries(site.store.feed("https://a.example/feed", null), "Talk");
            site.store.edit(
                    site.headline("Talk").entry().id(),
                    "Talk",
                    "<p>See:</p><iframe src=\"https://www.youtube-nocookie.com/embed/x\" title=\"The talk\"></iframe>");

            Document page = site.page(site.entry("Talk"));

            assertThat(page.select("iframe")).isEmpty();
            assertThat(page.select(".text p + a.player").attr("href")).isEqualTo("https://www.youtube.com/watch?v=x");
        }
    }

    @Test
    void looking_at_an_article_changes_nothing() {
        try (Site site = new Site()) {
            site.store.entries(site.store.feed("https://a.example/feed", null), "Looked at");

            site.get(site.entry("Looked at"));

            assertThat(site.headline("Looked at").read()).isFalse();
        }
    }

    @Test
    void its_buttons_mark_and_star_it_and_take_both_back() {
        try (Site site = new Site()) {
            site.store.entries(site.store.feed("https://a.example/feed", null), "Marked");
            String path = site.entry("Marked");

            String id = path.substring("/entries/".length());

            HttpResponse<String> answer = site.post("/marks", "stream=" + path + "&read=" + id);
            site.post("/marks", "stream=" + path + "&star=" + id);

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).hasValue(path);
            assertThat(site.headline("Marked").read()).isTrue();
            assertThat(site.headline("Marked").starred()).isTrue();
            Document page = site.page(path);
            assertThat(page.select("button[name=unread], button[name=unstar]").eachAttr("value"))
                    .containsExactly(id, id);
            site.post("/marks", "stream=" + path + "&unread=" + id + "&unstar=" + id);
            assertThat(site.headline("Marked").read()).isFalse();
            assertThat(site.headline("Marked").starred()).isFalse();
        }
    }

    @Test
    void a_mark_of_nothing_that_there_is_is_refused() {
        try (Site site = new Site()) {
            assertThat(site.post("/marks", "stream=/&read=maybe").statusCode()).isEqualTo(400);
            assertThat(site.post("/marks", "stream=/&up_to=1").statusCode()).isEqualTo(400);
            assertThat(site.post("/marks", "stream=//evil.example&all=true&up_to=1")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(site.post("/marks", "stream=/&read=77").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void one_of_two_that_say_the_same_can_be_shown_separately_and_folded_again() {
        try (Site site = new Site()) {
            site.store.entries(site.store.feed("https://a.example/feed", null), "Shared");
            site.store.entries(site.store.feed("https://b.example/feed", null), "Shared");
            String path = site.entry("Shared");
            Document page = site.page(path);
            String action = page.select(".sightings form").attr("action");
            String from = page.select(".sightings input[name=from]").attr("value");
            assertThat(page.select(".sightings li").text()).startsWith("Also in");

            HttpResponse<String> answer = site.post(action, "from=" + from + "&apart=true");

            assertThat(answer.headers().firstValue("Location")).hasValue(path);
            assertThat(site.store.all()).hasSize(2);
            page = site.page(path);
            assertThat(page.select(".sightings li").text()).startsWith("Shown separately from");
            site.post(page.select(".sightings form").attr("action"), "from=" + from + "&apart=false");
            assertThat(site.store.all()).hasSize(1);
            assertThat(site.post("/entries/77/apart", "from=1&apart=true").statusCode())
                    .isEqualTo(404);
        }
    }
}
