package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.model.FeedId;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class PagesTest {

    @Test
    void no_page_holds_anything_that_the_policy_would_refuse() {
        try (Site site = new Site()) {
            FeedId feed = site.store.feed("https://a.example/feed", "World");
            site.store.entries(feed, "One", "Two");
            List<String> paths = List.of(
                    "/",
                    "/folders/world",
                    "/feeds/" + feed,
                    "/unread",
                    "/starred",
                    "/sources",
                    site.entry("One"),
                    "/feeds/77");

            for (String path : paths) {
                Document page = site.page(path);
                assertThat(page.select("script:not([src]), style, [style], [hx-on], iframe"))
                        .as(path)
                        .isEmpty();
                assertThat(page.select("*").stream()
                                .flatMap(element -> element.attributes().asList().stream())
                                .filter(attribute -> attribute.getKey().startsWith("on")))
                        .as(path)
                        .isEmpty();
                assertThat(page.select("main, header, nav, h1, .skip[href=#main]"))
                        .as(path)
                        .hasSizeGreaterThan(4);
                assertThat(page.select("h1")).as(path).hasSize(1);
            }
        }
    }

    @Test
    void what_a_page_loads_is_there_and_may_be_kept_for_ever() {
        try (Site site = new Site()) {
            Document page = site.page("/");
            List<String> addresses = Stream.concat(
                            page.select("script[src]").eachAttr("src").stream(),
                            page.select("link[rel=stylesheet], link[rel$=icon]").eachAttr("href").stream())
                    .toList();

            assertThat(addresses).hasSize(5);
            for (String address : addresses) {
                HttpResponse<String> answer = site.get(address);
                assertThat(answer.statusCode()).as(address).isEqualTo(200);
                assertThat(answer.headers().firstValue("Cache-Control"))
                        .hasValue("public, max-age=31536000, immutable");
                assertThat(answer.body()).isNotBlank();
            }
        }
    }

    @Test
    void only_what_the_pages_load_is_served() {
        try (Site site = new Site()) {
            String css = site.page("/").select("link[rel=stylesheet]").attr("href");

            assertThat(site.get(css.replaceFirst("/assets/[^/]*", "/assets/0000000000000000"))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(site.get(css.replace("broadsheet.css", "..%2fbroadsheet.css"))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(site.get("/assets/x/logback.xml").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void one_template_prints_without_escaping_and_it_takes_nothing_but_safe_html() throws IOException {
        Path root = Path.of("src/main/jte");
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> unescaped = files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains("$unsafe"))
                    .toList();

            assertThat(unescaped).containsExactly(root.resolve("SafeText.jte"));
            assertThat(read(unescaped.get(0)))
                    .containsOnlyOnce("@param")
                    .contains("@param SafeHtml html\n")
                    .containsOnlyOnce("$unsafe{html.value()}");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
