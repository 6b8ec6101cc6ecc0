package org.broadsheet.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.broadsheet.model.EntryId;
import org.junit.jupiter.api.Test;

class PlayersTest {
    private static final String VIDEO = "https://www.youtube-nocookie.com/embed/abcdefghijk";

    @Test
    void a_player_loads_nothing_before_it_is_asked_for_and_then_in_its_place() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            visit.store.entries(visit.store.feed("https://a.example/feed", null), "Film");
            EntryId film = visit.store.all().get(0).entry().id();
            visit.store.edit(
                    film, "Film", "<p>See:</p><iframe src=\"" + VIDEO + "\" sandbox=\"allow-scripts\"></iframe>");
            List<String> asked = new ArrayList<>();
            visit.page.context().route(Pattern.compile("^https:.*"), route -> {
                asked.add(route.request().url());
                route.fulfill(new Route.FulfillOptions().setBody("the player"));
            });

            visit.open("/entries/" + film);
            assertThat(visit.page.locator("iframe")).hasCount(0);
            assertThat(asked).isEmpty();
            visit.page.locator("a.player").click();

            assertThat(visit.page.frameLocator("iframe.playing").locator("body"))
                    .hasText("the player");
            assertThat(asked).containsExactly(VIDEO);
            assertThat(visit.complaints).isEmpty();
        }
    }
}
