package org.broadsheet.ingest.discover;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.text.FeedAddress;
import org.broadsheet.text.Url;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the feeds that a web page names in its {@code link} elements. Guesses no address, asks no server. Pure. */
public final class Discovery {
    private static final Set<String> TYPES = Set.of(
            "application/rss+xml",
            "application/atom+xml",
            "application/rdf+xml",
            "application/feed+json",
            "application/xml",
            "text/xml");

    private static final int MAX_FEEDS = 50;

    private Discovery() {}

    /**
     * The feeds in the order of the page, each once, at most {@value #MAX_FEEDS}.
     *
     * @param contentType as the server says, null when it says nothing
     * @param pageUrl where the page was found; its {@code base} element counts before it
     * @see <a href="https://blog.whatwg.org/feed-autodiscovery">Feed autodiscovery</a>
     */
    public static List<FoundFeed> feedsIn(byte[] html, @Nullable String contentType, String pageUrl) {
        Document page = Page.of(html, contentType);
        @Nullable Url base = base(page, Url.of(pageUrl).orElse(null));
        Map<String, FoundFeed> found = new LinkedHashMap<>();
        for (Element link : page.select("link[rel][href]")) {
            feed(link, base).ifPresent(feed -> found.putIfAbsent(feed.url(), feed));
            if (found.size() == MAX_FEEDS) break;
        }
        return List.copyOf(found.values());
    }

    private static @Nullable Url base(Document page, @Nullable Url own) {
        Element declared = page.selectFirst("base[href]");
        return declared == null ? own : Url.of(declared.attr("href"), own).orElse(own);
    }

    private static Optional<FoundFeed> feed(Element link, @Nullable Url base) {
        Set<String> relations = Set.copyOf(
                List.of(link.attr("rel").toLowerCase(Locale.ROOT).strip().split("\\s+")));
        String type = link.attr("type")
                .toLowerCase(Locale.ROOT)
                .replaceFirst(";.*", "")
                .strip();
        boolean named = relations.contains("alternate") && !relations.contains("stylesheet") && isFeed(type, link);
        if (!named && !relations.contains("feed")) return Optional.empty();
        String title = link.attr("title").strip();
        return Url.of(link.attr("href").replaceFirst("^\\s*feed:(?://)?(?=https?:)|^\\s*feed:(?=//)", ""), base)
                .flatMap(url -> FeedAddress.of(url.toString()))
                .map(url -> new FoundFeed(url, title.isEmpty() ? null : title, type));
    }

    /** Plain JSON is a feed only where it says so: WordPress links its API with the same relation and type. */
    private static boolean isFeed(String type, Element link) {
        if (TYPES.contains(type)) return true;
        return type.equals("application/json")
                && (link.attr("href") + " " + link.attr("title"))
                        .toLowerCase(Locale.ROOT)
                        .contains("feed");
    }
}
