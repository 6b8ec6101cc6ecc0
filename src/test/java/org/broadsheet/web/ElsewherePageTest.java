package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ElsewherePageTest {
    @Test
    void each_stream_leads_to_its_feeds_with_whole_addresses() {
        try (Site site = new Site()) {
            site.store.entries(site.store.feed("https://a.example/feed", "World"), "one");

            String href = site.page("/folders/world").select(".elsewhere a").attr("href");
            Document page = site.page(href);

            assertThat(page.select("main h1").text()).isEqualTo("World");
            assertThat(page.select(".addresses a").eachAttr("href"))
                    .containsExactly(
                            site.address("/folders/world/feed.atom").toString(),
                            site.address("/folders/world/feed.rss").toString(),
                            site.address("/folders/world/feed.json").toString());
            assertThat(page.select(".addresses code").eachText()).containsExactly("https://hub.example/");
        }
    }

    @Test
    void what_only_marks_make_a_stream_has_private_addresses_only() {
        try (Site site = new Site()) {
            assertThat(site.page("/elsewhere?page=/starred").select(".addresses"))
                    .isEmpty();
            assertThat(site.page("/elsewhere?page=/starred").select("form.add")).hasSize(1);
        }
    }

    @Test
    void a_private_address_is_shown_once_and_can_be_revoked() {
        try (Site site = new Site()) {
            HttpResponse<String> made = site.post("/elsewhere", "page=/starred&note=my+phone");

            assertThat(made.statusCode()).isEqualTo(201);
            assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
            String address = Jsoup.parse(made.body())
                    .select(".addresses code")
                    .eachText()
                    .get(0);
            String token = address.replaceAll(".*/private/|/feed.atom", "");
            assertThat(site.store.privateAddresses.find(token))
                    .hasValueSatisfying(kept -> assertThat(kept.stream()).isEqualTo("starred"));
            Document page = site.page("/elsewhere?page=/starred");
            assertThat(page.text()).contains("Starred, my phone").doesNotContain(token);

            String revoke = page.select(".kept form").attr("action");
            assertThat(site.post(revoke, "page=/starred").statusCode()).isEqualTo(303);

            assertThat(site.store.privateAddresses.find(token)).isEmpty();
            assertThat(site.post(revoke, "page=/starred").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void a_page_that_there_is_not_has_no_addresses() {
        try (Site site = new Site()) {
            assertThat(site.get("/elsewhere?page=/folders/none").statusCode()).isEqualTo(404);
            assertThat(site.post("/elsewhere", "page=/labels/none&note=").statusCode())
                    .isEqualTo(404);
        }
    }
}
