package org.broadsheet.ingest.parse;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.model.Enclosure;
import org.jspecify.annotations.Nullable;

/** Pictures, sound and film of an entry: RSS enclosures, Atom links, Media RSS, iTunes. */
final class Media {
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,4}):(\\d{1,2})(?:\\.\\d+)?");
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,9})(?:\\.\\d+)?");

    private Media() {}

    /** All files, each address once, in document order by kind. */
    static List<Enclosure> enclosures(Node entry, Links links) {
        Duration length = entry.first(node -> duration(node.text()), "itunes:duration");
        Map<String, Enclosure> byUrl = new LinkedHashMap<>();
        entry.each("enclosure", "atom:enclosure").forEach(node -> add(byUrl, node, length));
        links.all("enclosure").forEach(node -> add(byUrl, node, length));
        contents(entry).forEach(node -> add(byUrl, node, null));
        return List.copyOf(byUrl.values());
    }

    private static void add(Map<String, Enclosure> byUrl, Node node, @Nullable Duration length) {
        String url = url(node);
        if (url == null) {
            return;
        }
        String size = node.attribute("length");
        Duration own = duration(node.attribute("duration"));
        byUrl.putIfAbsent(
                url,
                new Enclosure(
                        url,
                        node.attribute("type"),
                        bytes(size == null ? node.attribute("filesize") : size),
                        own == null ? length : own,
                        title(node)));
    }

    private static @Nullable String title(Node node) {
        String attribute = node.attribute("title");
        return attribute == null ? node.first(Text::plain, "media:title") : attribute;
    }

    private static @Nullable String url(Node node) {
        String url = node.address("url");
        return url != null ? url : Links.address(node);
    }

    private static List<Node> contents(Node entry) {
        return inside(entry.each("media:group"), entry.each("media:content"), "media:content");
    }

    /** The children of one name in some elements, behind those that stand before. */
    private static List<Node> inside(List<Node> holders, List<Node> before, String name) {
        return holders.isEmpty()
                ? before
                : Lists.concat(
                        before,
                        holders.stream()
                                .flatMap(holder -> holder.all(name).stream())
                                .toList());
    }

    /** The picture of an entry or feed: its own element, a thumbnail, an image among its files. */
    static @Nullable String image(Node entry, List<Enclosure> enclosures) {
        String own = entry.first(Media::picture, "itunes:image", "media:thumbnail", "image", "webfeeds:cover");
        if (own != null) {
            return own;
        }
        List<Node> holders = Lists.concat(entry.each("media:group"), contents(entry));
        String inside = firstOf(inside(holders, List.of(), "media:thumbnail"), Media::picture);
        return inside != null ? inside : largestKind(entry, enclosures);
    }

    private static @Nullable String largestKind(Node entry, List<Enclosure> enclosures) {
        String media = firstOf(contents(entry), node -> isImage(node) ? url(node) : null);
        return media != null ? media : firstOf(enclosures, file -> isImage(file.mimeType()) ? file.url() : null);
    }

    private static <T> @Nullable String firstOf(List<T> all, Function<T, @Nullable String> question) {
        for (T one : all) {
            String answer = question.apply(one);
            if (answer != null) {
                return answer;
            }
        }
        return null;
    }

    private static boolean isImage(Node node) {
        return "image".equalsIgnoreCase(node.attribute("medium")) || isImage(node.attribute("type"));
    }

    private static boolean isImage(@Nullable String type) {
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("image/");
    }

    /** The address of an image element: an attribute, a child, or its text, as iTunes, Media RSS and RSS do. */
    static @Nullable String picture(Node node) {
        for (String attribute : List.of("href", "url", "resource")) {
            String url = node.address(attribute);
            if (url != null) {
                return url;
            }
        }
        String child = node.first(Node::address, "url");
        return child != null || !node.element().getChildren().isEmpty() ? child : node.address();
    }

    /** "1:02:03", "62:03" or "3723"; null when it is none of them. */
    static @Nullable Duration duration(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher clock = CLOCK.matcher(text);
        Matcher seconds = SECONDS.matcher(text);
        if (clock.matches()) {
            long hours = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
            return Duration.ofHours(hours)
                    .plusMinutes(Long.parseLong(clock.group(2)))
                    .plusSeconds(Long.parseLong(clock.group(3)));
        }
        return seconds.matches() ? Duration.ofSeconds(Long.parseLong(seconds.group(1))) : null;
    }

    private static @Nullable Long bytes(@Nullable String text) {
        String digits = text == null ? "" : text.replaceAll("[,.\\s]", "");
        boolean number = digits.matches("\\d{1,18}");
        return number && !digits.equals("0") ? Long.valueOf(digits) : null;
    }
}
