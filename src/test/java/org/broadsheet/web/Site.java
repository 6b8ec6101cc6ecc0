package org.broadsheet.web;

import io.javalin.Javalin;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.broadsheet.ingest.clean.PageForm;
import org.broadsheet.model.Headline;
import org.broadsheet.reading.ReadingRoom;
import org.broadsheet.reading.TestStore;
import org.broadsheet.server.BaseAddress;
import org.broadsheet.server.Why;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The pages on a real store and a real server, asked as a browser asks that follows no redirect. */
final class Site implements AutoCloseable {
    final TestStore store = TestStore.h2();
    private final Javalin javalin;
    private final HttpClient client = HttpClient.newHttpClient();

    Site() {
        this(store -> store.room);
    }

    /** A site of the room that is made of its store. */
    Site(Function<TestStore, ReadingRoom> room) {
        Pages pages = new Pages(
                room.apply(store),
                ctx -> store.account,
                new Surroundings(
                        new Players(PageForm::of, PageForm.hosts()),
                        Set.of("unsafe.example"),
                        new BaseAddress(Optional.empty()),
                        List.of(URI.create("https://hub.example/")),
                        store.clock,
                        ZoneOffset.UTC));
        javalin = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    pages.addTo(config.routes);
                    config.routes.exception(HttpResponseException.class, (e, ctx) -> {
                        ctx.status(e.getStatus());
                        pages.errors().answer(ctx, e.getStatus(), Why.of(e));
                    });
                })
                .start("127.0.0.1", 0);
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(address(path)));
    }

    /** Asks as htmx does. */
    HttpResponse<String> part(String path) {
        return send(HttpRequest.newBuilder(address(path)).header("HX-Request", "true"));
    }

    /** Sends a form, given as {@code name=value&...} in its encoded form. */
    HttpResponse<String> post(String path, String form) {
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    Document page(String path) {
        return Jsoup.parse(get(path).body());
    }

    /** The headline of this title. */
    Headline headline(String title) {
        return store.all().stream()
                .filter(headline -> headline.entry().title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    /** The id of the article of this title. */
    String id(String title) {
        return headline(title).entry().id().toString();
    }

    /** The path of the article of this title. */
    String entry(String title) {
        return "/entries/" + headline(title).entry().id();
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + javalin.port() + path);
    }

    @Override
    public void close() {
        javalin.stop();
        store.close();
    }
}
