package org.broadsheet.text;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One host for the fronts of a site: for phones, for AMP, of another country, its short form. */
final class CanonicalHost {
    /** {@code www.}, {@code m.}, or {@code m.} after a language, before a name that has a dot of its own. */
    private static final Pattern FRONT = Pattern.compile("^(?:www\\d?|m|mobile|amp)\\.(?=[^.]+\\..)");

    private static final Pattern LANGUAGE_FRONT = Pattern.compile("^([a-z]{2,3}(?:-[a-z]+)?)\\.m\\.(?=[^.]+\\..)");
    private static final Pattern BLOGSPOT = Pattern.compile("\\.blogspot\\.(?:com?\\.)?[a-z]{2,3}$");
    private static final Pattern YOUTUBE_PATH = Pattern.compile("^/(?:embed|shorts|live|v|e)/([\\w-]+)/?$");

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("old.reddit.com", "reddit.com"),
            Map.entry("new.reddit.com", "reddit.com"),
            Map.entry("np.reddit.com", "reddit.com"),
            Map.entry("i.reddit.com", "reddit.com"),
            Map.entry("x.com", "twitter.com"),
            Map.entry("bbc.co.uk", "bbc.com"),
            Map.entry("edition.cnn.com", "cnn.com"),
            Map.entry("youtube-nocookie.com", "youtube.com"),
            Map.entry("touch.latimes.com", "latimes.com"));

    private CanonicalHost() {}

    static Url of(Url url) {
        Url named = url.withHost(host(url.host()));
        return switch (named.host()) {
            case "youtu.be" -> watch(named, named.path().substring(1).replaceAll("/+$", ""));
            case "youtube.com" -> youtube(named);
            default -> named;
        };
    }

    private static String host(String host) {
        String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String main = mayHaveFront(bare) ? FRONT.matcher(bare).replaceFirst("") : bare;
        String fronted = main.contains(".m.") ? LANGUAGE_FRONT.matcher(main).replaceFirst("$1.") : main;
        String named =
                fronted.contains(".blogspot.") ? BLOGSPOT.matcher(fronted).replaceFirst(".blogspot.com") : fronted;
        return ALIASES.getOrDefault(named, named);
    }

    private static boolean mayHaveFront(String host) {
        return host.startsWith("w") || host.startsWith("m") || host.startsWith("amp");
    }

    private static Url youtube(Url url) {
        Matcher video = YOUTUBE_PATH.matcher(url.path());
        return video.matches() ? watch(url, video.group(1)) : url;
    }

    private static Url watch(Url url, String video) {
        if (video.isEmpty() || video.contains("/")) return url;
        String rest = url.query();
        return url.withHost("youtube.com")
                .withPath("/watch")
                .withQuery("v=" + video + (rest == null ? "" : "&" + rest));
    }
}
