package org.broadsheet.ingest.discover;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where well-known sites keep the feeds of their pages, so that any of their addresses can be pasted. Sites whose pages name
 * their feeds are not here. Pure.
 */
public final class KnownSites {
    private static final Pattern HANDLE = Pattern.compile("@([\\w.-]+)@([\\w-]+(?:\\.[\\w-]+)+)");
    private static final String ATOM = "application/atom+xml";
    private static final String RSS = "application/rss+xml";

    /** A kind of page: host and path and query as one text, and its feed with the groups put in. */
    private record Rule(Pattern page, String feed, String title, String type) {
        static Rule of(String page, String feed, String title, String type) {
            return new Rule(Pattern.compile(page), feed, title, type);
        }
    }

    private static final String GITHUB =
            "github\\.com/((?!features|topics|collections|settings|marketplace|orgs)[\\w.-]+/[\\w.-]+?)";
    private static final String GITHUB_OUT = "https://github.com/$1/";

    private static final List<Rule> RULES = List.of(
            Rule.of(
                    "youtube\\.com/channel/(UC[\\w-]{22})(?:[/?].*)?",
                    "https://www.youtube.com/feeds/videos.xml?channel_id=$1",
                    "Videos",
                    ATOM),
            Rule.of(
                    "youtube\\.com/channel/UC([\\w-]{22})(?:[/?].*)?",
                    "https://www.youtube.com/feeds/videos.xml?playlist_id=UULF$1",
                    "Videos without Shorts",
                    ATOM),
            Rule.of(
                    "youtube\\.com/(?:playlist|watch)\\?(?:.*&)?list=([\\w-]+)(?:&.*)?",
                    "https://www.youtube.com/feeds/videos.xml?playlist_id=$1",
                    "Playlist",
                    ATOM),
            Rule.of(
                    "youtube\\.com/user/([\\w.-]+)(?:[/?].*)?",
                    "https://www.youtube.com/feeds/videos.xml?user=$1",
                    "Videos",
                    ATOM),
            Rule.of(
                    "(?:old\\.)?reddit\\.com/(r/\\w+|u(?:ser)?/[\\w-]+|r/\\w+/(?:new|top|hot|rising|comments/\\w+(?:/\\w+)?))/?(?:\\?.*)?",
                    "https://www.reddit.com/$1/.rss",
                    "Posts",
                    ATOM),
            Rule.of(GITHUB + "/?", GITHUB_OUT + "releases.atom", "Releases", ATOM),
            Rule.of(GITHUB + "/?", GITHUB_OUT + "commits.atom", "Commits", ATOM),
            Rule.of(GITHUB + "/?", GITHUB_OUT + "tags.atom", "Tags", ATOM),
            Rule.of(GITHUB + "/releases/?.*", GITHUB_OUT + "releases.atom", "Releases", ATOM),
            Rule.of(GITHUB + "/tags/?.*", GITHUB_OUT + "tags.atom", "Tags", ATOM),
            Rule.of(GITHUB + "/discussions/?.*", GITHUB_OUT + "discussions.atom", "Discussions", ATOM),
            Rule.of(GITHUB + "/commits/([\\w./-]+?)/?", GITHUB_OUT + "commits/$2.atom", "Commits", ATOM),
            Rule.of(
                    "github\\.com/((?!features|topics|collections|settings|marketplace|about|pricing)[\\w-]+)/?",
                    "https://github.com/$1.atom",
                    "Activity",
                    ATOM),
            Rule.of(
                    "gitlab\\.com/([\\w.-]+/[\\w./-]+?)/?(?:/-/(?:releases|tags).*)?",
                    "https://gitlab.com/$1/-/tags?format=atom",
                    "Tags",
                    ATOM),
            Rule.of("codeberg\\.org/([\\w.-]+(?:/[\\w.-]+)?)/?", "https://codeberg.org/$1.rss", "Activity", RSS),
            Rule.of("bsky\\.app/profile/([\\w.:-]+)/?", "https://bsky.app/profile/$1/rss", "Posts", RSS),
            Rule.of("medium\\.com/(@?[\\w.-]+)/?", "https://medium.com/feed/$1", "Stories", RSS),
            Rule.of("dev\\.to/(\\w+)/?", "https://dev.to/feed/$1", "Posts", RSS),
            Rule.of("([\\w-]+\\.substack\\.com)/?(?:archive|about)?/?(?:\\?.*)?", "https://$1/feed", "Posts", RSS),
            Rule.of("([\\w-]+\\.tumblr\\.com)/?", "https://$1/rss", "Posts", RSS),
            Rule.of("([\\w-]+\\.blogspot\\.com)/?", "https://$1/feeds/posts/default", "Posts", ATOM),
            Rule.of(
                    "vimeo\\.com/(?:channels/)?([a-z]\\w+)(?:/videos)?/?",
                    "https://vimeo.com/$1/videos/rss",
                    "Videos",
                    RSS),
            Rule.of("news\\.ycombinator\\.com/?(?:news)?", "https://news.ycombinator.com/rss", "Front page", RSS),
            Rule.of(
                    "stackoverflow\\.com/questions/tagged/([\\w.%+-]+)(?:\\?.*)?",
                    "https://stackoverflow.com/feeds/tag/$1", "Questions", ATOM),
            Rule.of("arxiv\\.org/list/([\\w.-]+)(?:/.*)?", "https://rss.arxiv.org/rss/$1", "New papers", RSS),
            Rule.of(
                    "pypi\\.org/project/([\\w.-]+)/?.*",
                    "https://pypi.org/rss/project/$1/releases.xml",
                    "Releases",
                    RSS));

    private KnownSites() {}

    /** The feeds of a page of a known site; empty for any other address, also for one that is a feed already. */
    public static List<FoundFeed> feedsOf(String url) {
        String page = page(url);
        return RULES.stream()
                .flatMap(rule -> {
                    Matcher parts = rule.page().matcher(page);
                    return parts.matches()
                            ? Stream.of(new FoundFeed(filled(rule.feed(), parts), rule.title(), rule.type()))
                            : Stream.empty();
                })
                .filter(feed -> !feed.url().equals(url))
                .toList();
    }

    /** The page of a handle of the fediverse such as {@code @ann@social.example}; any other text as it is. */
    public static String pageOfHandle(String typed) {
        Matcher handle = HANDLE.matcher(typed.strip());
        return handle.matches()
                ? "https://" + handle.group(2).toLowerCase(Locale.ROOT) + "/@" + handle.group(1)
                : typed;
    }

    private static String page(String url) {
        URI uri = URI.create(url);
        String host =
                uri.getHost() == null || uri.getPort() >= 0 ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return host.replaceFirst("^(?:www|m)\\.", "") + uri.getRawPath() + query;
    }

    private static String filled(String feed, Matcher parts) {
        String filled = feed;
        for (int group = 1; group <= parts.groupCount(); group++) {
            filled = filled.replace("$" + group, parts.group(group));
        }
        return filled;
    }
}
