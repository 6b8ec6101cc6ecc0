package org.broadsheet.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters that say which page is meant, in the order of their names. Values of one name keep their order. */
final class CanonicalQuery {
    private static final Set<String> SESSIONS =
            Set.of("phpsessid", "jsessionid", "sessionid", "cfid", "cftoken", "osadcampaign");

    /** These are marks only where the value says so: {@code from=rss}, but {@code from=paris}. */
    private static final Set<String> SENDERS =
            Set.of("from", "source", "src", "ref", "via", "channel", "referrer", "referer");

    private static final Pattern FEED_SENDER = Pattern.compile(
            "(?:rss|atom|feeds?|xml|feedburner|feedly)(?:[-_. ]?(?:feeds?|rss|\\d).*|-.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST_SENDER = Pattern.compile(
            "(?:[a-z0-9-]+\\.)+(?:com|org|net|io|co|news|blog|example|dev|app|[a-z]{2})", Pattern.CASE_INSENSITIVE);

    private CanonicalQuery() {}

    /** Null when no parameter is left. */
    static @Nullable String of(Url url) {
        String query = url.query();
        if (query == null) return null;
        String kept = Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.isEmpty() && !isMark(url.host(), name(parameter), value(parameter)))
                .map(parameter -> Escapes.normal(parameter.replace("+", "%20")))
                .sorted(Comparator.comparing(CanonicalQuery::name))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? null : kept;
    }

    private static boolean isMark(String host, String writtenName, String value) {
        String name = writtenName.toLowerCase(Locale.ROOT);
        return TrackingMarks.contains(name)
                || SESSIONS.contains(name)
                || SiteMarks.contains(host, name)
                || isAmpSwitch(name, value)
                || isSender(name, value);
    }

    private static boolean isAmpSwitch(String name, String value) {
        boolean bare = name.equals("amp") && (value.isEmpty() || value.equals("1") || value.equals("true"));
        boolean form =
                name.equals("outputtype") || name.equals("view") || name.equals("mode") || name.equals("platform");
        return bare || (form && value.equalsIgnoreCase("amp"));
    }

    private static boolean isSender(String name, String value) {
        boolean feed = SENDERS.contains(name) && FEED_SENDER.matcher(value).matches();
        return feed
                || (name.startsWith("ref")
                        && SENDERS.contains(name)
                        && HOST_SENDER.matcher(value).matches());
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? parameter : parameter.substring(0, equals);
    }

    private static String value(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? "" : parameter.substring(equals + 1);
    }
}
