package org.broadsheet.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Addresses that carry the address they lead to in sight. Only known services: elsewhere such a parameter is content. */
final class Redirectors {
    private static final Map<String, List<String>> PARAMETERS = Map.ofEntries(
            Map.entry("l.facebook.com/l.php", List.of("u")),
            Map.entry("lm.facebook.com/l.php", List.of("u")),
            Map.entry("facebook.com/l.php", List.of("u")),
            Map.entry("l.instagram.com/", List.of("u")),
            Map.entry("out.reddit.com/*", List.of("url")),
            Map.entry("google.com/url", List.of("q", "url")),
            Map.entry("news.google.com/news/url", List.of("url")),
            Map.entry("youtube.com/redirect", List.of("q")),
            Map.entry("t.umblr.com/redirect", List.of("z")),
            Map.entry("vk.com/away.php", List.of("to")),
            Map.entry("steamcommunity.com/linkfilter/", List.of("url", "u")),
            Map.entry("slack-redir.net/link", List.of("url")),
            Map.entry("duckduckgo.com/l/", List.of("uddg")),
            Map.entry("linkedin.com/redir/redirect", List.of("url")),
            Map.entry("bing.com/news/apiclick.aspx", List.of("url")),
            Map.entry("getpocket.com/redirect", List.of("url")),
            Map.entry("disq.us/url", List.of("url")),
            Map.entry("medium.com/r/", List.of("url")),
            Map.entry("href.li/", List.of("url")),
            Map.entry("safelinks.protection.outlook.com/", List.of("url")));

    private static final Set<String> HOSTS = PARAMETERS.keySet().stream()
            .map(address -> address.substring(0, address.indexOf('/')))
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern GOOGLE_HOST = Pattern.compile("^(?:www\\.)?google\\.(?:com?\\.)?[a-z]{2,3}$");
    private static final Pattern AMP_VIEWER = Pattern.compile("^/amp/(s/)?(.+)$");
    private static final Pattern AMP_CACHE = Pattern.compile("^/[a-z]/(s/)?(.+)$");

    private static final Pattern FRONT = Pattern.compile("^www\\.|^\\w+\\.(?=safelinks\\.)");

    private Redirectors() {}

    /** Where it leads; empty when the address is no redirector. */
    static Optional<Url> target(Url url) {
        boolean google = url.host().contains("google.")
                && GOOGLE_HOST.matcher(url.host()).matches();
        if (url.host().endsWith(".cdn.ampproject.org")) return amp(AMP_CACHE, url);
        if (google && url.path().startsWith("/amp/")) return amp(AMP_VIEWER, url);
        return named(google ? "google.com" : withoutFront(url.host()), url);
    }

    private static String withoutFront(String host) {
        boolean fronted = host.startsWith("www.") || host.contains(".safelinks.");
        return fronted ? FRONT.matcher(host).replaceFirst("") : host;
    }

    private static Optional<Url> named(String host, Url url) {
        if (!HOSTS.contains(host)) return Optional.empty();
        List<String> names =
                PARAMETERS.getOrDefault(host + url.path(), PARAMETERS.getOrDefault(host + "/*", List.of()));
        return names.stream().flatMap(name -> parameter(url, name).stream()).findFirst();
    }

    private static Optional<Url> parameter(Url url, String name) {
        String query = url.query() == null ? "" : "&" + url.query();
        int start = query.indexOf("&" + name + "=");
        if (start < 0) return Optional.empty();
        String value = query.substring(start + name.length() + 2).split("&", 2)[0];
        try {
            return Url.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Url> amp(Pattern form, Url url) {
        Matcher path = form.matcher(url.path());
        if (!path.matches()) return Optional.empty();
        String scheme = path.group(1) == null ? "http://" : "https://";
        return Url.of(scheme + path.group(2) + (url.query() == null ? "" : "?" + url.query()));
    }
}
