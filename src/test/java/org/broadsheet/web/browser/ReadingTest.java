package org.broadsheet.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.broadsheet.model.Enclosure;
import org.broadsheet.model.Preferences;
import org.broadsheet.model.Preferences.Density;
import org.broadsheet.model.Preferences.Layout;
import org.broadsheet.model.Preferences.Theme;
import org.broadsheet.model.Scope;
import org.broadsheet.model.Selection;
import org.broadsheet.reading.TestStore;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final Selection UNREAD = Selection.all(Scope.EVERYTHING).withState(Selection.State.UNREAD);

    @Test
    void a_headline_is_marked_and_starred_where_it_stands() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            fill(visit, "One", "Two", "Three");
            visit.open("/");
            Locator row = row(visit, "Two");
            row.hover();

            row.getByText("Mark as read", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(row).hasClass(Pattern.compile("read"));
            visit.settle();
            assertThat(visit.store.titles(UNREAD)).containsExactly("Three", "One");

            row.locator("[name=star]").click();
            visit.settle();
            visit.open("/starred");
            assertThat(visit.titles()).containsExactly("Two");
            assertThat(visit.complaints).isEmpty();
        }
    }

    @Test
    void without_scripts_the_same_buttons_do_the_same() {
        try (Visit visit = Visit.withoutScripts(Screen.PHONE)) {
            fill(visit, "One", "Two", "Three");
            visit.open("/unread");

            row(visit, "Two").locator("[name=read]").click();
            assertThat(visit.titles()).containsExactly("Three", "One");
            row(visit, "Three").locator(".menu > summary").click();
            row(visit, "Three").locator("[name=below]").click();

            assertThat(visit.page.locator(".marked")).containsText("2 headlines marked as read.");
            assertThat(visit.store.titles(UNREAD)).isEmpty();
            visit.page.locator("#undo").click();
            assertThat(visit.page.locator(".marked")).containsText("They are unread again.");
            assertThat(visit.titles()).containsExactly("Three", "One");
        }
    }

    @Test
    void all_is_marked_with_two_keys_and_taken_back_with_one() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            fill(visit, "One", "Two");
            visit.open("/");

            visit.page.keyboard().press("Shift+A");
            assertThat(visit.page.locator(".marked")).containsText("2 headlines marked as read.");
            visit.page.keyboard().press("z");
            assertThat(visit.page.locator(".marked")).containsText("They are unread again.");
            assertThat(visit.store.titles(UNREAD)).containsExactly("Two", "One");
        }
    }

    @Test
    void keys_go_through_the_headlines_and_into_an_article() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            fill(visit, "One", "Two", "Three");
            visit.open("/");

            press(visit, "j", "j", "m", "s");
            visit.settle();
            assertThat(visit.store.titles(UNREAD)).containsExactly("Three", "One");
            press(visit, "n");
            assertThat(visit.page.locator(":focus")).hasText("One");
            press(visit, "k", "k", "o");
            assertThat(visit.page.locator(".article h1")).hasText("Three");
            visit.settle();
            assertThat(visit.store.titles(UNREAD)).containsExactly("One");
            press(visit, "n");
            assertThat(visit.page.locator(".article h1")).hasText("One");
            press(visit, "g", "s");
            assertThat(visit.page.locator(".row .title")).hasText("Two");
            press(visit, "?");
            assertThat(visit.page.locator("#keys")).isVisible();
            assertThat(visit.complaints).isEmpty();
        }
    }

    @Test
    void on_a_board_with_other_letters_the_place_of_the_key_counts() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            fill(visit, "One", "Two");
            visit.open("/");

            visit.page.evaluate(
                    "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'о', code: 'KeyJ', bubbles: true}))");

            assertThat(visit.page.locator(":focus")).hasText("Two");
        }
    }

    @Test
    void keys_can_be_changed_and_turned_off() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            fill(visit, "One", "Two");
            visit.open("/settings");
            visit.page.getByLabel("Next headline or article").fill("x");
            visit.page.locator("text=Keep").click();
            assertThat(visit.page.getByRole(AriaRole.STATUS)).hasText("Kept.");
            visit.open("/");
            press(visit, "x");
            assertThat(visit.page.locator(":focus")).hasText("Two");

            visit.open("/settings");
            visit.page.getByLabel("Single keys do something").uncheck();
            visit.page.locator("text=Keep").click();
            visit.open("/");
            press(visit, "x");
            assertThat(visit.page.locator(".row :focus")).hasCount(0);
        }
    }

    @Test
    void a_menu_is_left_with_escape_and_the_focus_stays_on_it() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            fill(visit, "One");
            visit.open("/");
            Locator menu = visit.page.locator(".tools .menu");
            menu.locator("summary").click();
            assertThat(menu.locator("#mark-all")).isVisible();

            press(visit, "Escape");

            assertThat(menu.locator("#mark-all")).isHidden();
            assertThat(menu.locator("summary")).isFocused();
        }
    }

    @Test
    void a_swipe_marks_a_headline_and_another_stars_it() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            fill(visit, "One", "Two");
            visit.open("/");
            swipe(visit, "One", 120);
            swipe(visit, "Two", -120);
            visit.settle();

            assertThat(visit.store.titles(UNREAD)).containsExactly("Two");
            assertThat(visit.store.titles(Selection.all(Scope.EVERYTHING).withState(Selection.State.STARRED)))
                    .containsExactly("Two");
        }
    }

    private static void swipe(Visit visit, String title, int far) {
        row(visit, title).evaluate("""
                (row, far) => {
                  const touch = x => new Touch({identifier: 1, target: row, clientX: x, clientY: 300});
                  row.dispatchEvent(new TouchEvent("touchstart", {bubbles: true, touches: [touch(150)]}));
                  row.dispatchEvent(new TouchEvent("touchend", {bubbles: true, changedTouches: [touch(150 + far)]}));
                }""", far);
    }

    @Test
    void a_recording_goes_on_where_it_was_left() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            visit.open("/settings");
            visit.page.evaluate("localStorage.setItem('broadsheet.places', '[[\"https://a.example/talk.mp3\", 95]]')");
            visit.store.put(
                    visit.store.feed("https://a.example/feed", null),
                    TestStore.entryWith(
                            "Talk",
                            null,
                            List.of(new Enclosure("https://a.example/talk.mp3", "audio/mpeg", null, null, null))));
            visit.open("/entries/" + visit.store.all().get(0).entry().id());

            Object place = visit.page.evaluate("""
                    () => {
                      const player = document.querySelector(".file audio");
                      Object.defineProperty(player, "duration", {value: 600});
                      player.dispatchEvent(new Event("loadedmetadata"));
                      Object.defineProperty(player, "currentTime", {value: 130});
                      player.dispatchEvent(new Event("pause"));
                      return localStorage.getItem("broadsheet.places");
                    }""");

            assertThat(place).isEqualTo("[[\"https://a.example/talk.mp3\",130]]");
        }
    }

    @Test
    void two_commands_cannot_have_one_key() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.open("/settings");
            visit.page.getByLabel("Next headline or article").fill("k");
            visit.page.locator("text=Keep").click();

            assertThat(visit.page.getByRole(AriaRole.ALERT)).containsText("The key k cannot do two things");
        }
    }

    @Test
    void a_label_is_put_on_an_article_and_leads_to_all_that_have_it() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            fill(visit, "One", "Two");
            visit.open("/");
            visit.page.locator(".title a").first().click();
            visit.page.getByLabel("Label").fill("Read again");
            visit.page.locator("text=Put on").click();
            visit.page.locator(".labels a").click();

            assertThat(visit.page.locator("main h1")).hasText("Read again");
            assertThat(visit.page.locator("main .title")).hasText("Two");
            visit.page.locator(".title a").click();
            visit.page.locator("[title='Take off the label Read again']").click();
            assertThat(visit.page.locator(".labels a")).hasCount(0);
            assertThat(visit.complaints).isEmpty();
        }
    }

    @Test
    void a_folder_can_be_looked_at_for_what_is_starred_in_it() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            visit.store.entries(visit.store.feed("https://a.example/feed", "World/Europe"), "One", "Two");
            visit.store.entries(visit.store.feed("https://b.example/feed", "Sport"), "Three");
            visit.store.marking.set(
                    visit.store.account,
                    visit.store.all().stream()
                            .map(headline -> headline.entry().id())
                            .toList(),
                    null,
                    true);
            visit.store.marking.set(
                    visit.store.account, visit.store.all().get(1).entry().id(), null, false);
            visit.open("/folders/world");
            visit.page
                    .locator(".choices a", new Page.LocatorOptions().setHasText("Starred"))
                    .click();

            assertThat(visit.page.locator("main .title")).hasCount(1);
            assertThat(visit.page.locator(".choices [aria-current]").first()).hasText("Starred");
        }
    }

    @Test
    void headlines_of_right_to_left_scripts_run_their_way_on_a_page_that_runs_the_other() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            fill(visit, "\u0645\u0631\u062d\u0628\u0627 (2026)", "Two");
            visit.open("/");

            assertThat(visit.page.locator(".title").last()).hasCSS("direction", "rtl");
            assertThat(visit.page.locator(".title").first()).hasCSS("direction", "ltr");
            visit.page.locator(".title a").last().click();
            assertThat(visit.page.locator("main h1")).hasCSS("direction", "rtl");
            visit.until("document.documentElement.scrollWidth <= window.innerWidth");
        }
    }

    @Test
    void what_was_scrolled_past_is_read_where_that_is_wanted() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            visit.store.accounts.prefer(
                    visit.store.account,
                    new Preferences(Layout.LIST, Density.COMFORTABLE, Theme.AUTO, "", true, true, true, Map.of()));
            fill(visit, IntStream.range(0, 30).mapToObj(i -> "Headline " + i).toArray(String[]::new));
            visit.open("/");

            visit.page.evaluate("window.scrollTo(0, 1200)");
            assertThat(visit.page.locator(".row.read").first()).isAttached();
            visit.page.evaluate("window.scrollTo(0, 0)");
            visit.until("localStorage.getItem('broadsheet.marks') === null");

            List<String> left = visit.store.titles(UNREAD);
            assertThat(left)
                    .doesNotContain("Headline 29")
                    .contains("Headline 0")
                    .hasSizeLessThan(30);
        }
    }

    @Test
    void marks_made_without_a_network_are_sent_when_it_is_back() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            fill(visit, "One", "Two");
            visit.open("/");
            visit.offline(true);
            row(visit, "One").locator("[name=read]").click();
            assertThat(row(visit, "One")).hasClass(Pattern.compile("read"));
            assertThat(visit.store.titles(UNREAD)).contains("One");

            visit.offline(false);
            visit.until("localStorage.getItem('broadsheet.marks') === null");

            assertThat(visit.store.titles(UNREAD)).containsExactly("Two");
        }
    }

    private static void fill(Visit visit, String... titles) {
        visit.store.entries(visit.store.feed("https://a.example/feed", "World"), titles);
    }

    private static Locator row(Visit visit, String title) {
        return visit.page.locator(
                ".row",
                new Page.LocatorOptions()
                        .setHas(visit.page.locator(".title", new Page.LocatorOptions().setHasText(title))));
    }

    private static void press(Visit visit, String... keys) {
        for (String key : keys) {
            visit.page.keyboard().press(key);
        }
    }
}
