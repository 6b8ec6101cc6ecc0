package org.broadsheet.ingest.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.broadsheet.ingest.parse.ParseResult.NotAFeed;
import org.broadsheet.model.Author;
import org.broadsheet.model.Enclosure;
import org.broadsheet.model.ErrorKind;
import org.broadsheet.model.ParsedEntry;
import org.broadsheet.model.ParsedFeed;
import org.broadsheet.model.Particulars;
import org.broadsheet.model.QuietTimes;
import org.broadsheet.text.Dates;
import org.broadsheet.text.XmlCharacters;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1), taking what publishers get wrong: numbers for ids, one tag for a list. */
final class JsonFeedReader {
    private static final JsonMapper TOLERANT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();

    private final Place place;

    private JsonFeedReader(@Nullable String base) {
        this.place = new Place(base, null);
    }

    static ParseResult read(String text, @Nullable String base, List<String> repairs) {
        JsonNode root;
        try {
            root = TOLERANT.readTree(text);
        } catch (JsonProcessingException broken) {
            return new NotAFeed(ErrorKind.NOT_A_FEED, "The document is neither XML nor sound JSON.");
        }
        boolean feed = root.isObject()
                && (root.path("items").isArray() || version(root).contains("jsonfeed"));
        return feed
                ? new ParseResult.Parsed(new JsonFeedReader(base).feed(root, repairs), false)
                : NotAFeed.of(ErrorKind.NOT_A_FEED);
    }

    private static String version(JsonNode root) {
        return root.path("version").asText("");
    }

    private ParsedFeed feed(JsonNode root, List<String> repairs) {
        String version = version(root).endsWith("1.1") ? "1.1" : "1.0";
        JsonNode items = root.path("items");
        boolean tooMany = items.size() > FeedParser.MOST_ENTRIES;
        String icon = address(root, "icon");
        return new ParsedFeed(
                "JSON Feed " + version,
                line(root, "title"),
                address(root, "home_page_url"),
                address(root, "feed_url"),
                hub(root),
                escaped(text(root, "description")),
                Languages.tag(text(root, "language")),
                icon != null ? icon : address(root, "favicon"),
                authors(root),
                null,
                QuietTimes.NONE,
                stream(items)
                        .filter(JsonNode::isObject)
                        .limit(FeedParser.MOST_ENTRIES)
                        .map(this::entry)
                        .toList(),
                Lists.concat(repairs, tooMany ? List.of(FeedParser.TOO_MANY) : List.of()));
    }

    private @Nullable String hub(JsonNode root) {
        return stream(root.path("hubs"))
                .map(hub -> address(hub, "url"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private ParsedEntry entry(JsonNode item) {
        Instant published = Dates.read(text(item, "date_published"));
        Instant updated = Dates.read(text(item, "date_modified"));
        String html = text(item, "content_html");
        String image = address(item, "image");
        return new ParsedEntry(
                text(item, "id"),
                address(item, "url"),
                address(item, "external_url"),
                line(item, "title"),
                html != null ? RelativeLinks.absolute(html, place.base()) : escaped(text(item, "content_text")),
                escaped(text(item, "summary")),
                image != null ? image : address(item, "banner_image"),
                published == null ? updated : published,
                updated,
                authors(item),
                tags(item),
                Languages.tag(text(item, "language")),
                null,
                stream(item.path("attachments"))
                        .map(this::enclosure)
                        .filter(Objects::nonNull)
                        .toList(),
                Particulars.NONE);
    }

    private @Nullable Enclosure enclosure(JsonNode attachment) {
        String url = address(attachment, "url");
        JsonNode seconds = attachment.path("duration_in_seconds");
        JsonNode bytes = attachment.path("size_in_bytes");
        return url == null
                ? null
                : new Enclosure(
                        url,
                        text(attachment, "mime_type"),
                        bytes.isNumber() && bytes.asLong() > 0 ? bytes.asLong() : null,
                        seconds.isNumber() && seconds.asLong() > 0 ? Duration.ofSeconds(seconds.asLong()) : null,
                        text(attachment, "title"));
    }

    /** Version 1.1 has {@code authors}, 1.0 had one {@code author}; both are read, the new one first. */
    private List<Author> authors(JsonNode node) {
        Stream<JsonNode> all = Stream.concat(stream(node.path("authors")), stream(node.path("author")));
        return all.map(this::author).filter(Objects::nonNull).distinct().toList();
    }

    private @Nullable Author author(JsonNode author) {
        String name = author.isTextual() ? Plain.oneLine(XmlCharacters.allowed(author.asText())) : line(author, "name");
        String url = address(author, "url");
        boolean mail = url != null && url.startsWith("mailto:");
        boolean nobody = url == null && (name == null || name.isEmpty());
        return nobody
                ? null
                : new Author(
                        name,
                        mail ? null : url,
                        mail ? Objects.requireNonNull(url).substring(7) : null);
    }

    private static List<String> tags(JsonNode item) {
        return stream(item.path("tags"))
                .map(tag -> XmlCharacters.allowed(tag.asText("")).strip())
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode node) {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                : node.isMissingNode() ? Stream.empty() : Stream.of(node);
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        // JSON can hold NUL and half a surrogate pair; neither XML nor PostgreSQL can.
        String text = value.isValueNode() && !value.isNull() ? XmlCharacters.allowed(value.asText()) : "";
        return text.isBlank() ? null : text.strip();
    }

    private static @Nullable String line(JsonNode node, String field) {
        String text = text(node, field);
        return text == null ? null : Plain.oneLine(text);
    }

    private @Nullable String address(JsonNode node, String field) {
        return place.resolve(text(node, field));
    }

    private static @Nullable String escaped(@Nullable String text) {
        return text == null ? null : Entities.escape(text).replace("\n", "<br>\n");
    }
}
