package org.broadsheet.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.reading.AddressCheck;
import org.broadsheet.reading.Subscribed;
import org.junit.jupiter.api.Test;

class FeedsResourceTest {
    @Test
    void a_feed_that_was_added_unchecked_is_listed_as_it_is() {
        try (Api api = new Api()) {
            HttpResponse<String> added = api.send(
                    "POST",
                    "/feeds",
                    "{\"url\":\"http://a.example/feed\",\"folder\":\"News/Europe\",\"subscribe_without_check\":true}");
            assertThat(added.statusCode()).isEqualTo(201);
            String id = Api.json(added).get("id").textValue();
            assertThat(added.headers().firstValue("Location")).contains("/api/v1/feeds/" + id);

            JsonNode list = api.get("/feeds");
            assertThat(list.get("next_cursor").isNull()).isTrue();
            JsonNode feed = list.get("items").get(0);
            assertThat(names(feed))
                    .containsExactly(
                            "id",
                            "url",
                            "site_url",
                            "title",
                            "folder",
                            "entries",
                            "unread",
                            "status",
                            "ask_every_minutes",
                            "next_poll_at",
                            "format",
                            "identity",
                            "identity_reason",
                            "repairs",
                            "last_poll");
            assertThat(feed.get("folder").textValue()).isEqualTo("News/Europe");
            assertThat(feed.get("url").textValue()).isEqualTo("http://a.example/feed");
            assertThat(feed.get("status").textValue()).isEqualTo("new");
            assertThat(feed).isEqualTo(api.get("/feeds/" + id));
        }
    }

