package org.broadsheet.publish;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.broadsheet.model.Author;
import org.broadsheet.model.Enclosure;
import org.broadsheet.model.ParsedEntry;
import org.broadsheet.model.ParsedFeed;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** A parsed feed as a JSON Feed 1.1 document, whatever format it came in. Pure. */
public final class NormalisedFeed {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final UnaryOperator<String> clean;

    private NormalisedFeed(UnaryOperator<String> clean) {
        this.clean = clean;
    }

    /** Writes a feed; {@code clean} turns raw HTML into HTML that is safe to show, and sees each text once. */
    public static ObjectNode write(ParsedFeed feed, UnaryOperator<String> clean) {
        return new NormalisedFeed(clean).feed(feed);
    }

    private ObjectNode feed(ParsedFeed feed) {
        ObjectNode json = JSON.objectNode();
        json.put("version", "https://jsonfeed.org/version/1.1");
        json.put("title", feed.title() == null ? "" : feed.title());
        put(json, "home_page_url", feed.siteUrl());
        put(json, "feed_url", feed.feedUrl());
        put(json, "description", plain(feed.descriptionHtml()));
        put(json, "icon", feed.iconUrl());
        put(json, "language", feed.language());
        authors(json, feed.authors());
        hubs(json, feed.hubUrl());
        json.set("_broadsheet", Extension.of(feed));
        ArrayNode items = json.putArray("items");
        feed.entries().forEach(entry -> items.add(item(entry)));
        return json;
    }

    private static void hubs(ObjectNode json, @Nullable String hub) {
        if (hub != null) {
            json.putArray("hubs").addObject().put("type", "WebSub").put("url", hub);
        }
    }

    private ObjectNode item(ParsedEntry entry) {
        ObjectNode json = JSON.objectNode();
        json.put("id", id(entry));
        put(json, "url", entry.url());
        put(json, "external_url", entry.externalUrl());
        put(json, "title", entry.title());
        String html = entry.contentHtml() == null ? entry.summaryHtml() : entry.contentHtml();
        json.put("content_html", html == null ? "" : clean.apply(html));
        put(json, "summary", plain(entry.summaryHtml()));
        put(json, "image", entry.imageUrl());
        put(json, "date_published", entry.published());
        put(json, "date_modified", entry.updated());
        authors(json, entry.authors());
        tags(json, entry.tags());
        put(json, "language", entry.language());
        attachments(json, entry.enclosures());
        ObjectNode extension = Extension.of(entry);
        if (!extension.isEmpty()) {
            json.set("_broadsheet", extension);
        }
        return json;
    }

    /** The guid, else the address, else a name made from what it says, so that it is the same each time. */
    private static String id(ParsedEntry entry) {
        if (entry.guid() != null) {
            return entry.guid();
        }
        if (entry.url() != null) {
            return entry.url();
        }
        String said =
                entry.title() + "\n" + entry.contentHtml() + "\n" + entry.summaryHtml() + "\n" + entry.published();
        return "urn:uuid:" + UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable String plain(@Nullable String html) {
        String text =
                html == null ? "" : Jsoup.parseBodyFragment(clean.apply(html)).text();
        return text.isEmpty() ? null : text;
    }

    private static void authors(ObjectNode json, List<Author> authors) {
        ArrayNode array = JSON.arrayNode();
        for (Author author : authors) {
            ObjectNode one = array.addObject();
            put(one, "name", author.name() == null && author.url() == null ? author.email() : author.name());
            put(one, "url", author.url());
        }
        if (!array.isEmpty()) {
            json.set("authors", array);
        }
    }

    private static void tags(ObjectNode json, List<String> tags) {
        if (!tags.isEmpty()) {
            ArrayNode array = json.putArray("tags");
            tags.forEach(array::add);
        }
    }

    private static void attachments(ObjectNode json, List<Enclosure> enclosures) {
        if (enclosures.isEmpty()) {
            return;
        }
        ArrayNode array = json.putArray("attachments");
        for (Enclosure enclosure : enclosures) {
            ObjectNode one = array.addObject().put("url", enclosure.url());
            one.put("mime_type", enclosure.mimeType() == null ? "application/octet-stream" : enclosure.mimeType());
            put(one, "title", enclosure.title());
            if (enclosure.bytes() != null) {
                one.put("size_in_bytes", enclosure.bytes());
            }
            if (enclosure.duration() != null) {
                one.put("duration_in_seconds", enclosure.duration().toSeconds());
            }
        }
    }

    private static void put(ObjectNode json, String field, @Nullable String value) {
        if (value != null) {
            json.put(field, value);
        }
    }

    /** Instant prints RFC 3339 for the years 0 to 9999; no date outside them belongs into JSON Feed. */
    private static void put(ObjectNode json, String field, @Nullable Instant value) {
        String text = value == null ? "" : value.toString();
        if (!text.isEmpty() && Character.isDigit(text.charAt(0))) {
            json.put(field, text);
        }
    }
}
