package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import org.broadsheet.reading.Download;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ImportPageTest {

    @Test
    void a_file_of_another_reader_is_taken_over_and_each_refusal_named() {
        try (Site site = new Site()) {
            site.store.feed("https://known.example/feed", null);

            HttpResponse<String> answer = upload(site, """
                    <opml version="2.0"><body>
                      <outline text="World"><outline text="A" type="rss" xmlUrl="https://a.example/feed"/></outline>
                      <outline text="Known" type="rss" xmlUrl="https://known.example/feed"/>
                      <outline text="&lt;b&gt;Odd&lt;/b&gt;" type="rss" xmlUrl="ftp://odd.example/feed"/>
                    </body></opml>""");

            assertThat(answer.statusCode()).isEqualTo(200);
            Document page = Jsoup.parse(answer.body());
            assertThat(page.select(".heading p").text()).isEqualTo("1 source added, 1 there already, 1 not added.");
            assertThat(page.select(".troubles li").text()).contains("<b>Odd</b>", "ftp://odd.example/feed");
            assertThat(site.page("/sources").select(".group .day").eachText()).contains("World");
        }
    }

    @Test
    void a_document_at_an_address_is_taken_over_like_a_file() {
        try (Site site = new Site()) {
            String opml =
                    "<opml version=\"2.0\"><body><outline type=\"rss\" xmlUrl=\"https://a.example/feed\"/></body></opml>";
            site.store.download =
                    url -> new Download.Document(url, "text/x-opml", opml.getBytes(StandardCharsets.UTF_8));

            String line = Jsoup.parse(report(site, site.post("/sources/opml", "opml_url=lists.example/mine.opml"))
                            .body())
                    .select(".heading p")
                    .text();

            assertThat(line).isEqualTo("1 source added.");
        }
    }

    @Test
    void an_address_without_a_document_changes_nothing_and_says_why() {
        try (Site site = new Site()) {
            HttpResponse<String> answer = report(site, site.post("/sources/opml", "opml_url=lists.example/mine.opml"));

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("The server answered 404 Not Found.");
            assertThat(report(site, site.post("/sources/opml", "opml_url=mailto:a@b.example"))
                            .body())
                    .contains("is no address; it must look like");
        }
    }

    @Test
    void a_file_that_is_no_opml_changes_nothing_and_is_said_to_be_none() {
        try (Site site = new Site()) {
            HttpResponse<String> answer = upload(site, "Dear reader");

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(Jsoup.parse(answer.body()).select("main h1").text()).isEqualTo("Nothing imported");
            assertThat(site.post("/sources/opml", "opml=x").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void an_import_shows_how_far_it_is_until_it_is_done() {
        try (Site site = new Site()) {
            Queue<Runnable> waiting = new ArrayDeque<>();
            site.store.chores = waiting::add;
            String opml = "<opml version=\"2.0\"><body><outline xmlUrl=\"https://a.example/feed\"/></body></opml>";
            HttpResponse<String> begun = site.post("/sources/opml", "opml_url=lists.example/mine.opml");
            String page = begun.headers().firstValue("Location").orElseThrow();

            Document before = site.page(page);
            site.store.download = url -> {
                assertThat(site.page(page).select("main [role=status]").text()).isEqualTo("The list is being read.");
                return new Download.Document(url, "text/x-opml", opml.getBytes(StandardCharsets.UTF_8));
            };
            waiting.remove().run();

            assertThat(before.select("progress")).hasSize(1);
            assertThat(before.select("#import").attr("hx-get")).isEqualTo(page);
            assertThat(site.page(page).select("progress")).isEmpty();
            assertThat(site.page(page).select(".heading p").text()).isEqualTo("1 source added.");
            assertThat(site.get("/sources/imports/of-nobody").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void what_was_left_out_of_a_source_that_was_added_is_told_apart() {
        try (Site site = new Site()) {
            Document page = Jsoup.parse(upload(
                            site,
                            "<opml><body><outline text='A' filtercmd='rm' xmlUrl='https://a.example/feed'/></body></opml>")
                    .body());

            assertThat(page.select(".heading p").text()).isEqualTo("1 source added.");
            assertThat(page.select(".day").eachText()).containsExactly("Left out");
            assertThat(page.select(".troubles").text()).contains("a command to run");
        }
    }

    @Test
    void what_is_exported_can_be_imported_again() {
        try (Site site = new Site();
                Site other = new Site()) {
            site.store.feed("https://a.example/feed", "World/Europe");

            HttpResponse<String> file = site.get("/sources/opml");
            upload(other, file.body());

            assertThat(file.headers().firstValue("Content-Disposition"))
                    .hasValueSatisfying(name -> assertThat(name).contains("broadsheet.opml"));
            assertThat(other.page("/sources").select(".group .day").eachText()).containsExactly("World / Europe");
        }
    }

    private static HttpResponse<String> upload(Site site, String file) {
        String body = "--edge\r\nContent-Disposition: form-data; name=\"opml\"; filename=\"feeds.opml\"\r\n"
                + "Content-Type: text/x-opml\r\n\r\n" + file + "\r\n--edge--\r\n";
        return report(
                site,
                site.send(HttpRequest.newBuilder(site.address("/sources/opml"))
                        .header("Content-Type", "multipart/form-data; boundary=edge")
                        .POST(BodyPublishers.ofString(body))));
    }

    private static HttpResponse<String> report(Site site, HttpResponse<String> begun) {
        assertThat(begun.statusCode()).isEqualTo(303);
        return site.get(begun.headers().firstValue("Location").orElseThrow());
    }

    @Test
    void a_password_in_a_list_is_not_shown() {
        try (Site site = new Site()) {
            HttpResponse<String> answer = upload(site, """
                    <opml version="2.0"><body>
                      <outline text="A" type="rss" xmlUrl="http://u:geheim@a.example/feed"/>
                      <outline text="A" type="rss" xmlUrl="http://u:geheim@a.example/feed"/>
                      <outline text="Odd" type="rss" xmlUrl="ftp://u:geheim@odd.example/feed"/>
                    </body></opml>""");

            assertThat(answer.body())
                    .contains("http://a.example/feed", "ftp://odd.example/feed")
                    .doesNotContain("geheim");
            assertThat(report(site, site.post("/sources/opml", "opml_url=ftp%3A%2F%2Fu%3Ageheim%40b.example"))
                            .body())
                    .contains("ftp://b.example")
                    .doesNotContain("geheim");
        }
    }
}
