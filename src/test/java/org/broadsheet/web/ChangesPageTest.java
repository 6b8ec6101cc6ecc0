package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.broadsheet.model.EntryId;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ChangesPageTest {
    private static final String THREE = "<p>Nobody was hurt.</p><p>The harbour is closed.</p><p>More on Monday.</p>";

    @Test
    void what_a_publisher_changed_is_marked_word_by_word() {
        try (Site site = new Site()) {
            EntryId entry = edited(site);

            Document page = site.page("/entries/" + entry + "/changes");

            assertThat(page.select(".was del").text()).isEqualTo("Ferry sinks");
            assertThat(page.select("h1").text()).isEqualTo("Ferry saved");
            assertThat(page.select(".text del").eachText()).containsExactly("closed.");
            assertThat(page.select(".text ins").eachText()).containsExactly("open.");
            assertThat(page.select(".gap").text()).isEqualTo("1 paragraph unchanged");
        }
    }

    @Test
    void each_change_that_is_kept_can_be_looked_at() {
        try (Site site = new Site()) {
            EntryId entry = edited(site);
            Document page = site.page("/entries/" + entry + "/changes");
            assertThat(page.select(".versions li")).hasSize(2);

            Document first = site.page(page.select(".versions li:last-child a").attr("href"));

            assertThat(first.select(".was")).isEmpty();
            assertThat(first.select(".text ins").text()).contains("The harbour is closed.");
        }
    }

    @Test
    void the_article_leads_to_its_changes_only_where_there_are_some() {
        try (Site site = new Site()) {
            EntryId entry = edited(site);
            site.store.entries(site.store.feed("https://b.example/feed", null), "Never touched");

            assertThat(site.page("/entries/" + entry).select(".credit a").attr("href"))
                    .isEqualTo("/entries/" + entry + "/changes");
            assertThat(site.page(site.entry("Never touched")).select(".credit a"))
                    .isEmpty();
            assertThat(site.get(site.entry("Never touched") + "/changes").statusCode())
                    .isEqualTo(404);
            assertThat(site.get("/entries/" + entry + "/changes?text=x").statusCode())
                    .isEqualTo(400);
        }
    }

    private static EntryId edited(Site site) {
        site.store.entries(site.store.feed("https://a.example/feed", null), "Ferry sinks");
        EntryId entry = site.headline("Ferry sinks").entry().id();
        site.store.clock.advance(Duration.ofHours(1));
        site.store.edit(entry, "Ferry sinks", THREE + "<p>By our reporter.</p>");
        site.store.clock.advance(Duration.ofHours(1));
        site.store.edit(entry, "Ferry saved", THREE.replace("closed", "open") + "<p>By our reporter.</p>");
        return entry;
    }
}
