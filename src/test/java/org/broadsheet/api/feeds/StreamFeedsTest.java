package org.broadsheet.api.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.config.Config.AccessMode;
import org.broadsheet.ingest.clean.FeedForm;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.FeedId;
import org.broadsheet.reading.TestStore;
import org.broadsheet.server.Access;
import org.broadsheet.server.BaseAddress;
import org.broadsheet.server.TestServer;
import org.junit.jupiter.api.Test;

class StreamFeedsTest {
    private static TestServer serve(TestStore store) {
        Access access = new Access(AccessMode.LOCAL, List.of(), store.accounts::local);
        BaseAddress base = new BaseAddress(Optional.empty());
        return TestServer.with(
                new StreamFeeds(access, base, store.room, new Presentation(FeedForm::of, List.of()), store.clock));
    }

    @Test
    void every_stream_is_published_in_every_format_with_its_media_type() {
        try (TestStore store = TestStore.h2();
                TestServer server = serve(store)) {
            FeedId feed = store.feed("http://a.example/feed", "World");
            store.entries(feed, "Vote");
            EntryId entry = store.all().get(0).entry().id();
            store.marking.set(store.account, entry, null, true);
            store.labelling.add(store.account, entry, "Later");
            Map<String, String> types = Map.of(
                    "atom", "application/atom+xml; charset=utf-8",
                    "rss", "application/rss+xml; charset=utf-8",
                    "json", "application/feed+json; charset=utf-8");
            List<String> pages =
                    List.of("", "/unread", "/starred", "/folders/world", "/feeds/" + feed, "/labels/later");
            types.forEach((extension, type) -> {
                for (String page : pages) {
                    HttpResponse<String> answer = server.get(page + "/feed." + extension);
                    assertThat(answer.statusCode()).as(page).isEqualTo(200);
                    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                            .isEqualToIgnoringCase(type);
                    assertThat(answer.body()).contains("Vote");
                }
            });
        }
    }

    @Test
    void a_stream_holds_the_entries_of_its_feeds_only() {
        try (TestStore store = TestStore.h2();
                TestServer server = serve(store)) {
            store.entries(store.feed("http://a.example/feed", "World"), "Vote");
            store.entries(store.feed("http://b.example/feed", "Science"), "Comet");
            assertThat(server.get("/folders/science/feed.atom").body())
                    .contains("Comet")
                    .doesNotContain("Vote");
            assertThat(server.get("/starred/feed.atom").body()).doesNotContain("Comet");
        }
    }

    @Test
    void what_the_reader_does_leaves_the_etag_alone_and_a_new_entry_moves_it() {
        try (TestStore store = TestStore.h2();
                TestServer server = serve(store)) {
            FeedId feed = store.feed("http://a.example/feed", null);
            store.entries(feed, "Old");
            String first = etag(server.get("/feed.atom"));
            store.marking.set(store.account, store.all().get(0).entry().id(), true, true);
            HttpResponse<String> same = server.get("/feed.atom", "If-None-Match", first);
            assertThat(same.statusCode()).isEqualTo(304);
            assertThat(same.body()).isEmpty();

            store.entries(feed, "New");
            HttpResponse<String> changed = server.get("/feed.atom", "If-None-Match", first);
            assertThat(changed.statusCode()).isEqualTo(200);
            assertThat(changed.body()).contains("New");
            assertThat(etag(changed)).isNotEqualTo(first);
        }
    }

    @Test
    void who_asks_by_date_alone_learns_that_an_old_entry_was_starred() {
        try (TestStore store = TestStore.h2();
                TestServer server = serve(store)) {
            store.entries(store.feed("http://a.example/feed", null), "old", "new");
            store.clock.advance(Duration.ofHours(1));
            EntryId newest = store.all().get(0).entry().id();
            EntryId oldest = store.all().get(1).entry().id();
            store.marking.set(store.account, newest, null, true);
            HttpResponse<String> first = server.get("/starred/feed.atom");
            String date = first.headers().firstValue("Last-Modified").orElse("Wed, 25 Nov 2026 13:00:00 GMT");
            store.marking.set(store.account, oldest, null, true);
            assertThat(server.get("/starred/feed.atom", "If-Modified-Since", date)
                            .body())
                    .contains("<title>old</title>", "<title>new</title>");
        }
    }

