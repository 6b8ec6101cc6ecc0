package org.broadsheet.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.LastPoll;
import org.broadsheet.reading.AddressCheck;
import org.broadsheet.reading.Subscribed;
import org.broadsheet.reading.TestStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EveryonesPagesTest {
    @ParameterizedTest
    @EnumSource(Screen.class)
    void no_page_keeps_anybody_out_and_none_breaks_the_policy(Screen screen) throws IOException {
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
                            0));
            EntryId newest = visit.store.all().get(0).entry().id();
            String entry = "/entries/" + newest;
            visit.store.labelling.add(visit.store.account, newest, "Later");
            visit.store.privateAddresses.make(visit.store.account, "starred", "my phone");
            Files.writeString(
                    visit.listFile,
                    "<opml><body><outline text='New' xmlUrl='https://new.example/feed'/></body></opml>");
            visit.list.look();
            visit.list.look();
            List<String> pages = List.of(
                    "/",
                    "/unread",
                    "/starred",
                    "/folders/world",
                    "/feeds/" + harbour,
                    "/labels/later",
                    entry,
                    "/sources",
                    "/sources/" + harbour,
                    "/sources/list",
                    "/elsewhere?page=/folders/world",
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

    @ParameterizedTest
    @EnumSource(Screen.class)
    void neither_has_what_comes_of_a_form(Screen screen) {
        try (Visit visit = Visit.on(screen)) {
            AddressCheck.Preview preview = new AddressCheck.Preview(
                    "The Talk",
                    "All of it.",
                    1,
                    List.of(new AddressCheck.Preview.Line("A first word", visit.store.clock.instant())));
            visit.store.check = url -> new AddressCheck.FeedAt(url, preview);
            visit.open("/sources");
            visit.page.getByLabel("Address of a site or a feed").fill("https://a.example/talk");
            visit.page.locator("text=Preview").click();
            assertThat(Axe.violations(visit.page)).as("preview").isEmpty();

            visit.store.check = url -> new AddressCheck.SeveralFeeds(List.of(
                    new Subscribed.Choice("https://a.example/1", "One", "application/rss+xml"),
                    new Subscribed.Choice("https://a.example/2", null, "application/atom+xml")));
            visit.open("/sources");
            visit.page.getByLabel("Address of a site or a feed").fill("https://a.example/");
            visit.page
                    .locator("button", new Page.LocatorOptions().setHasText("Add"))
                    .first()
                    .click();
            assertThat(Axe.violations(visit.page)).as("choices").isEmpty();

            visit.open("/sources");
            visit.page
                    .getByLabel("OPML file of another reader")
                    .setInputFiles(
                            new FilePayload("x.opml", "text/x-opml", "no outlines".getBytes(StandardCharsets.UTF_8)));
            visit.page.locator("text=Import >> visible=true").last().click();
            assertThat(Axe.violations(visit.page)).as("import").isEmpty();

            visit.store.chores = work -> {};
            visit.open("/sources");
            visit.page.getByLabel("or its address").fill("lists.example/mine.opml");
            visit.page.locator("text=Import >> visible=true").last().click();
            assertThat(Axe.violations(visit.page)).as("import that goes on").isEmpty();
        }
    }
}
