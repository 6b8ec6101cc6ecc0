package org.broadsheet.web.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.api.rest.RestApi;
import org.broadsheet.config.Config.AccessMode;
import org.broadsheet.ingest.clean.PageForm;
import org.broadsheet.model.Scope;
import org.broadsheet.reading.FollowedList;
import org.broadsheet.reading.TestStore;
import org.broadsheet.server.Access;
import org.broadsheet.server.BaseAddress;
import org.broadsheet.server.Events;
import org.broadsheet.server.LiveNews;
import org.broadsheet.server.TestServer;
import org.broadsheet.web.Pages;
import org.broadsheet.web.Players;
import org.broadsheet.web.Surroundings;

/** A person with a browser in front of a real server on a real store. */
final class Visit implements AutoCloseable {
    final TestStore store = TestStore.h2();
    final Path listFile = store.place.dir().resolve("feeds.opml");
    final FollowedList list = store.follow(listFile, FollowedList.Mode.ASK);
    final Page page;
    /** What the browser complained about: scripts that failed, what the policy refused. */
    final List<String> complaints = new ArrayList<>();

    private final TestServer server;
    private final String base;
    private final BrowserContext context;

    private Visit(Screen screen, boolean scripts) {
        Access access = new Access(AccessMode.LOCAL, List.of(), store.accounts::local);
        Pages pages = new Pages(
                store.roomFollowing(list),
                ctx -> store.account,
                new Surroundings(
                        new Players(PageForm::of, PageForm.hosts()),
                        Set.of(),
                        new BaseAddress(Optional.empty()),
                        List.of(URI.create("https://hub.example/")),
                        store.clock,
                        ZoneOffset.UTC));
        context = Chromium.browser().newContext(screen.options().setJavaScriptEnabled(scripts));
        server = TestServer.with(
                pages.errors(),
                pages,
                new RestApi(access, store.room),
                new Events(new LiveNews(store.live, store.headlines), access, ctx -> Scope.EVERYTHING));
        base = server.at("").toString();
        context.setDefaultTimeout(10_000);
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    static Visit on(Screen screen) {
        return new Visit(screen, true);
    }

    static Visit withoutScripts(Screen screen) {
        return new Visit(screen, false);
    }

    void open(String path) {
        page.navigate(base + path);
    }

    /** Waits until all marks that the page has made are sent. */
    void settle() {
        page.evaluate("window.broadsheet.settled()");
    }

    /** Waits until an expression is true in the page. */
    void until(String expression) {
        page.waitForCondition(() -> (Boolean) page.evaluate(expression));
    }

    void stopServer() {
        server.close();
    }

    void offline(boolean offline) {
        context.setOffline(offline);
    }

    /** The headlines of the page, from the top. */
    List<String> titles() {
        return page.locator(".row[id] .title").allInnerTexts();
    }

    /** The path that the browser shows, with its query. */
    String path() {
        return page.url().substring(base.length());
    }

    @Override
    public void close() {
        context.close();
        server.close();
        store.close();
    }
}
