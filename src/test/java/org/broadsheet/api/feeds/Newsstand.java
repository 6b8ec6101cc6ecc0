package org.broadsheet.api.feeds;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.config.Config.AccessMode;
import org.broadsheet.ingest.clean.FeedForm;
import org.broadsheet.model.EntryId;
import org.broadsheet.model.Headline;
import org.broadsheet.reading.TestStore;
import org.broadsheet.server.Access;
import org.broadsheet.server.BaseAddress;
import org.broadsheet.server.TestServer;

/** The feeds of a real store on a real server, and a client that walks them as RFC 5005 wants it. */
public final class Newsstand implements AutoCloseable {
    public final TestStore store;
    private final TestServer server;

    Newsstand() {
        this(TestStore.h2());
    }

    public Newsstand(TestStore store) {
        this(store, AccessMode.LOCAL);
    }

    Newsstand(TestStore store, AccessMode mode) {
        this(store, mode, Optional.empty());
    }

    /** One that the world knows by an address that stays the same. */
    public Newsstand(TestStore store, URI base) {
        this(store, AccessMode.LOCAL, Optional.of(base));
    }

    private Newsstand(TestStore store, AccessMode mode, Optional<URI> base) {
        this.store = store;
        Access access = new Access(mode, List.of(), store.accounts::local);
        server = TestServer.with(new StreamFeeds(
                access, new BaseAddress(base), store.room, new Presentation(FeedForm::of, List.of()), store.clock));
    }

    public HttpResponse<String> get(String address, String... headers) {
        return server.get(path(address), headers);
    }

    HttpResponse<String> head(String address) {
        return server.send("HEAD", address, "");
    }

    /** The page of an entry here. */
    String page(EntryId id) {
        return server.at("/entries/" + id).toString();
    }

    private static String path(String address) {
        return address.replaceFirst("^https?://[^/]*", "");
    }

    static String etag(HttpResponse<String> answer) {
        return header(answer, "ETag");
    }

    /** Empty where there is none. */
    static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** The address that a document gives a link to another, empty for none. */
    static String link(HttpResponse<String> document, String rel) {
        String pattern = document.body().startsWith("{")
                ? "\"links\":\\{[^}]*\"" + rel + "\":\"([^\"]+)\""
                : "rel=\"" + rel + "\" href=\"([^\"]+)\"";
        Matcher link = Pattern.compile(pattern).matcher(document.body());
        return link.find() ? link.group(1).replace("&amp;", "&") : "";
    }

    /** The titles of an Atom document's entries, as they stand in it. */
    static List<String> titles(HttpResponse<String> atom) {
        List<String> titles = new ArrayList<>();
        Matcher title = Pattern.compile("<entry[^>]*>.*?<title>([^<]*)</title>", Pattern.DOTALL)
                .matcher(atom.body());
        while (title.find()) {
            titles.add(title.group(1));
        }
        return titles;
    }

    /** This document and all that a link of this kind leads to, one after the other. */
    public List<HttpResponse<String>> walk(String address, String rel) {
        List<HttpResponse<String>> documents = new ArrayList<>();
        String next = address;
        while (!next.isEmpty()) {
            HttpResponse<String> document = get(next);
            if (document.statusCode() != 200) {
                throw new AssertionError(next + " was answered " + document.statusCode());
            }
            documents.add(document);
            next = link(document, rel);
        }
        return documents;
    }

    EntryId id(String title) {
        return store.all().stream()
                .map(Headline::entry)
                .filter(entry -> entry.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Closes it and leaves the store's files. */
    public void stop() {
        server.close();
        store.stop();
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }
}
