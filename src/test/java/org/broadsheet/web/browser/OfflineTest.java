package org.broadsheet.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class OfflineTest {
    @Test
    void what_was_opened_and_what_is_unread_can_be_read_when_the_server_is_out_of_reach() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.store.entries(visit.store.feed("https://a.example/feed", null), "One", "Two", "Three");
            visit.open("/");
            visit.until("localStorage.getItem('broadsheet.stocked') !== null");
            visit.stopServer();

            visit.open("/unread");
            assertThat(visit.titles()).containsExactly("Three", "Two", "One");
            visit.page
                    .locator(".row .title a", new Page.LocatorOptions().setHasText("Two"))
                    .click();
            assertThat(visit.page.locator(".article .text")).containsText("The story of Two, told in full.");

            visit.open("/sources");
            assertThat(visit.page.locator("main h1")).hasText("No network");
        }
    }

    @Test
    void pages_that_are_not_to_be_kept_are_not_and_those_of_an_older_version_look_like_this_one() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            visit.store.entries(visit.store.feed("https://a.example/feed", null), "One", "Two");
            visit.open("/");
            visit.until("localStorage.getItem('broadsheet.stocked') !== null");
            visit.open("/elsewhere?page=/");
            visit.open("/?marked=1&count=2");
            assertThat((String) visit.page.evaluate(
                            "async () => (await (await caches.open('pages')).keys()).map(page => page.url).join(' ')"))
                    .doesNotContain("elsewhere", "marked")
                    .contains("/unread");

            visit.page.evaluate("""
                    async () => {
                      const pages = await caches.open("pages");
                      const text = await (await pages.match("/unread", {ignoreVary: true})).text();
                      const older = text.replace(/assets\\/[0-9a-f]+/g, "assets/0123");
                      const address = new URL("/older", location.href).href;
                      await pages.put(address, new Response(older, {headers: {"Content-Type": "text/html"}}));
                    }""");
            visit.stopServer();
            visit.open("/older");
            assertThat(visit.page.locator("body")).hasCSS("background-color", "rgb(251, 250, 247)");
            assertThat(visit.titles()).containsExactly("Two", "One");
        }
    }

    @Test
    void the_pages_can_be_installed() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.open("/");
            Object manifest = visit.page.evaluate(
                    "async () => (await (await fetch(document.querySelector('[rel=manifest]').href)).json()).start_url");
            assertThat(manifest).isEqualTo("/");
            Object icons = visit.page.evaluate("""
                    async () => {
                      const manifest = await (await fetch(document.querySelector('[rel=manifest]').href)).json();
                      const sizes = [];
                      for (const icon of manifest.icons) {
                        const image = new Image();
                        image.src = icon.src;
                        await image.decode();
                        if (icon.type === "image/png") sizes.push(image.naturalWidth + "x" + image.naturalHeight);
                      }
                      return sizes.join(" ");
                    }""");
            assertThat(icons).isEqualTo("192x192 512x512");
            assertThat(visit.complaints).isEmpty();
        }
    }
}
