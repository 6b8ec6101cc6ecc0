package org.broadsheet.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.broadsheet.model.FeedId;
import org.junit.jupiter.api.Test;

class FrontPageTest {
    @Test
    void new_headlines_are_announced_and_wait_to_be_pressed() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            FeedId feed = visit.store.feed("https://a.example/feed", null);
            visit.store.entries(feed, "Old");
            visit.open("/");
            visit.store.entries(feed, "New");

            Locator pill = visit.page.locator(".pill");
            assertThat(pill).hasText("1 new headline");
            assertThat(visit.titles()).containsExactly("Old");
            pill.click();

            assertThat(visit.page.locator(".row[id] .title")).hasText(new String[] {"New", "Old"});
            assertThat(visit.complaints).isEmpty();
        }
    }

    @Test
    void that_there_is_nothing_new_is_heard_without_a_complaint() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            visit.store.entries(visit.store.feed("https://a.example/feed", null), "Old");
            visit.open("/");
            visit.page.waitForResponse(response -> response.url().contains("since="), () -> {});
            visit.until("!document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')");

            assertThat(visit.page.locator(".pill")).hasCount(0);
            assertThat(visit.complaints).isEmpty();
        }
    }

    @Test
    void older_headlines_come_as_the_page_is_scrolled() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            FeedId feed = visit.store.feed("https://a.example/feed", null);
            String[] titles = new String[70];
            for (int i = 0; i < titles.length; i++) {
                titles[i] = "Headline " + i;
            }
            visit.store.entries(feed, titles);
            visit.open("/");
            assertThat(visit.page.locator(".row[id]")).hasCount(50);

            visit.page.locator(".older").scrollIntoViewIfNeeded();

            assertThat(visit.page.locator(".row[id]")).hasCount(70);
            assertThat(visit.complaints).isEmpty();
        }
    }

    @Test
    void layout_and_colours_are_kept_for_the_person() {
        try (Visit visit = Visit.withoutScripts(Screen.DESKTOP)) {
            visit.store.entries(visit.store.feed("https://a.example/feed", null), "One", "Two", "Three");
            visit.open("/settings");
            visit.page.getByLabel("Cards").check();
            visit.page.getByLabel("Dark").check();
            visit.page.locator("text=Keep").click();
            visit.open("/");

            Object paper = visit.page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor");
            assertThat(paper).isEqualTo("rgb(22, 21, 19)");
            assertThat(visit.page.locator(".stream").evaluate("stream => getComputedStyle(stream).display"))
                    .isEqualTo("grid");
        }
    }
}
