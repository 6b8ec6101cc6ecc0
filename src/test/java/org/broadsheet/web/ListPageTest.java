package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.reading.FollowedList;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListPageTest {
    @TempDir
    private Path dir;

    @Test
    void a_changed_file_is_announced_shown_and_done_as_it_says() throws IOException {
        try (Site site = following()) {
            assertThat(site.page("/sources").select("main .notice a").attr("href"))
                    .isEqualTo("/sources/list");
            Document page = site.page("/sources/list");
            assertThat(page.select(".group .day").eachText()).containsExactly("One to add");
            assertThat(page.select(".troubles li").text()).contains("Fresh", "https://fresh.example/feed", "News");

            assertThat(decide(site, page, "apply")).isEqualTo(303);

            assertThat(site.store.subscribing.feeds(site.store.account))
                    .extracting(FeedSummary::title)
                    .containsExactly("Fresh");
            assertThat(site.page("/sources/list?done=1")
                            .select("main p.notice[role=status]:not([hidden])")
                            .text())
                    .isEqualTo("Done.");
        }
    }

    @Test
    void a_changed_file_can_be_left() throws IOException {
        try (Site site = following()) {
            assertThat(decide(site, site.page("/sources/list"), "leave")).isEqualTo(303);

            assertThat(site.store.subscribing.feeds(site.store.account)).isEmpty();
            assertThat(site.page("/sources/list").select("form.decide")).isEmpty();
        }
    }

    @Test
    void what_was_seen_is_what_is_confirmed() throws IOException {
        try (Site site = following()) {
            Document seen = site.page("/sources/list");
            site.store.feed("https://later.example/feed", null);

            assertThat(decide(site, seen, "apply")).isEqualTo(409);
            assertThat(decide(site, seen, "explode")).isEqualTo(400);
        }
    }

    @Test
    void without_a_followed_file_there_is_no_page_of_it() {
        try (Site site = new Site()) {
            assertThat(site.get("/sources/list").statusCode()).isEqualTo(404);
        }
    }

    private Site following() throws IOException {
        Path file = dir.resolve("feeds.opml");
        Files.writeString(file, """
                <opml version="2.0"><body><outline text="News">
                <outline text="Fresh" xmlUrl="https://fresh.example/feed"/></outline></body></opml>""");
        return new Site(store -> {
            FollowedList list = store.follow(file, FollowedList.Mode.ASK);
            list.look();
            list.look();
            return store.roomFollowing(list);
        });
    }

    private static int decide(Site site, Document page, String act) {
        String plan = page.select("form.decide input[name=plan]").val();
        return site.post("/sources/list", "act=" + act + "&plan=" + URLEncoder.encode(plan, StandardCharsets.UTF_8))
                .statusCode();
    }
}
