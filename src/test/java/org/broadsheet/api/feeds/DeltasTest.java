package org.broadsheet.api.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.NewEntry;
import org.broadsheet.model.SubscriptionSettings;
import org.broadsheet.reading.TestStore;
import org.junit.jupiter.api.Test;

class DeltasTest {
    @Test
    void whoever_takes_deltas_gets_only_what_changed_since_his_document() {
        try (Newsstand stand = new Newsstand()) {
            FeedId feed = stand.store.feed("http://a.example/feed", null);
            stand.store.entries(feed, "first", "second");
            String known = Newsstand.etag(stand.get("/feed.atom"));
            stand.store.entries(feed, "third");
            stand.store.edit(stand.id("first"), "first corrected", "<p>Corrected.</p>");

            HttpResponse<String> delta = stand.get("/feed.atom", "A-IM", "feed", "If-None-Match", known);
            assertThat(delta.statusCode()).isEqualTo(226);
            assertThat(Newsstand.header(delta, "IM")).isEqualTo("feed");
            assertThat(Newsstand.header(delta, "Cache-Control")).isEqualTo("no-store");
            assertThat(Newsstand.titles(delta)).containsExactlyInAnyOrder("third", "first corrected");
            assertThat(Newsstand.etag(delta)).isEqualTo(Newsstand.etag(stand.get("/feed.atom")));
            assertThat(stand.get("/feed.atom", "A-IM", "feed", "If-None-Match", Newsstand.etag(delta))
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    @Test
    void every_answer_says_what_it_depends_on() {
        try (Newsstand stand = new Newsstand()) {
            stand.store.entries(stand.store.feed("http://a.example/feed", null), "first");
            assertThat(Newsstand.header(stand.get("/feed.atom"), "Vary")).contains("A-IM", "Accept-Encoding");
            assertThat(Newsstand.header(stand.get("/feed"), "Vary")).endsWith(", Accept");
            assertThat(Newsstand.header(stand.get("/feed.atom", "Sec-Fetch-Dest", "document"), "Content-Type"))
                    .startsWith("text/xml");
        }
    }

    @Test
    void a_delta_that_would_leave_something_out_is_not_given() {
        try (Newsstand stand = new Newsstand()) {
            FeedId feed = stand.store.feed("http://a.example/feed", "World");
            FeedId comes = stand.store.feed("http://b.example/feed", "Science");
            stand.store.entries(comes, "comet");
            stand.store.entries(feed, "vote");
            String known = Newsstand.etag(stand.get("/folders/world/feed.atom"));

            stand.store.subscribing.settle(
                    stand.store.account, comes, new SubscriptionSettings("", FolderPath.parse("World"), null));
            HttpResponse<String> whole = stand.get("/folders/world/feed.atom", "A-IM", "feed", "If-None-Match", known);
            assertThat(whole.statusCode()).isEqualTo(200);
            assertThat(Newsstand.titles(whole)).containsExactlyInAnyOrder("comet", "vote");

            String before = Newsstand.etag(stand.get("/feed.atom"));
            stand.store.put(feed, many(600));
            assertThat(stand.get("/feed.atom", "A-IM", "feed", "If-None-Match", before)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static NewEntry[] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> TestStore.entry("story " + i, TestStore.NOON.plusSeconds(i)))
                .toArray(NewEntry[]::new);
    }

    @Test
    void tags_that_are_not_ours_or_from_the_future_get_the_whole_document() {
        try (Newsstand stand = new Newsstand()) {
            stand.store.entries(stand.store.feed("http://a.example/feed", null), "first");
            String etag = Newsstand.etag(stand.get("/feed.atom"));
            for (String known : List.of("\"x\"", "*x", "\"999999.", etag.replaceFirst("\\d+", "999999"))) {
                assertThat(stand.get("/feed.atom", "A-IM", "feed", "If-None-Match", known)
                                .statusCode())
                        .as(known)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void all_changes_can_be_read_from_a_change_on_in_several_goes() {
        try (Newsstand stand = new Newsstand()) {
            FeedId feed = stand.store.feed("http://a.example/feed", null);
            stand.store.entries(feed, "old");
            String changes = Newsstand.link(stand.get("/feed.atom?limit=10"), "urn:x-broadsheet:changes");
            stand.store.put(feed, many(25));
            List<String> read = new ArrayList<>();
            stand.walk(changes, "next").forEach(document -> read.addAll(Newsstand.titles(document)));
            assertThat(read).hasSize(25).doesNotHaveDuplicates().doesNotContain("old");
        }
    }

    @Test
    void pages_lead_from_the_first_to_the_last_and_back() {
        try (Newsstand stand = new Newsstand()) {
            stand.store.put(stand.store.feed("http://a.example/feed", null), many(25));
            List<HttpResponse<String>> down = stand.walk("/feed.atom?limit=10", "next");
            assertThat(down).extracting(page -> Newsstand.titles(page).size()).containsExactly(10, 10, 5);
            HttpResponse<String> bottom = down.get(2);
            assertThat(Newsstand.link(bottom, "previous")).isNotEmpty();
            assertThat(Newsstand.titles(stand.get(Newsstand.link(bottom, "previous"))))
                    .isEqualTo(Newsstand.titles(down.get(1)));
            assertThat(Newsstand.titles(stand.get(Newsstand.link(bottom, "first"))))
                    .isEqualTo(Newsstand.titles(down.get(0)));
            assertThat(Newsstand.titles(stand.get(Newsstand.link(down.get(0), "last"))))
                    .startsWith("story 9")
                    .endsWith("story 0")
                    .hasSize(10);
            assertThat(Newsstand.link(down.get(0), "previous")).isEmpty();
            assertThat(stand.get("/feed.json?limit=10").body()).contains("\"next_url\":");
        }
    }

    @Test
    void what_cannot_be_asked_is_said_in_a_sentence() {
        try (Newsstand stand = new Newsstand()) {
            for (String query : List.of("since=x", "after=x", "before=1", "content=all", "since=1&after=1-1")) {
                assertThat(stand.get("/feed.atom?" + query).statusCode())
                        .as(query)
                        .isEqualTo(400);
            }
            assertThat(stand.get("/starred/feed.atom?since=4").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void the_format_is_the_one_that_accept_likes_best() {
        try (Newsstand stand = new Newsstand()) {
            stand.store.entries(stand.store.feed("http://a.example/feed", "World"), "first");
            assertThat(type(stand, "application/rss+xml")).startsWith("application/rss+xml");
            assertThat(type(stand, "application/feed+json, application/rss+xml;q=0.9"))
                    .startsWith("application/feed+json");
            assertThat(type(stand, "application/json")).startsWith("application/feed+json");
            assertThat(type(stand, "application/rss+xml;q=0.2, application/atom+xml;q=0.8"))
                    .startsWith("application/atom+xml");
            assertThat(type(stand, "*/*")).startsWith("application/atom+xml");
        }
    }

    private static String type(Newsstand stand, String accept) {
        return Newsstand.header(stand.get("/folders/world/feed", "Accept", accept), "Content-Type");
    }

    @Test
    void summaries_are_given_where_whole_texts_are_not_wanted() {
        try (Newsstand stand = new Newsstand()) {
            stand.store.entries(stand.store.feed("http://a.example/feed", null), "first");
            for (String format : List.of("atom", "rss", "json")) {
                assertThat(stand.get("/feed." + format).body()).containsPattern("(&lt;|<)p(&gt;|>)The story");
                assertThat(stand.get("/feed." + format + "?content=summary").body())
                        .contains("told in full.")
                        .doesNotContain("&lt;p&gt;", "content_html", "<p>");
            }
        }
    }
}
