package org.broadsheet.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.FeedId;
import org.junit.jupiter.api.Test;

class EntriesResourceTest {
    @Test
    void entries_are_listed_newest_first_with_the_members_of_the_contract() {
        try (Api api = new Api()) {
            api.store.entries(api.store.feed("http://a.example/feed", null), "Old", "New");
            JsonNode list = api.get("/entries");
            assertThat(titles(list)).containsExactly("New", "Old");
            assertThat(list.get("change").longValue()).isEqualTo(2);
            List<String> names = new ArrayList<>();
            list.get("items").get(0).fieldNames().forEachRemaining(names::add);
            assertThat(names)
                    .containsExactly(
                            "id",
                            "guid",
                            "url",
                            "title",
                            "feed_id",
                            "author",
                            "published",
                            "first_seen",
                            "updated",
                            "read",
                            "starred",
                            "story_id",
                            "also_in",
                            "summary",
                            "tags",
                            "attachments");
            JsonNode entry = list.get("items").get(0);
            assertThat(entry.get("guid").textValue()).isEqualTo("New");
            assertThat(entry.get("published").textValue()).isEqualTo("2026-11-25T12:00:00Z");
            assertThat(entry.get("updated").isNull()).isTrue();
        }
    }

    @Test
    void labels_are_put_on_listed_asked_for_and_taken_off() {
        try (Api api = new Api()) {
            api.store.entries(api.store.feed("http://a.example/feed", null), "Old", "New");
            String labels = "/entries/"
                    + api.get("/entries").get("items").get(0).get("id").textValue() + "/labels";

            assertThat(api.send("POST", labels, "{\"name\":\"Later\"}").statusCode())
                    .isEqualTo(201);
            assertThat(api.send("POST", labels, "{\"name\":\" \"}").statusCode())
                    .isEqualTo(400);
            assertThat(api.send("POST", "/entries/77/labels", "{\"name\":\"x\"}")
                            .statusCode())
                    .isEqualTo(404);

            assertThat(titles(api.get("/entries?label=later"))).containsExactly("New");
            assertThat(api.get("/labels").get("items").get(0).get("entries").longValue())
                    .isEqualTo(1);
            String id = api.get(labels).get("items").get(0).get("id").textValue();
            assertThat(api.send("DELETE", labels + "/" + id, "").statusCode()).isEqualTo(204);
            assertThat(api.send("DELETE", labels + "/" + id, "").statusCode()).isEqualTo(404);
            assertThat(api.get("/labels").get("items")).isEmpty();
        }
    }

