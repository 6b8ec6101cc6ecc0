package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.reading.TestStore.NOON;
import static org.broadsheet.reading.TestStore.entry;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.model.FeedId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class StreamPageTest {

    @Test
    void the_front_page_leads_with_the_newest_picture_and_puts_the_others_under_their_days() {
        try (Site site = new Site()) {
            FeedId feed = site.store.feed("https://news.example/feed", null);
            site.store.put(
                    feed,
                    entry("Newest", NOON.minus(Duration.ofMinutes(5))),
                    entry("Pictured", NOON.minus(Duration.ofHours(1)), "https://a.example/", "https://a.example/p.jpg"),
                    entry("Of yesterday", NOON.minus(Duration.ofHours(20))),
                    entry("Of Sunday", NOON.minus(Duration.ofDays(3))));

            Document page = site.page("/");

            assertThat(page.select(".lead .title").text()).isEqualTo("Pictured");
            assertThat(page.select(".lead img").attr("src")).isEqualTo("https://a.example/p.jpg");
            assertThat(page.select(".stream .day, .stream .title").eachText())
                    .containsExactly(
                            "Today", "Newest", "Yesterday", "Of yesterday", "Sunday, 22 November", "Of Sunday");
            assertThat(page.select(".dateline").text()).isEqualTo("Wednesday, 25 November · 4 unread from 1 source");
        }
    }

    @Test
    void following_the_older_links_shows_every_headline_once() {
        try (Site site = new Site()) {
            fill(site, 95);

            List<String> shown = new ArrayList<>();
            String path = "/";
            for (int pages = 0; !path.isEmpty() && pages < 10; pages++) {
                Document page = site.page(path);
                shown.addAll(page.select(".row .title").eachText());
                path = page.select(".older a").attr("href");
            }

            assertThat(shown).containsExactlyElementsOf(titles(95));
        }
    }

    @Test
    void htmx_gets_the_older_headlines_alone_and_no_day_twice() {
        try (Site site = new Site()) {
            fill(site, 95);
            Document first = site.page("/");
            Element link = first.select(".older a").get(0);

            HttpResponse<String> part = site.part(link.attr("hx-get"));

            assertThat(link.attr("href")).isEqualTo(link.attr("hx-get"));
            assertThat(part.body()).doesNotContain("<html", "masthead");
            assertThat(part.headers().allValues("Vary")).contains("HX-Request");
            Document rows = Jsoup.parse(part.body());
            assertThat(rows.select(".row .title").eachText())
                    .containsExactlyElementsOf(titles(95).subList(50, 95));
            assertThat(first.select(".day").eachText())
                    .doesNotContainAnyElementsOf(rows.select(".day").eachText());
        }
    }

    @Test
    void htmx_gets_the_whole_page_when_it_restores_its_history() {
        try (Site site = new Site()) {
            site.store.feed("https://news.example/feed", null);

            HttpResponse<String> answer = site.send(HttpRequest.newBuilder(site.address("/"))
                    .header("HX-Request", "true")
                    .header("HX-History-Restore-Request", "true"));

            assertThat(answer.body()).contains("<!doctype html>");
        }
    }

    @Test
    void a_folder_shows_what_lies_in_it_and_in_the_folders_inside_it() {
        try (Site site = new Site()) {
            site.store.entries(site.store.feed("https://a.example/feed", "World"), "Of the world");
            site.store.entries(site.store.feed("https://b.example/feed", "World/Europe"), "Of Europe");
            site.store.entries(site.store.feed("https://c.example/feed", "Science"), "Of science");

            Document world = site.page("/folders/world");
            String inner = world.select(".heading a").attr("href");

            assertThat(world.select(".row .title").eachText()).containsExactlyInAnyOrder("Of the world", "Of Europe");
            assertThat(world.select(".tabs [aria-current]").text()).startsWith("World 2");
            assertThat(site.page(inner).select(".row .title").eachText()).containsExactly("Of Europe");
            assertThat(site.page(inner).select(".tabs [aria-current]").text()).startsWith("World");
        }
    }

    @Test
    void a_feed_has_its_own_page_that_tells_how_it_fares() {
        try (Site site = new Site()) {
            FeedId feed = site.store.feed("https://a.example/feed", null);
            site.store.entries(feed, "One");
            site.store.entries(site.store.feed("https://b.example/feed", null), "Another");

            Document page = site.page("/feeds/" + feed);

            assertThat(page.select(".row .title").eachText()).containsExactly("One");
            assertThat(page.select(".about .state").text()).isEqualTo("Not asked yet.");
            assertThat(page.select("link[rel=alternate]").eachAttr("href"))
                    .containsExactly(
                            "/feeds/" + feed + "/feed.atom",
                            "/feeds/" + feed + "/feed.rss",
                            "/feeds/" + feed + "/feed.json");
        }
    }

    @Test
    void what_was_read_is_off_the_unread_page_and_what_is_starred_on_the_starred_one() {
        try (Site site = new Site()) {
            site.store.entries(site.store.feed("https://a.example/feed", null), "Read", "Starred", "Left");
            site.post("/marks", "stream=/&read=" + site.id("Read"));
            site.post("/marks", "stream=/&star=" + site.id("Starred"));

            assertThat(site.page("/unread").select(".row .title").eachText()).containsExactly("Left", "Starred");
            assertThat(site.page("/starred").select(".row .title").eachText()).containsExactly("Starred");
            assertThat(site.page("/").select(".row.read .title").eachText()).containsExactly("Read");
        }
    }

    @Test
    void marking_all_as_read_leaves_alone_what_came_after_the_page_was_made() {
        try (Site site = new Site()) {
            FeedId feed = site.store.feed("https://a.example/feed", "World");
            site.store.entries(feed, "Seen");
            Element form = site.page("/folders/world").select("#marks").get(0);
            site.store.entries(feed, "Unseen");

            HttpResponse<String> answer = site.post(
                    form.attr("action"),
                    "all=true&stream=/folders/world&up_to="
                            + form.select("[name=up_to]").attr("value"));

            assertThat(answer.statusCode()).isEqualTo(303);
            String page = answer.headers().firstValue("Location").orElseThrow();
            assertThat(page).startsWith("/folders/world?marked=");
            assertThat(site.page("/unread").select(".row .title").eachText()).containsExactly("Unseen");
            Element undo = site.page(page).select(".marked").get(0);
            assertThat(undo.text()).isEqualTo("1 headline marked as read. Undo");
            site.post(undo.select("form").attr("action"), "stream=/folders/world");
            assertThat(site.page("/unread").select(".row .title").eachText()).containsExactly("Unseen", "Seen");
        }
    }

    @Test
    void what_is_unread_can_be_looked_at_in_each_stream_and_from_its_oldest_on() {
        try (Site site = new Site()) {
            site.store.entries(site.store.feed("https://a.example/feed", "World"), "Old", "Middle", "New");
            site.post("/marks", "stream=/&read=" + site.id("Middle"));

            Document page = site.page("/folders/world?state=unread&order=oldest");

            assertThat(page.select(".row .title").eachText()).containsExactly("Old", "New");
            assertThat(page.select(".choices [aria-current]").eachText()).containsExactly("Unread", "Oldest first");
            assertThat(page.select("[name=stream]").attr("value"))
                    .isEqualTo("/folders/world?state=unread&order=oldest");
            assertThat(site.get("/?state=odd").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void a_folder_of_another_script_has_a_page_and_so_has_one_with_a_slash_behind_it() {
        try (Site site = new Site()) {
            site.store.feed("https://a.example/feed", "Новости/Äpfel & Co");
            List<String> folders = site.page("/folders/"
                            + site.store
                                    .subscribing
                                    .folders(site.store.account)
                                    .get(0)
                                    .folder()
                                    .slug())
                    .select(".heading p a")
                    .eachAttr("href");

            assertThat(folders).hasSize(1);
            assertThat(site.page(folders.get(0)).select("h1").text()).isEqualTo("Äpfel & Co");
            assertThat(site.get(folders.get(0) + "/").statusCode()).isEqualTo(200);
            assertThat(site.get("/unread/").statusCode()).isEqualTo(200);
            HttpResponse<String> marked = site.post("/marks", "all=true&up_to=1&stream=" + folders.get(0));
            assertThat(site.get(marked.headers().firstValue("Location").orElseThrow())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void paging_from_the_oldest_on_shows_every_unread_headline_once() {
        try (Site site = new Site()) {
            fill(site, 95);
            List<String> shown = new ArrayList<>();
            String path = "/unread?order=oldest";
            for (int pages = 0; !path.isEmpty() && pages < 10; pages++) {
                Document page = site.page(path);
                shown.addAll(page.select(".row .title").eachText());
                path = page.select(".older a").attr("href");
            }
            List<String> oldestFirst = new ArrayList<>(titles(95));
            Collections.reverse(oldestFirst);
            assertThat(shown).containsExactlyElementsOf(oldestFirst);
        }
    }

    @Test
    void the_pill_counts_what_arrived_in_this_stream_since_the_page_was_made() {
        try (Site site = new Site()) {
            FeedId here = site.store.feed("https://a.example/feed", "World");
            FeedId elsewhere = site.store.feed("https://b.example/feed", "Science");
            site.store.entries(here, "Old");
            Element live = site.page("/folders/world").select("#live").get(0);
            String question = live.attr("data-page") + "?since=" + live.attr("data-change");
            String before = site.part(question).body();
            site.store.entries(elsewhere, "Not counted");
            site.store.entries(here, "New", "Newer");

            Document pill = Jsoup.parse(site.part(question).body());

            assertThat(before).isBlank();
            assertThat(pill.select("a.pill[href=/folders/world]").text()).isEqualTo("2 new headlines");
        }
    }

    @Test
    void a_hostile_title_is_printed_as_text_and_a_hostile_address_not_at_all() {
        String title = "</a><script>alert(1)</script> & \"quotes\" ' <img src=x onerror=alert(1)>";
        try (Site site = new Site()) {
            FeedId feed = site.store.feed("https://a.example/feed", null);
            site.store.put(feed, entry(title, NOON, "javascript:alert(1)", "javascript:alert(2)"));

            for (String path : List.of("/", "/feeds/" + feed, "/unread", site.entry(title))) {
                Document page = site.page(path);
                assertThat(page.select("h1, h2, h3").eachText()).contains(title);
                assertThat(page.select("script:not([src]), [onerror], main img"))
                        .isEmpty();
                assertThat(page.select("[href^=javascript], [src^=javascript]")).isEmpty();
            }
        }
    }

    @Test
    void an_address_that_names_nothing_gets_a_page_that_says_so() {
        try (Site site = new Site()) {
            for (String path : List.of("/folders/none", "/feeds/77", "/feeds/x", "/entries/77", "/entries/x")) {
                HttpResponse<String> answer = site.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(404);
                assertThat(Jsoup.parse(answer.body()).select("main h1").text()).isEqualTo("Nothing here");
            }
            assertThat(site.get("/?after=yesterday").statusCode()).isEqualTo(400);
            assertThat(site.post("/marks", "stream=/&all=true&up_to=all").statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void who_follows_nothing_is_asked_for_an_address() {
        try (Site site = new Site()) {
            Document page = site.page("/");

            assertThat(page.select(".empty h2").text()).isEqualTo("Nothing subscribed yet");
            assertThat(page.select("form[action=/sources] input[name=url]")).hasSize(1);
        }
    }

    private static void fill(Site site, int count) {
        FeedId feed = site.store.feed("https://news.example/feed", null);
        site.store.entries(
                feed, IntStream.range(0, count).mapToObj(n -> "Headline " + n).toArray(String[]::new));
    }

    /** Newest first. */
    private static List<String> titles(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> "Headline " + (count - 1 - n))
                .toList();
    }
}
