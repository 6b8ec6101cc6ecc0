package org.broadsheet.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class OpmlResourceTest {
    private static final String OPML = "<opml version=\"2.0\"><head><title>Mine</title></head><body>"
            + "<outline text=\"World\"><outline type=\"rss\" text=\"A\" xmlUrl=\"http://a.example/feed\"/></outline>"
            + "<outline type=\"rss\" text=\"B\" xmlUrl=\"http://b.example/feed\"/></body></opml>";

    @Test
    void a_file_in_the_body_is_subscribed_to_and_reported_line_by_line() {
        try (Api api = new Api()) {
            HttpResponse<String> answer = api.send("POST", "/opml", OPML, "text/x-opml");
            assertThat(answer.statusCode()).isEqualTo(200);
            JsonNode report = Api.json(answer);
            assertThat(report.get("added").intValue()).isEqualTo(2);
            assertThat(report.get("items").findValuesAsText("url"))
                    .containsExactly("http://a.example/feed", "http://b.example/feed");
            assertThat(report.get("items").findValuesAsText("result")).containsExactly("added", "added");
            assertThat(api.get("/feeds").get("items").findValuesAsText("url"))
                    .containsExactlyInAnyOrder("http://a.example/feed", "http://b.example/feed");
        }
    }

    @Test
    void the_same_file_again_changes_nothing() {
        try (Api api = new Api()) {
            api.send("POST", "/opml", OPML, "text/x-opml");
            JsonNode report = Api.json(api.send("POST", "/opml", OPML, "text/x-opml"));
            assertThat(report.get("added").intValue()).isZero();
            assertThat(report.get("already_there").intValue()).isEqualTo(2);
        }
    }

    @Test
    void a_file_from_a_form_is_taken_as_well() {
        try (Api api = new Api()) {
            String form = "--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.opml\"\r\n"
                    + "Content-Type: text/x-opml\r\n\r\n" + OPML + "\r\n--xx--\r\n";
            HttpResponse<String> answer = api.send("POST", "/opml", form, "multipart/form-data; boundary=xx");
            assertThat(Api.json(answer).get("added").intValue()).isEqualTo(2);
        }
    }

    @Test
    void a_form_without_a_file_is_refused() {
        try (Api api = new Api()) {
            String form = "--xx\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--xx--\r\n";
            assertThat(api.send("POST", "/opml", form, "multipart/form-data; boundary=xx")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void a_plan_says_what_would_change_and_changes_nothing() {
        try (Api api = new Api()) {
            api.send("POST", "/opml", OPML, "text/x-opml");
            String other = OPML.replace("World", "Globe").replace("b.example", "c.example");

            JsonNode plan = Api.json(api.send("POST", "/opml/plan", other, "text/x-opml"));

            assertThat(plan.get("items").findValuesAsText("change")).containsExactly("added", "moved", "removed");
            assertThat(plan.get("items").get(1).get("to").textValue()).isEqualTo("Globe");
            assertThat(api.get("/feeds").get("items").findValuesAsText("url")).contains("http://b.example/feed");
            assertThat(api.send("POST", "/opml/plan", "hello", "text/x-opml").statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void what_is_no_opml_is_refused_with_the_reason() {
        try (Api api = new Api()) {
            HttpResponse<String> answer = api.send("POST", "/opml", "hello", "text/x-opml");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(Api.json(answer).get("detail").textValue()).startsWith("The file ");
        }
    }

    @Test
    void what_is_followed_comes_back_as_a_file() {
        try (Api api = new Api()) {
            api.send("POST", "/opml", OPML, "text/x-opml");
            HttpResponse<String> file = api.answer("/opml");
            assertThat(file.headers().firstValue("Content-Type").orElseThrow())
                    .isEqualToIgnoringCase("text/x-opml; charset=utf-8");
            assertThat(file.body()).contains("http://a.example/feed", "World");
        }
    }

    @Test
    void the_check_of_the_store_is_answered() {
        try (Api api = new Api()) {
            JsonNode report = api.get("/check");
            assertThat(report.get("consistent").booleanValue()).isTrue();
            assertThat(report.get("items")).isNotEmpty();
        }
    }

    @Test
    void no_password_of_a_list_comes_back() {
        try (Api api = new Api()) {
            String list = "<opml version='2.0'><body><outline type='rss' xmlUrl='http://u:geheim@a.example/feed'/>"
                    + "<outline type='rss' xmlUrl='http://u:geheim@a.example/feed'/>"
                    + "<outline type='rss' xmlUrl='ftp://u:geheim@b.example/feed'/></body></opml>";
            JsonNode report = Api.json(api.send("POST", "/opml", list, "text/x-opml"));

            assertThat(report.get("items").findValuesAsText("url")).contains("http://a.example/feed");
            assertThat(report.get("items").findValuesAsText("error"))
                    .contains(
                            "Its address stands in the list already: http://a.example/feed",
                            "Its address is not one of the web: ftp://b.example/feed");
            assertThat(report.toString()).doesNotContain("geheim");
        }
    }
}
