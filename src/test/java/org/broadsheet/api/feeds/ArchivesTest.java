package org.broadsheet.api.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.FolderPath;
import org.broadsheet.model.NewEntry;
import org.broadsheet.model.SubscriptionSettings;
import org.broadsheet.reading.TestStore;
import org.broadsheet.store.OnBothDatabases;
import org.broadsheet.store.TestDatabase;
import org.junit.jupiter.api.Test;

class ArchivesTest {
    private static NewEntry[] entries(TestStore store, String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        TestStore.entry(name + " " + i, store.clock.instant().minusSeconds(count - i)))
                .toArray(NewEntry[]::new);
    }

    private static List<String> titles(List<HttpResponse<String>> documents) {
        List<String> titles = new ArrayList<>();
        documents.forEach(document -> titles.addAll(Newsstand.titles(document)));
        return titles;
    }

    @OnBothDatabases
    void whoever_walks_back_through_the_archive_meets_every_entry(TestDatabase kind) {
        try (Newsstand stand = new Newsstand(TestStore.on(kind))) {
            FeedId feed = stand.store.feed("http://a.example/feed", "World");
            Set<String> all = new HashSet<>();
            for (int day = 0; day < 40; day++) {
                NewEntry[] some = entries(stand.store, "day " + day, 9);
                stand.store.put(feed, some);
                List.of(some).forEach(entry -> all.add(entry.title()));
                stand.store.clock.advance(Duration.ofDays(1));
            }
            for (String page : List.of("", "/folders/world", "/feeds/" + feed)) {
                List<HttpResponse<String>> walked = stand.walk(page + "/feed.atom", "prev-archive");
                assertThat(Set.copyOf(titles(walked))).isEqualTo(all);
                List<String> archived = titles(walked.subList(1, walked.size()));
                assertThat(archived).doesNotHaveDuplicates();
                assertThat(walked).hasSizeGreaterThan(3);
            }
        }
    }

    @Test
    void a_part_of_the_archive_says_what_it_is_and_belongs_to_one_month() {
        try (Newsstand stand = new Newsstand()) {
            FeedId feed = stand.store.feed("http://a.example/feed", null);
            stand.store.put(feed, entries(stand.store, "november", 5));
            stand.store.clock.advance(Duration.ofDays(10));
            stand.store.put(feed, entries(stand.store, "december", 5));
            List<HttpResponse<String>> walked = stand.walk("/feed.atom", "prev-archive");

            assertThat(walked).hasSize(2);
            assertThat(walked.get(0).body()).doesNotContain("archive xmlns").doesNotContain("<fh:archive");
            HttpResponse<String> november = walked.get(1);
            assertThat(Newsstand.titles(november))
                    .containsExactly("november 4", "november 3", "november 2", "november 1", "november 0");
            assertThat(november.body()).contains("<fh:archive");
            assertThat(Newsstand.link(november, "current")).endsWith("/feed.atom");
            assertThat(Newsstand.link(november, "self")).matches(".*/archive/2026-11-\\d+\\.atom");
            assertThat(Newsstand.header(november, "Cache-Control")).contains("immutable");
        }
    }

    @Test
    void every_format_has_the_same_archive() {
        try (Newsstand stand = new Newsstand()) {
            stand.store.put(stand.store.feed("http://a.example/feed", null), entries(stand.store, "story", 70));
            String atom = Newsstand.link(stand.get("/feed.atom"), "prev-archive");
            String rss = Newsstand.link(stand.get("/feed.rss"), "prev-archive");
            String json = stand.get("/feed.json").body().replaceAll("(?s).*\"prev-archive\":\"([^\"]+)\".*", "$1");

            assertThat(rss).isEqualTo(atom.replace(".atom", ".rss"));
            assertThat(json).isEqualTo(atom.replace(".atom", ".json"));
            assertThat(stand.get(rss).body()).contains("<fh:archive").contains("story 69");
            assertThat(stand.get(json).body()).contains("\"archive\":true").contains("\"next_url\"");
            assertThat(stand.get(atom + "?content=summary").body()).doesNotContain("<content");
        }
    }

    @Test
    void an_edit_a_new_name_and_the_end_of_a_subscription_leave_the_bytes_of_the_archive_alone() {
        try (Newsstand stand = new Newsstand()) {
            FeedId feed = stand.store.feed("http://a.example/feed", "World");
            FeedId other = stand.store.feed("http://b.example/feed", "World");
            stand.store.put(feed, entries(stand.store, "story", 120));
            stand.store.put(other, entries(stand.store, "other", 20));
            Map<String, String> before = archive(stand, "/folders/world/feed.atom");

            stand.store.edit(stand.id("story 3"), "story 3 corrected", "<p>Corrected.</p>");
            stand.store.subscribing.settle(
                    stand.store.account,
                    other,
                    new SubscriptionSettings("Another name", FolderPath.parse("World"), null));
            stand.store.subscribing.unsubscribe(stand.store.account, other);
            before.forEach(
                    (address, bytes) -> assertThat(stand.get(address).body()).isEqualTo(bytes));
            assertThat(Newsstand.titles(stand.get("/folders/world/feed.atom"))).contains("story 3 corrected");
        }
    }

    private static Map<String, String> archive(Newsstand stand, String address) {
        Map<String, String> bytes = new LinkedHashMap<>();
        List<HttpResponse<String>> walked = stand.walk(address, "prev-archive");
        walked.stream().skip(1).forEach(document -> bytes.put(Newsstand.link(document, "self"), document.body()));
        assertThat(bytes).isNotEmpty();
        return bytes;
    }

    @Test
    void the_bytes_of_the_archive_are_the_same_after_a_restart_and_a_year() {
        TestStore first = TestStore.h2();
        Map<String, String> before = new LinkedHashMap<>();
        Newsstand opened = new Newsstand(first);
        first.put(first.feed("http://a.example/feed", null), entries(first, "story", 180));
        archive(opened, "/feed.atom").forEach((address, body) -> before.put(path(address), host(body)));
        opened.stop();
        TestStore again = TestStore.again(first.place);
        again.clock.advance(Duration.ofDays(365));
        try (Newsstand stand = new Newsstand(again)) {
            FeedId feed = again.subscribing.feeds(again.account).get(0).feed().id();
            again.put(feed, entries(again, "a year later", 80));
            before.forEach(
                    (path, body) -> assertThat(host(stand.get(path).body())).isEqualTo(body));
            assertThat(new HashSet<>(titles(stand.walk("/feed.atom", "prev-archive"))))
                    .hasSize(260);
        }
    }

    private static String path(String address) {
        return address.replaceFirst("http://[^/]+", "");
    }

    // The server has another port.
    private static String host(String body) {
        return body.replaceAll("http://127\\.0\\.0\\.1:\\d+", "http://here");
    }

    @Test
    void what_comes_while_somebody_walks_is_neither_lost_nor_met_twice_in_the_archive() {
        try (Newsstand stand = new Newsstand()) {
            FeedId feed = stand.store.feed("http://a.example/feed", null);
            stand.store.put(feed, entries(stand.store, "story", 400));
            List<String> walked = new ArrayList<>();
            HttpResponse<String> current = stand.get("/feed.atom");
            String next = Newsstand.link(current, "prev-archive");
            for (int step = 0; !next.isEmpty(); step++) {
                stand.store.put(feed, entries(stand.store, "meanwhile " + step, 30));
                HttpResponse<String> document = stand.get(next);
                walked.addAll(Newsstand.titles(document));
                next = Newsstand.link(document, "prev-archive");
            }
            assertThat(walked).hasSize(400).doesNotHaveDuplicates();
            assertThat(Set.copyOf(titles(stand.walk("/feed.atom", "prev-archive"))))
                    .hasSize(400 + 30 * 8);
        }
    }

    @Test
    void the_old_entries_of_a_feed_that_comes_to_a_folder_come_into_its_archive() {
        try (Newsstand stand = new Newsstand()) {
            FeedId stays = stand.store.feed("http://a.example/feed", "World");
            FeedId comes = stand.store.feed("http://b.example/feed", "Science");
            stand.store.put(comes, entries(stand.store, "science", 70));
            stand.store.put(stays, entries(stand.store, "world", 120));
            assertThat(new HashSet<>(titles(stand.walk("/folders/world/feed.atom", "prev-archive"))))
                    .hasSize(120);

            stand.store.subscribing.settle(
                    stand.store.account, comes, new SubscriptionSettings("", FolderPath.parse("World"), null));
            List<String> walked = titles(stand.walk("/folders/world/feed.atom", "prev-archive"));
            assertThat(new HashSet<>(walked)).hasSize(190);
        }
    }

    @Test
    void a_late_entry_of_an_old_month_is_in_the_document_of_the_stream_and_not_in_that_months_archive() {
        try (Newsstand stand = new Newsstand()) {
            FeedId feed = stand.store.feed("http://a.example/feed", null);
            stand.store.put(feed, entries(stand.store, "story", 110));
            Map<String, String> before = archive(stand, "/feed.atom");
            stand.store.put(feed, TestStore.entry("late", TestStore.NOON.minus(Duration.ofDays(300))));

            assertThat(Newsstand.titles(stand.get("/feed.atom"))).hasSize(60).contains("late");
            before.forEach(
                    (address, bytes) -> assertThat(stand.get(address).body()).isEqualTo(bytes));
        }
    }

    @Test
    void a_part_that_does_not_exist_or_belongs_to_another_stream_is_not_found() {
        try (Newsstand stand = new Newsstand()) {
            FeedId feed = stand.store.feed("http://a.example/feed", null);
            stand.store.put(feed, entries(stand.store, "story", 60));
            String part = path(Newsstand.link(stand.get("/feed.atom"), "prev-archive"));
            for (String path : List.of(
                    "/feeds/" + feed + part,
                    part.replace("2026-11", "2026-10"),
                    part.replace(".atom", ".txt"),
                    "/archive/2026-11-999999.atom",
                    "/archive/x",
                    "/starred" + part)) {
                assertThat(stand.get(path).statusCode()).as(path).isEqualTo(404);
            }
        }
    }
}