    @Test
    void a_program_that_has_the_list_is_told_so_until_it_changes() {
        try (Api api = new Api()) {
            HttpResponse<String> first = api.answer("/feeds");
            String tag = first.headers().firstValue("ETag").orElseThrow();
            assertThat(api.answer("/feeds", "If-None-Match", tag).statusCode()).isEqualTo(304);

            api.send("POST", "/feeds", "{\"url\":\"http://a.example/feed\",\"subscribe_without_check\":true}");
            HttpResponse<String> changed = api.answer("/feeds", "If-None-Match", tag);
            assertThat(changed.statusCode()).isEqualTo(200);
            assertThat(Api.json(changed).get("items")).hasSize(1);
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void adding_a_feed_again_answers_with_the_one_that_is_there() {
        try (Api api = new Api()) {
            String wish = "{\"url\":\"http://a.example/feed\",\"subscribe_without_check\":true}";
            JsonNode first = Api.json(api.send("POST", "/feeds", wish));
            HttpResponse<String> second = api.send("POST", "/feeds", wish);
            assertThat(second.statusCode()).isEqualTo(200);
            assertThat(Api.json(second).get("id")).isEqualTo(first.get("id"));
        }
    }

    @Test
    void a_host_without_tls_is_asked_without_where_nobody_said_https() {
        try (Api api = new Api()) {
            api.store.check = url -> url.startsWith("https:")
                    ? new AddressCheck.NoFeed(ErrorKind.CONNECT, "No connection.")
                    : new AddressCheck.FeedAt(url, new AddressCheck.Preview("A", "", 0, List.of()));

            HttpResponse<String> said = api.send("POST", "/feeds", "{\"url\":\"https://a.example/feed\"}");
            assertThat(said.statusCode()).isEqualTo(422);
            HttpResponse<String> supposed = api.send("POST", "/feeds", "{\"url\":\"feed://a.example/feed\"}");
            assertThat(Api.json(supposed).get("url").textValue()).isEqualTo("http://a.example/feed");
        }
    }

    @Test
    void an_address_that_cannot_be_read_is_refused_with_its_reason() {
        try (Api api = new Api()) {
            api.store.check = url -> new AddressCheck.NoFeed(ErrorKind.DNS, "The name was not found.");
            HttpResponse<String> answer = api.send("POST", "/feeds", "{\"url\":\"http://a.example/feed\"}");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(Api.json(answer).get("error_kind").textValue()).isEqualTo("dns");
            assertThat(Api.json(answer).get("detail").textValue()).isEqualTo("The name was not found.");
            assertThat(api.get("/feeds").get("items")).isEmpty();
        }
    }

    @Test
    void a_page_with_several_feeds_is_answered_with_the_choices() {
        try (Api api = new Api()) {
            api.store.check = url -> new AddressCheck.SeveralFeeds(
                    List.of(new Subscribed.Choice("http://a.example/1", "One", "application/atom+xml")));
            HttpResponse<String> answer = api.send("POST", "/feeds", "{\"url\":\"http://a.example/\"}");
            assertThat(answer.statusCode()).isEqualTo(300);
            assertThat(answer.body())
                    .isEqualTo("{\"choices\":[{\"url\":\"http://a.example/1\",\"title\":\"One\","
                            + "\"type\":\"application/atom+xml\"}]}");
        }
    }

    @Test
    void a_feed_that_was_removed_is_gone() {
        try (Api api = new Api()) {
            String id = api.store.feed("http://a.example/feed", null).toString();
            assertThat(api.send("DELETE", "/feeds/" + id, "").statusCode()).isEqualTo(204);
            assertThat(api.send("DELETE", "/feeds/" + id, "").statusCode()).isEqualTo(404);
            assertThat(api.answer("/feeds/" + id).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void what_is_wrong_with_a_wish_is_named() {
        try (Api api = new Api()) {
            assertThat(complaint(api, "{}")).isEqualTo("url is missing.");
            assertThat(complaint(api, "{\"url\":\"http://a.example/\",\"folder\":\"News//\"}"))
                    .startsWith("folder must be a path");
            assertThat(complaint(api, "{\"uri\":\"http://a.example/\"}")).startsWith("uri is not known here");
            assertThat(complaint(api, "{\"subscribe_without_check\":\"yes\"}"))
                    .isEqualTo("subscribe_without_check has a value of the wrong type.");
            assertThat(complaint(api, "{\"url\":")).startsWith("The body is not JSON");
            assertThat(complaint(api, "[1]")).isEqualTo("The body must be a JSON object.");
            assertThat(complaint(api, "null")).isEqualTo("The body must be a JSON object.");
            assertThat(complaint(api, "")).isEqualTo("The body must be a JSON object.");
            assertThat(complaint(api, "[".repeat(100_000))).isNotEmpty();
        }
    }

    private static String complaint(Api api, String wish) {
        HttpResponse<String> answer = api.send("POST", "/feeds", wish);
        assertThat(answer.statusCode()).as(wish).isEqualTo(400);
        return Api.json(answer).get("detail").textValue();
    }

    @Test
    void a_body_that_is_not_said_to_be_json_is_refused() {
        try (Api api = new Api()) {
            String wish = "{\"url\":\"http://a.example/feed\",\"subscribe_without_check\":true}";
            assertThat(api.send("POST", "/feeds", wish, "text/plain").statusCode())
                    .isEqualTo(415);
            assertThat(api.get("/feeds").get("items")).isEmpty();
        }
    }

    @Test
    void a_feed_is_renamed_and_moved_and_what_is_not_sent_stays() {
        try (Api api = new Api()) {
            String path = "/feeds/" + api.store.feed("http://a.example/feed", "World");

            api.send("PATCH", path, "{\"title\":\"Mine\",\"ask_every_minutes\":45}");
            assertThat(api.get(path).get("title").textValue()).isEqualTo("Mine");
            assertThat(api.get(path).get("folder").textValue()).isEqualTo("World");
            assertThat(api.get(path).get("ask_every_minutes").intValue()).isEqualTo(45);
            assertThat(api.send("PATCH", path, "{\"ask_every_minutes\":-1}").statusCode())
                    .isEqualTo(400);
            api.send("PATCH", path, "{\"title\":\"\",\"folder\":\"World/Europe\"}");

            assertThat(api.get(path).get("title").textValue()).isEqualTo("a.example");
            assertThat(api.get(path).get("folder").textValue()).isEqualTo("World/Europe");
            assertThat(api.send("PATCH", path, "{\"folder\":\"World//\"}").statusCode())
                    .isEqualTo(400);
            assertThat(api.send("PATCH", "/feeds/77", "{\"title\":\"x\"}").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_body_nested_without_end_is_refused() {
        try (Api api = new Api()) {
            assertThat(api.send("POST", "/feeds", "{\"a\":".repeat(5_000)).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void where_the_feed_of_a_page_cannot_be_read_its_address_is_told_without_a_password() {
        try (Api api = new Api()) {
            api.store.check = url -> url.endsWith("/feed")
                    ? new AddressCheck.NoFeed(ErrorKind.UNAVAILABLE, ErrorKind.UNAVAILABLE.sentence())
                    : new AddressCheck.FeedAt("http://u:geheim@a.example/feed");

            HttpResponse<String> answer = api.send("POST", "/feeds", "{\"url\":\"http://u:geheim@a.example/\"}");

            assertThat(Api.json(answer).get("error_kind").textValue()).isEqualTo("unavailable");
            assertThat(Api.json(answer).get("detail").textValue())
                    .isEqualTo("The page names http://a.example/feed. The server is out of service for now.");
        }
    }
}