    @Test
    void cursors_lead_through_the_whole_stream_once() {
        try (Api api = new Api()) {
            api.store.entries(api.store.feed("http://a.example/feed", null), "A", "B", "C", "D", "E");
            List<String> seen = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = api.get("/entries?limit=2" + cursor);
                seen.addAll(titles(page));
                cursor = page.get("next_cursor").isNull()
                        ? ""
                        : "&cursor=" + URLEncoder.encode(page.get("next_cursor").textValue(), StandardCharsets.UTF_8);
            } while (!cursor.isEmpty());
            assertThat(seen).containsExactly("E", "D", "C", "B", "A");
        }
    }

    @Test
    void a_stream_can_be_narrowed_by_feed_folder_state_and_change() {
        try (Api api = new Api()) {
            FeedId europe = api.store.feed("http://a.example/feed", "World/Europe");
            FeedId science = api.store.feed("http://b.example/feed", "Science");
            api.store.entries(europe, "Vote");
            api.store.entries(science, "Comet");
            api.send("PUT", "/entries/" + id(api, "Comet") + "/state", "{\"starred\":true}");
            api.send("PUT", "/entries/" + id(api, "Vote") + "/state", "{\"read\":true}");

            assertThat(titles(api.get("/entries?feed=" + europe))).containsExactly("Vote");
            assertThat(titles(api.get("/entries?folder=World"))).containsExactly("Vote");
            assertThat(titles(api.get("/entries?folder=World%2FEurope"))).containsExactly("Vote");
            assertThat(titles(api.get("/entries?state=starred"))).containsExactly("Comet");
            assertThat(titles(api.get("/entries?state=unread"))).containsExactly("Comet");
            assertThat(titles(api.get("/entries?since=1"))).containsExactly("Comet");
        }
    }

    @Test
    void a_bad_parameter_is_named() {
        Map<String, String> bad = Map.of(
                "limit=0", "limit",
                "limit=1001", "limit",
                "limit=x", "limit",
                "cursor=x", "cursor",
                "feed=x", "feed",
                "feed=99", "feed",
                "folder=Nowhere", "folder",
                "state=old", "state",
                "since=-1", "since",
                "q=comet", "q");
        try (Api api = new Api()) {
            bad.forEach((query, name) -> {
                HttpResponse<String> answer = api.answer("/entries?" + query);
                assertThat(answer.statusCode()).as(query).isEqualTo(400);
                assertThat(Api.json(answer).get("parameter").textValue()).isEqualTo(name);
                assertThat(Api.json(answer).get("detail").textValue()).startsWith(name);
            });
        }
    }

    @Test
    void one_entry_comes_with_its_body() {
        try (Api api = new Api()) {
            api.store.entries(api.store.feed("http://a.example/feed", null), "Comet");
            JsonNode entry = api.get("/entries/" + id(api, "Comet"));
            assertThat(entry.get("title").textValue()).isEqualTo("Comet");
            assertThat(entry.get("content_html").textValue()).isEqualTo("<p>The story of Comet, told in full.</p>");
        }
    }

    @Test
    void an_entry_that_does_not_exist_is_not_found() {
        try (Api api = new Api()) {
            for (String id : List.of("7", "x", "-1", "99999999999999999999")) {
                assertThat(api.answer("/entries/" + id).statusCode()).as(id).isEqualTo(404);
            }
            assertThat(api.send("PUT", "/entries/7/state", "{\"read\":true}").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void what_was_read_and_starred_stays_so() {
        try (Api api = new Api()) {
            api.store.entries(api.store.feed("http://a.example/feed", null), "Comet");
            String path = "/entries/" + id(api, "Comet");
            assertThat(api.send("PUT", path + "/state", "{\"read\":true,\"starred\":true}")
                            .statusCode())
                    .isEqualTo(204);
            assertThat(api.send("PUT", path + "/state", "{\"read\":false}").statusCode())
                    .isEqualTo(204);
            assertThat(api.get(path).get("read").booleanValue()).isFalse();
            assertThat(api.get(path).get("starred").booleanValue()).isTrue();
            assertThat(api.send("PUT", path + "/state", "{}").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void marking_as_read_leaves_alone_what_came_later() {
        try (Api api = new Api()) {
            FeedId feed = api.store.feed("http://a.example/feed", null);
            api.store.entries(feed, "Seen");
            long change = api.get("/entries").get("change").longValue();
            api.store.entries(feed, "Later");
            assertThat(api.send("POST", "/entries/mark-read", "{\"up_to\":" + change + "}")
                            .statusCode())
                    .isEqualTo(204);
            assertThat(titles(api.get("/entries?state=unread"))).containsExactly("Later");
            assertThat(api.get("/feeds").get("items").get(0).get("unread").intValue())
                    .isEqualTo(1);
        }
    }

    @Test
    void unread_entries_can_be_listed_from_the_oldest_on_and_others_cannot() {
        try (Api api = new Api()) {
            api.store.entries(api.store.feed("http://a.example/feed", null), "Old", "Middle", "New");

            JsonNode first = api.get("/entries?state=unread&order=oldest&limit=2");

            assertThat(titles(first)).containsExactly("Old", "Middle");
            String next = first.get("next_cursor").textValue();
            assertThat(titles(api.get("/entries?state=unread&order=oldest&cursor=" + next)))
                    .containsExactly("New");
            assertThat(api.answer("/entries?order=oldest").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void a_stretch_is_marked_as_read_and_taken_back_by_the_address_of_the_mark() {
        try (Api api = new Api()) {
            api.store.entries(api.store.feed("http://a.example/feed", null), "Old", "Middle", "New");
            long change = api.get("/entries").get("change").longValue();
            String below = "{\"up_to\":" + change + ",\"below\":\"" + id(api, "Middle") + "\"}";

            String mark = api.send("POST", "/entries/mark-read", below)
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            assertThat(titles(api.get("/entries?state=unread"))).containsExactly("New");

            String path = mark.substring("/api/v1".length());
            assertThat(api.send("DELETE", path, "").statusCode()).isEqualTo(204);
            assertThat(titles(api.get("/entries?state=unread"))).containsExactly("New", "Middle", "Old");
            assertThat(api.send("DELETE", path, "").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void a_stretch_that_is_none_is_refused() {
        try (Api api = new Api()) {
            String start = "{\"up_to\":1,";
            assertThat(api.send("POST", "/entries/mark-read", start + "\"older_than\":\"yesterday\"}")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(api.send("POST", "/entries/mark-read", start + "\"above\":\"1\",\"below\":\"2\"}")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(api.send("POST", "/entries/mark-read", start + "\"above\":\"4711\"}")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void marking_as_read_needs_to_know_up_to_where() {
        try (Api api = new Api()) {
            assertThat(api.send("POST", "/entries/mark-read", "{}").statusCode())
                    .isEqualTo(400);
            assertThat(api.send("POST", "/entries/mark-read", "{\"up_to\":1,\"feed\":\"1\",\"folder\":\"A\"}")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    private static String id(Api api, String title) {
        for (JsonNode entry : api.get("/entries").get("items")) {
            if (entry.get("title").textValue().equals(title)) {
                return entry.get("id").textValue();
            }
        }
        throw new AssertionError("no entry " + title);
    }

    private static List<String> titles(JsonNode list) {
        return list.get("items").findValuesAsText("title");
    }

    @Test
    void what_an_entry_said_before_is_listed_oldest_first() {
        try (Api api = new Api()) {
            api.store.entries(api.store.feed("http://a.example/feed", null), "Ferry sinks");
            EntryId entry = api.store.all().get(0).entry().id();
            api.store.edit(entry, "Ferry saved", "<p>All well.</p>");

            JsonNode revisions = api.get("/entries/" + entry + "/revisions").get("items");

            assertThat(revisions).hasSize(1);
            assertThat(revisions.get(0).get("title").textValue()).isEqualTo("Ferry sinks");
            assertThat(revisions.get(0).get("number").intValue()).isZero();
            assertThat(revisions.get(0).get("content_html").textValue()).contains("told in full");
            assertThat(revisions.get(0).get("seen_at").textValue()).isEqualTo("2026-11-25T12:00:00Z");
        }
    }

    @Test
    void one_of_two_that_say_the_same_can_be_kept_apart() {
        try (Api api = new Api()) {
            api.store.entries(api.store.feed("http://a.example/feed", null), "Shared");
            api.store.entries(api.store.feed("http://b.example/feed", null), "Shared");
            String repetition = api.get("/entries")
                    .get("items")
                    .get(0)
                    .get("also_in")
                    .get(0)
                    .get("entry_id")
                    .textValue();

            api.send("PUT", "/entries/" + repetition + "/state", "{\"apart\":true}");
            assertThat(titles(api.get("/entries"))).hasSize(2);
            api.send("PUT", "/entries/" + repetition + "/state", "{\"apart\":false}");
            assertThat(titles(api.get("/entries"))).hasSize(1);
        }
    }
}
