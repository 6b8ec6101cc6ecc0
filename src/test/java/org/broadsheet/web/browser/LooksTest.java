package org.broadsheet.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.List;
import java.util.regex.Pattern;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.SubscriptionSettings;
import org.broadsheet.reading.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LooksTest {
    private static final String WORD = "Donaudampfschifffahrtsgesellschaftskapitaen".repeat(8);

    @ParameterizedTest
    @EnumSource(
            value = Screen.class,
            names = {"DESKTOP", "PHONE"})
    void no_name_is_too_long_for_a_page(Screen screen) {
        try (Visit visit = Visit.on(screen)) {
            FeedId feed = visit.store.feed("https://a.example/feed", WORD.substring(0, 100));
            FolderPath folder = new FolderPath(List.of(WORD.substring(0, 100)));
            visit.store.subscribing.settle(
                    visit.store.account, feed, new SubscriptionSettings(WORD.substring(0, 200), folder, null));
            visit.store.entries(feed, WORD, "A " + "very ".repeat(100) + "long headline", "\u0645\u0631 " + WORD);
            List<String> pages = List.of(
                    "/",
                    "/feeds/" + feed,
                    "/sources",
                    "/sources/" + feed,
                    "/statistics",
                    "/entries/" + visit.store.all().get(0).entry().id());
            for (String path : pages) {
                visit.open(path);
                assertThat(visit.page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                        .as(path)
                        .isEqualTo(0);
            }
        }
    }

    @Test
    void a_headline_without_end_takes_a_few_lines_only() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.store.entries(
                    visit.store.feed("https://a.example/feed", null), "A " + "very ".repeat(100) + "long headline");
            visit.open("/unread");

            assertThat(visit.page.locator(".title").boundingBox().height).isLessThan(160);
        }
    }

    @Test
    void a_picture_that_cannot_be_had_leaves_no_frame() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            visit.page
                    .context()
                    .route(
                            Pattern.compile("^https:.*"),
                            route -> route.fulfill(new Route.FulfillOptions().setStatus(404)));
            FeedId feed = visit.store.feed("https://a.example/feed", null);
            visit.store.put(feed, TestStore.entryWith("One", "https://pictures.example/1.jpg", List.of()));
            visit.store.put(feed, TestStore.entryWith("Two", "https://pictures.example/2.jpg", List.of()));
            visit.open("/");

            assertThat(visit.page.locator(".picture")).hasCount(2);
            assertThat(visit.page.locator(".picture:visible")).hasCount(0);
        }
    }

    @Test
    void a_thousand_folders_leave_the_page_to_the_headlines() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            for (int i = 0; i < 60; i++) {
                visit.store.feed("https://a.example/" + i, "Folder of many headlines " + (100 + i));
            }
            visit.open("/folders/folder-of-many-headlines-150");

            assertThat(visit.page.locator(".tabs a")).hasCount(24 + 6);
            assertThat(visit.page.locator(".tabs [aria-current]")).hasText("Folder of many headlines 150");
            assertThat((Boolean)
                            visit.page.locator(".tabs ul").evaluate("tabs => tabs.scrollWidth <= tabs.clientWidth"))
                    .as("a mouse reaches all of them")
                    .isTrue();
            visit.page.locator(".tabs a[href='/sources#folders']").click();
            assertThat(visit.page.locator("#folders a[href='/folders/folder-of-many-headlines-159']"))
                    .isVisible();
        }
    }
}