    @Test
    void the_etag_of_starred_entries_moves_when_one_is_starred() {
        try (TestStore store = TestStore.h2();
                TestServer server = serve(store)) {
            store.entries(store.feed("http://a.example/feed", null), "Vote");
            String before = etag(server.get("/starred/feed.rss"));
            assertThat(server.get("/starred/feed.rss", "If-None-Match", before).statusCode())
                    .isEqualTo(304);
            store.marking.set(store.account, store.all().get(0).entry().id(), null, true);
            HttpResponse<String> after = server.get("/starred/feed.rss", "If-None-Match", before);
            assertThat(after.body()).contains("Vote");
        }
    }

    private static String etag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void a_reader_that_knows_dates_only_gets_304_once_the_second_of_the_change_is_over() {
        try (TestStore store = TestStore.h2();
                TestServer server = serve(store)) {
            store.entries(store.feed("http://a.example/feed", null), "Vote");
            assertThat(server.get("/feed.atom").headers().firstValue("Last-Modified"))
                    .isEmpty();
            store.clock.advance(Duration.ofSeconds(2));
            String date = "Wed, 25 Nov 2026 12:00:00 GMT";
            assertThat(server.get("/feed.atom").headers().firstValue("Last-Modified"))
                    .contains(date);
            assertThat(server.get("/feed.atom", "If-Modified-Since", date).statusCode())
                    .isEqualTo(304);
            assertThat(server.get("/feed.atom", "If-Modified-Since", "Wed, 25 Nov 2026 11:59:59 GMT")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(server.get("/feed.atom", "If-Modified-Since", date, "If-None-Match", "\"other\"")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(server.get("/feed.atom", "If-Modified-Since", "yesterday")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void the_newest_60_entries_are_given_unless_a_limit_is_asked_for() {
        try (TestStore store = TestStore.h2();
                TestServer server = serve(store)) {
            String[] titles = new String[70];
            for (int i = 0; i < titles.length; i++) {
                titles[i] = "Story " + i;
            }
            store.entries(store.feed("http://a.example/feed", null), titles);
            assertThat(entries(server.get("/feed.atom"))).isEqualTo(60);
            assertThat(entries(server.get("/feed.atom?limit=5"))).isEqualTo(5);
            assertThat(entries(server.get("/feed.atom?limit=500"))).isEqualTo(70);
            for (String limit : List.of("0", "501", "x", "")) {
                assertThat(server.get("/feed.atom?limit=" + limit).statusCode())
                        .as(limit)
                        .isEqualTo(400);
            }
        }
    }

    private static int entries(HttpResponse<String> atom) {
        return atom.body().split("<entry[ >]").length - 1;
    }

    @Test
    void head_answers_like_get_without_the_document() {
        try (TestStore store = TestStore.h2();
                TestServer server = serve(store)) {
            store.entries(store.feed("http://a.example/feed", null), "Vote");
            HttpResponse<String> head = server.send("HEAD", "/feed.json", "");
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(etag(head)).isEqualTo(etag(server.get("/feed.json")));
            assertThat(head.body()).isEmpty();
        }
    }

    @Test
    void a_stream_that_does_not_exist_is_not_found() {
        try (TestStore store = TestStore.h2();
                TestServer server = serve(store)) {
            for (String page : List.of("/feeds/7", "/feeds/x", "/folders/none")) {
                assertThat(server.get(page + "/feed.atom").statusCode())
                        .as(page)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void addresses_in_a_feed_lead_to_where_it_was_asked() {
        try (TestStore store = TestStore.h2();
                TestServer server = serve(store)) {
            FeedId feed = store.feed("http://a.example/feed", null);
            store.entries(feed, "Vote");
            String self = server.at("/feeds/" + feed + "/feed.atom").toString();
            assertThat(server.get("/feeds/" + feed + "/feed.atom").body()).contains("\"" + self + "\"");
        }
    }

    @Test
    void the_list_of_feeds_is_published_as_opml() {
        try (TestStore store = TestStore.h2()) {
            Access access = new Access(AccessMode.LOCAL, List.of(), store.accounts::local);
            try (TestServer server = TestServer.with(new OpmlFile(access, store.outlines))) {
                store.feed("http://a.example/feed", "World");
                HttpResponse<String> answer = server.get("/opml");
                assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                        .isEqualToIgnoringCase("text/x-opml; charset=utf-8");
                assertThat(answer.body()).contains("http://a.example/feed");
            }
        }
    }
}
