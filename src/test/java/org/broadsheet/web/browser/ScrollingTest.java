package org.broadsheet.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.broadsheet.model.Preferences;
import org.broadsheet.model.Preferences.Density;
import org.broadsheet.model.Preferences.Layout;
import org.broadsheet.model.Preferences.Theme;
import org.broadsheet.model.Scope;
import org.broadsheet.model.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScrollingTest {
    private static final Selection UNREAD = Selection.all(Scope.EVERYTHING).withState(Selection.State.UNREAD);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void all_that_one_page_marked_by_scrolling_is_taken_back_at_once(boolean byKey) {
        try (Visit visit = scrolled(Screen.DESKTOP)) {
            scrollOn(visit);
            assertThat(visit.store.titles(UNREAD)).hasSizeLessThan(30);
            assertThat(Axe.violations(visit.page)).isEmpty();

            if (byKey) {
                visit.page.keyboard().press("z");
            } else {
                visit.page.locator("#told button").first().click();
            }
            assertThat(visit.page.locator("#told")).containsText("They are unread again.");
            visit.settle();

            assertThat(visit.store.titles(UNREAD)).hasSize(30);
            assertThat(visit.page.locator(".row.read")).hasCount(0);
            assertThat(visit.complaints).isEmpty();
        }
    }

    @Test
    void what_was_taken_back_is_not_marked_by_the_same_scrolling_again() {
        try (Visit visit = scrolled(Screen.DESKTOP)) {
            visit.page.keyboard().press("z");
            visit.settle();
            visit.page.evaluate("window.scrollTo(0, 0)");
            scrollOn(visit);

            assertThat(visit.store.titles(UNREAD)).contains("Headline 29", "Headline 28");
        }
    }

    @Test
    void what_was_marked_by_hand_in_between_is_left_as_it_is() {
        try (Visit visit = scrolled(Screen.DESKTOP)) {
            visit.page.locator(".row.read [name=unread]").first().evaluate("button => button.click()");
            visit.page.locator(".row [name=read]").first().evaluate("button => button.click()");
            visit.page.keyboard().press("z");
            visit.settle();

            assertThat(visit.store.titles(UNREAD)).hasSize(29).doesNotContain("Headline 29");
        }
    }

    @Test
    void who_comes_back_to_the_page_can_still_take_it_back() {
        try (Visit visit = scrolled(Screen.PHONE)) {
            visit.open("/settings");
            assertThat(visit.page.locator("#told")).isEmpty();
            visit.page.goBack();
            assertThat(visit.page.locator("#undo-scrolled")).isVisible();
            visit.page.keyboard().press("z");
            visit.settle();

            assertThat(visit.store.titles(UNREAD)).hasSize(30);
        }
    }

    /** A page of thirty headlines, some of them scrolled past. */
    private static Visit scrolled(Screen screen) {
        Visit visit = Visit.on(screen);
        visit.store.accounts.prefer(
                visit.store.account,
                new Preferences(Layout.LIST, Density.COMFORTABLE, Theme.AUTO, "", true, true, true, Map.of()));
        visit.store.entries(
                visit.store.feed("https://a.example/feed", null),
                IntStream.range(0, 30).mapToObj(i -> "Headline " + i).toArray(String[]::new));
        visit.open("/");
        visit.page.evaluate("window.scrollTo(0, 700)");
        assertThat(visit.page.locator("#undo-scrolled")).isVisible();
        visit.settle();
        return visit;
    }

    private static void scrollOn(Visit visit) {
        int read = visit.page.locator(".row.read").count();
        visit.page.evaluate("window.scrollTo(0, 1600)");
        visit.until("document.querySelectorAll('.row.read').length > " + read);
        visit.settle();
    }
}
