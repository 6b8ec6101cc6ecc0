package org.broadsheet.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.LastPoll;
import org.broadsheet.reading.TestStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EveryonesPagesTest {
    @ParameterizedTest
    @EnumSource(Screen.class)
    void no_page_keeps_anybody_out_and_none_breaks_the_policy(Screen screen) {
        try (Visit visit = Visit.on(screen)) {
            FeedId harbour = visit.store.feed("https://harbour.example/feed", "World/Europe");
            FeedId open = visit.store.feed("https://open.example/feed", null);
            visit.store.entries(harbour, "Court restores money", "Ferries run again", "Fishing pact signed");
            visit.store.entries(open, "A parser that forgives", "Fishing pact signed");
            visit.store.polled(
                    open,
                    new LastPoll(
                            TestStore.NOON,
                            LastPoll.Outcome.FAILED,
                            ErrorKind.THROTTLED,
                            "The server asked us to wait.",
                            429,
                            Duration.ofMillis(80),
                            0,
                            0,
                            0),
                    "The host asked for it.");
            String entry = "/entries/" + visit.store.all().get(0).entry().id();
            List<String> pages = List.of(
                    "/",
                    "/unread",
                    "/starred",
                    "/folders/world",
                    "/feeds/" + harbour,
                    entry,
                    "/sources",
                    "/sources/" + harbour,
                    "/politeness",
                    "/settings",
                    "/statistics",
                    entry + "/changes",
                    "/no-such-page");
            for (String path : pages) {
                visit.open(path);
                assertThat(Axe.violations(visit.page)).as(path).isEmpty();
            }
            visit.complaints.removeIf(text -> text.contains("404"));
            assertThat(visit.complaints).isEmpty();
        }
    }
}
