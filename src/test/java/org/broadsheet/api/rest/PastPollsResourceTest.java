package org.broadsheet.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.FeedId;
import org.broadsheet.model.LastPoll;
import org.junit.jupiter.api.Test;

class PastPollsResourceTest {
    private static LastPoll failed(Api api) {
        return new LastPoll(
                api.store.clock.instant(),
                LastPoll.Outcome.FAILED,
                ErrorKind.NOT_FOUND,
                "The server answered 404 Not Found.",
                404,
                Duration.ofMillis(120),
                0,
                0,
                0);
    }

    @Test
    void polls_say_what_came_of_them_and_why_the_next_is_when_it_is() {
        try (Api api = new Api()) {
            FeedId feed = api.store.feed("https://a.example/feed", null);
            api.store.polled(feed, failed(api));

            JsonNode poll = api.get("/feeds/" + feed + "/polls").get("items").get(0);

            assertThat(poll.get("error_kind").asText()).isEqualTo("not_found");
            assertThat(poll.get("message").asText()).isEqualTo(ErrorKind.NOT_FOUND.sentence());
            assertThat(poll.get("http_status").asInt()).isEqualTo(404);
            assertThat(poll.get("duration_ms").asInt()).isEqualTo(120);
            assertThat(poll.get("reason").asText()).isEqualTo("It failed once, so it is tried again in 60 minutes.");
            assertThat(poll.get("next_poll_at").asText()).isEqualTo("2026-11-25T13:00:00Z");
        }
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        try (Api api = new Api()) {
            FeedId feed = api.store.feed("https://a.example/feed", null);
            for (int i = 0; i < 5; i++) {
                api.store.clock.advance(Duration.ofHours(2));
                api.store.polled(feed, failed(api));
            }
            JsonNode first = api.get("/feeds/" + feed + "/polls?limit=3");
            JsonNode second = api.get("/feeds/" + feed + "/polls?limit=3&cursor="
                    + first.get("next_cursor").asText());

            assertThat(first.get("items").findValuesAsText("at"))
                    .isEqualTo(List.of("2026-11-25T22:00:00Z", "2026-11-25T20:00:00Z", "2026-11-25T18:00:00Z"));
            assertThat(second.get("items").findValuesAsText("at"))
                    .isEqualTo(List.of("2026-11-25T16:00:00Z", "2026-11-25T14:00:00Z"));
            assertThat(second.get("next_cursor").isNull()).isTrue();
        }
    }

    @Test
    void what_cannot_be_answered_is_refused_with_the_reason() {
        try (Api api = new Api()) {
            FeedId feed = api.store.feed("https://a.example/feed", null);
            assertThat(api.answer("/feeds/999/polls").statusCode()).isEqualTo(404);
            assertThat(api.answer("/feeds/" + feed + "/polls?limit=0").statusCode())
                    .isEqualTo(400);
            assertThat(api.answer("/feeds/" + feed + "/polls?cursor=%2B1000000000-12-31T23:59:59Z")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(api.get("/feeds/" + feed + "/polls?cursor=yesterday")
                            .get("detail")
                            .asText())
                    .startsWith("cursor is not one");
        }
    }

    @Test
    void a_name_and_password_in_an_address_are_never_told() {
        try (Api api = new Api()) {
            FeedId feed = api.store.feed("https://ann:secret@a.example/feed", null);

            assertThat(api.get("/feeds/" + feed).get("url").asText()).isEqualTo("https://a.example/feed");
            assertThat(List.of("/feeds", "/opml"))
                    .allSatisfy(path -> assertThat(api.answer(path).body())
                            .contains("a.example")
                            .doesNotContain("secret"));
        }
    }
}
