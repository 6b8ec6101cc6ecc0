package org.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.config.Config.AccessMode;
import org.broadsheet.ingest.clean.PageForm;
import org.broadsheet.model.Preferences;
import org.broadsheet.model.Preferences.Density;
import org.broadsheet.model.Preferences.Layout;
import org.broadsheet.model.Preferences.Theme;
import org.broadsheet.reading.TestStore;
import org.broadsheet.server.Access;
import org.broadsheet.server.BaseAddress;
import org.broadsheet.server.Refusal;
import org.broadsheet.server.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalsTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void an_address_that_there_is_not_is_said_in_the_language_of_the_browser() {
        try (Shop shop = new Shop()) {
            HttpResponse<String> answer = shop.server.get("/no-such-page", "Accept-Language", "de");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(german(answer)).contains("Unter dieser Adresse ist nichts. Sieh nach, ob sie ganz kopiert ist");
        }
    }

    @Test
    void a_change_that_another_site_asks_for_is_refused_on_a_page_that_says_what_to_do() {
        try (Shop shop = new Shop()) {
            HttpResponse<String> answer = shop.server.send(
                    "POST",
                    "/marks",
                    "all=true",
                    "Content-Type",
                    FORM,
                    "Origin",
                    "https://elsewhere.example",
                    "Accept-Language",
                    "de");

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(german(answer)).contains("Eine Seite einer anderen Site", "setze server.base-url");
        }
    }

    @Test
    void what_is_too_large_is_said_with_how_much_is_taken() {
        try (Shop shop = new Shop()) {
            String large = "x".repeat(300 << 10);
            HttpResponse<String> answer =
                    shop.server.send("POST", "/marks", large, "Content-Type", FORM, "Accept-Language", "de");

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(german(answer)).contains("höchstens 256 KB");
        }
    }

    @Test
    void what_the_engine_itself_refuses_is_a_page_for_browsers_and_a_line_for_programs() {
        try (Shop shop = new Shop()) {
            HttpResponse<String> page =
                    shop.server.get("/folders//x", "Accept", "text/html,*/*", "Accept-Language", "de");
            HttpResponse<String> line = shop.server.get("/folders//x");

            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(german(page)).contains("Was der Browser geschickt hat, ist nicht lesbar.");
            assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(line.body()).isEqualTo("400 Bad Request\n");
        }
    }

    @Test
    void programs_hear_the_same_sentence_as_before() {
        try (Shop shop = new Shop()) {
            HttpResponse<String> answer = shop.server.get("/api/v1/no-such-thing", "Accept-Language", "de");

            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("\"detail\":\"There is nothing at this address.\"");
        }
    }

    @Test
    void the_language_that_the_reader_chose_wins_on_pages_of_errors_too() {
        try (Shop shop = new Shop()) {
            shop.store.accounts.prefer(
                    shop.store.account,
                    new Preferences(Layout.LIST, Density.COMFORTABLE, Theme.AUTO, "de", true, false, true, Map.of()));

            assertThat(german(shop.server.get("/no-such-page", "Accept-Language", "en")))
                    .contains("Unter dieser Adresse ist nichts.");
            assertThat(german(shop.server.get("/?after=junk", "Accept-Language", "en")))
                    .contains("Ein Teil der Adresse oder des Formulars („after“) fehlt");
        }
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void each_refusal_has_words_for_people(Refusal refusal) {
        for (Texts texts : Texts.all()) {
            assertThat(texts.has("refusal." + refusal.key())).as(texts.name()).isTrue();
        }
    }

    private static String german(HttpResponse<String> answer) {
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("html").attr("lang")).isEqualTo("de");
        assertThat(page.select("main a[href=/]").text()).isEqualTo("Zu den Schlagzeilen");
        return page.select("main").text();
    }

    /** The pages behind the real server. */
    private static final class Shop implements AutoCloseable {
        final TestStore store = TestStore.h2();
        final TestServer server;

        Shop() {
            Access access = new Access(AccessMode.LOCAL, List.of(), store.accounts::local);
            Pages pages = new Pages(
                    store.room,
                    access::account,
                    new Surroundings(
                            new Players(PageForm::of, PageForm.hosts()),
                            Set.of(),
                            new BaseAddress(Optional.of(URI.create("https://news.example.org"))),
                            List.of(),
                            store.clock,
                            ZoneOffset.UTC));
            server = TestServer.with(pages.errors(), pages);
        }

        @Override
        public void close() {
            server.close();
            store.close();
        }
    }
}
