package org.broadsheet.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.FeedSummary;
import org.broadsheet.reading.AddressCheck;
import org.broadsheet.reading.Download;
import org.broadsheet.reading.Subscribed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscribingTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_site_with_two_feeds_asks_which_and_a_feed_is_looked_at_before_it_is_followed(boolean scripts) {
        try (Visit visit = scripts ? Visit.on(Screen.PHONE) : Visit.withoutScripts(Screen.DESKTOP)) {
            visit.store.check = url -> new AddressCheck.SeveralFeeds(List.of(
                    new Subscribed.Choice("https://a.example/news", "News", "application/rss+xml"),
                    new Subscribed.Choice("https://a.example/talk", "Talk", "application/rss+xml")));
            visit.open("/");
            visit.page.getByLabel("Address of a site or a feed").fill("a.example");
            visit.page.locator("text=Preview").click();
            assertThat(visit.page.locator(".choice .title")).hasText(new String[] {"News", "Talk"});

            visit.store.check = url ->
                    new AddressCheck.FeedAt(url, new AddressCheck.Preview("The Talk", "All of it.", 1, List.of()));
            visit.open("/sources");
            visit.page.getByLabel("Address of a site or a feed").fill("https://a.example/talk");
            visit.page.locator("text=Preview").click();
            assertThat(visit.page.locator("main h1")).hasText("The Talk");
            visit.page.getByLabel("Folder").fill("World");
            visit.page.locator("text=Follow").first().click();

            assertThat(visit.page.locator(".notice[role=status]")).containsText("was added");
            assertThat(visit.store.subscribing.feeds(visit.store.account).stream()
                            .map(FeedSummary::feed)
                            .map(feed -> feed.url()))
                    .containsExactly("https://a.example/talk");
            assertThat(visit.complaints).isEmpty();
        }
    }

    @Test
    void the_usual_places_of_a_site_are_asked_only_when_somebody_wants_it() {
        try (Visit visit = Visit.on(Screen.PHONE)) {
            List<String> asked = new CopyOnWriteArrayList<>();
            visit.store.check = url -> {
                asked.add(url);
                return url.endsWith("/atom.xml")
                        ? new AddressCheck.FeedAt(url, new AddressCheck.Preview("The Talk", "", 1, List.of()))
                        : new AddressCheck.NoFeed(ErrorKind.NOT_A_FEED, ErrorKind.NOT_A_FEED.sentence());
            };
            visit.open("/sources");
            visit.page.getByLabel("Address of a site or a feed").fill("https://a.example/about/us");
            visit.page.locator(".add button.strong").click();
            assertThat(visit.page.getByRole(AriaRole.ALERT)).containsText("it is not a feed");
            assertThat(asked).containsExactly("https://a.example/about/us");

            visit.page.locator("text=Look in the usual places").click();
            assertThat(visit.page.locator(".notice[role=status]")).containsText("was added");
            assertThat(asked).endsWith("https://a.example/feed", "https://a.example/rss", "https://a.example/atom.xml");
            assertThat(visit.complaints).allMatch(text -> text.contains("422"));
        }
    }

    @Test
    void an_opml_file_of_another_reader_is_brought_along() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            String opml = "<opml version=\"2.0\"><body><outline text=\"World\">"
                    + "<outline type=\"rss\" text=\"A\" xmlUrl=\"https://a.example/feed\"/></outline></body></opml>";
            visit.open("/sources");
            visit.page
                    .getByLabel("OPML file of another reader")
                    .setInputFiles(new FilePayload("mine.opml", "text/x-opml", opml.getBytes(StandardCharsets.UTF_8)));
            visit.page.locator("text=Import >> visible=true").last().click();

            assertThat(visit.page.locator(".heading p")).hasText("1 source added.");
            assertThat(visit.page.locator(".tabs")).containsText("World");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_long_import_shows_how_far_it_is_and_then_what_came_of_it(boolean scripts) {
        try (Visit visit = scripts ? Visit.on(Screen.PHONE) : Visit.withoutScripts(Screen.DESKTOP)) {
            BlockingQueue<Runnable> chores = new LinkedBlockingQueue<>();
            visit.store.chores = chores::add;
            String opml = "<opml version=\"2.0\"><body><outline xmlUrl=\"https://a.example/feed\"/></body></opml>";
            visit.store.download =
                    url -> new Download.Document(url, "text/x-opml", opml.getBytes(StandardCharsets.UTF_8));
            visit.open("/sources");
            visit.page.getByLabel("or its address").fill("lists.example/mine.opml");
            visit.page.locator("text=Import >> visible=true").last().click();
            assertThat(visit.page.locator("progress")).isVisible();

            chores.remove().run();
            if (!scripts) {
                visit.page.locator("text=How far is it?").click();
            }

            assertThat(visit.page.locator(".heading p")).hasText("1 source added.");
            assertThat(visit.page.locator("progress")).hasCount(0);
            assertThat(visit.complaints).isEmpty();
        }
    }

    @Test
    void a_changed_file_of_subscriptions_is_shown_and_done_as_it_says() throws IOException {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            visit.store.feed("https://old.example/feed", "World");
            Files.writeString(
                    visit.listFile,
                    "<opml><body><outline text='New' xmlUrl='https://new.example/feed'/></body></opml>");
            visit.list.look();
            visit.list.look();
            visit.open("/sources");
            visit.page.locator("text=Look at it").click();
            assertThat(visit.page.locator(".day")).hasText(new String[] {"One to add", "One to remove"});
            visit.page.locator("text=Do as the file says").click();

            assertThat(visit.page.locator("main .notice[role=status]")).hasText("Done.");
            assertThat(visit.store.subscribing.feeds(visit.store.account))
                    .extracting(FeedSummary::title)
                    .containsExactly("New");
        }
    }

    @Test
    void the_bookmarklet_knows_where_it_leads() {
        try (Visit visit = Visit.on(Screen.DESKTOP)) {
            visit.open("/sources");

            assertThat(visit.page.locator("[data-bookmarklet] a").getAttribute("href"))
                    .matches("javascript:location.href='http://127.0.0.1:\\d+/sources\\?url='.*");
        }
    }
}
