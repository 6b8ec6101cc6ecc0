package org.broadsheet.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.broadsheet.model.Scope;
import org.broadsheet.model.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarksTest {
    private static final Selection UNREAD = Selection.all(Scope.EVERYTHING).withState(Selection.State.UNREAD);
    private static final Selection STARRED = Selection.all(Scope.EVERYTHING).withState(Selection.State.STARRED);

    @Test
    void who_comes_back_from_an_article_finds_it_read() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            fill(visit, "One", "Two", "Three");
            visit.open("/");
            row(visit.page, "Two").locator(".title a").click();
            assertThat(visit.page.locator(".article h1")).hasText("Two");
            visit.page.locator(".article .acts [name=star]").click();
            visit.settle();

            visit.page.goBack();

            assertThat(row(visit.page, "Two")).hasClass(Pattern.compile("read starred|starred read"));
            assertThat(row(visit.page, "One")).not().hasClass(Pattern.compile("\\bread\\b"));
            assertThat(visit.complaints).isEmpty();
        }
    }

    @Test
    void two_tabs_do_not_send_at_once_what_one_of_them_marked() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            fill(visit, "One", "Two", "Three", "Four");
            List<String> sent = new ArrayList<>();
            visit.open("/");
            Page other = visit.page.context().newPage();
            other.navigate(visit.page.url());
            visit.page.context().route("**/marks", route -> {
                sent.add(route.request().postData());
                if (sent.size() == 1) {
                    press(other, "Two", "star");
                    press(visit.page, "Three", "star");
                }
                route.resume();
            });
            press(visit.page, "One", "star");
            visit.settle();
            other.evaluate("window.broadsheet.settled()");

            assertThat(sent).filteredOn(form -> form.endsWith("star=1")).hasSize(1);
            assertThat(visit.store.titles(STARRED)).containsExactly("Three", "Two", "One");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void a_mark_that_the_server_cannot_take_now_is_kept_for_the_next_page(int status) {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            fill(visit, "One", "Two");
            visit.open("/");
            visit.page.route("**/marks", route -> route.fulfill(new Route.FulfillOptions().setStatus(status)));
            press(visit.page, "One", "star");
            visit.settle();
            assertThat(visit.store.titles(STARRED)).isEmpty();

            visit.page.unroute("**/marks");
            visit.open("/sources");
            visit.settle();

            assertThat(visit.store.titles(STARRED)).containsExactly("One");
        }
    }

    @Test
    void a_mark_that_the_server_refuses_is_told_and_not_sent_for_ever() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            fill(visit, "One", "Two");
            visit.open("/");
            visit.page.route("**/marks", route -> route.fulfill(new Route.FulfillOptions().setStatus(403)));
            press(visit.page, "One", "star");
            assertThat(visit.page.locator("#told")).containsText("A mark could not be made.");
            assertThat(Axe.violations(visit.page)).isEmpty();

            visit.page.locator("#told a").click();
            assertThat(row(visit.page, "One").locator("[name=star]")).hasCount(1);
            assertThat(visit.page.evaluate("localStorage.getItem('broadsheet.marks')"))
                    .isNull();
        }
    }

    @Test
    void what_another_program_left_in_the_browser_hinders_no_mark() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            fill(visit, "One", "Two");
            visit.open("/");
            visit.page.evaluate("localStorage.setItem('broadsheet.marks', '{not ours')");
            visit.open("/");
            press(visit.page, "One", "read");
            visit.settle();

            assertThat(visit.store.titles(UNREAD)).containsExactly("Two");
            assertThat(visit.complaints).isEmpty();
        }
    }

    @Test
    void a_key_that_is_held_marks_once() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            fill(visit, "One", "Two");
            visit.open("/");
            visit.page.keyboard().press("j");
            for (int i = 0; i < 4; i++) {
                visit.page.keyboard().down("s");
            }
            visit.settle();

            assertThat(visit.store.titles(STARRED)).containsExactly("Two");
        }
    }

    @Test
    void behind_the_open_help_no_key_does_anything() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            fill(visit, "One", "Two");
            visit.open("/");
            visit.page.keyboard().press("j");
            visit.page.keyboard().press("?");
            visit.page.keyboard().press("s");
            visit.page.keyboard().press("?");
            visit.page.keyboard().press("m");
            visit.settle();

            assertThat(visit.store.titles(STARRED)).isEmpty();
            assertThat(visit.store.titles(UNREAD)).containsExactly("One");
        }
    }

    @Test
    void the_key_for_the_headline_before_leaves_no_page_that_has_none() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            fill(visit, "One");
            visit.open("/");
            visit.open("/settings");
            visit.page.keyboard().press("k");
            visit.page.keyboard().press("g");
            visit.page.keyboard().press("f");

            assertThat(visit.page.locator("main h1")).hasText("Sources");
            visit.page.goBack();
            assertThat(visit.page.locator("main h1")).hasText("Settings");
        }
    }

    @Test
    void a_swipe_from_the_edge_is_the_browsers_own() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            fill(visit, "One", "Two");
            visit.open("/");
            row(visit.page, "One").evaluate("""
                    row => {
                      const touch = x => new Touch({identifier: 1, target: row, clientX: x, clientY: 300});
                      row.dispatchEvent(new TouchEvent("touchstart", {bubbles: true, touches: [touch(4)]}));
                      row.dispatchEvent(new TouchEvent("touchend", {bubbles: true, changedTouches: [touch(200)]}));
                    }""");
            visit.settle();

            assertThat(visit.store.titles(UNREAD)).containsExactly("Two", "One");
        }
    }

    private static void fill(Visit visit, String... titles) {
        visit.store.entries(visit.store.feed("https://a.example/feed", "World"), titles);
    }

    private static void press(Page page, String title, String button) {
        row(page, title).locator("[name=" + button + "]").evaluate("button => button.click()");
    }

    private static Locator row(Page page, String title) {
        return page.locator(
                ".row",
                new Page.LocatorOptions().setHas(page.locator(".title", new Page.LocatorOptions().setHasText(title))));
    }
}
