package org.broadsheet.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.broadsheet.model.FeedId;
import org.junit.jupiter.api.Test;

class PollsResourceTest {
    @Test
    void a_round_of_all_feeds_is_accepted_and_can_be_followed() {
        try (Api api = new Api()) {
            api.store.feed("http://a.example/feed", null);
            api.store.feed("http://b.example/feed", null);
            HttpResponse<String> answer = api.send("POST", "/polls", "{\"all\":true}");
            assertThat(answer.statusCode()).isEqualTo(202);
            String id = Api.json(answer).get("id").textValue();
            assertThat(answer.headers().firstValue("Location")).contains("/api/v1/polls/" + id);
            JsonNode round = api.get("/polls/" + id);
            assertThat(round.get("total").intValue()).isEqualTo(2);
            assertThat(round.get("done").intValue()).isZero();
            assertThat(round.get("finished").booleanValue()).isFalse();
        }
    }

    @Test
    void a_round_of_some_feeds_leaves_out_those_that_are_not_followed() {
        try (Api api = new Api()) {
            FeedId feed = api.store.feed("http://a.example/feed", null);
            HttpResponse<String> answer = api.send("POST", "/polls", "{\"feed_ids\":[\"" + feed + "\",\"999\"]}");
            assertThat(Api.json(answer).get("total").intValue()).isEqualTo(1);
        }
    }

    @Test
    void a_round_of_nothing_said_is_refused() {
        try (Api api = new Api()) {
            assertThat(api.send("POST", "/polls", "{}").statusCode()).isEqualTo(400);
            assertThat(api.send("POST", "/polls", "{\"all\":true,\"feed_ids\":[]}")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(api.send("POST", "/polls", "{\"feed_ids\":[\"a\"]}").statusCode())
                    .isEqualTo(400);
            assertThat(api.answer("/polls/7").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void a_null_among_the_feed_ids_is_refused() {
        try (Api api = new Api()) {
            assertThat(api.send("POST", "/polls", "{\"feed_ids\":[null]}").statusCode())
                    .isEqualTo(400);
        }
    }
}
