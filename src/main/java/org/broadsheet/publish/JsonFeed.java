package org.broadsheet.publish;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A stream as JSON Feed 1.1; where an entry comes from stands in {@code _source}. */
final class JsonFeed {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonFeed() {}

    static byte[] write(OutgoingFeed feed) {
        List<Outgoing> entries = Outgoing.of(feed);
        ObjectNode json = JSON.objectNode();
        json.put("version", "https://jsonfeed.org/version/1.1");
        json.put("title", Allowed.text(feed.title()));
        json.put("home_page_url", feed.pageUrl().toString());
        json.put("feed_url", feed.selfUrl().toString());
        if (!feed.hubs().isEmpty()) {
            ArrayNode hubs = json.putArray("hubs");
            feed.hubs().forEach(hub -> hubs.addObject().put("type", "WebSub").put("url", hub.toString()));
        }
        // A part of the archive goes on with the next part, so that who knows no more than next_url reads all.
        feed.extent()
                .link(feed.extent().archived() ? "prev-archive" : "next")
                .ifPresent(next -> json.put("next_url", next.toString()));
        Outgoing.language(entries).ifPresent(language -> json.put("language", language));
        json.set("_broadsheet", extent(feed.extent()));
        ArrayNode items = json.putArray("items");
        entries.forEach(entry -> items.add(item(entry, feed.extent().full())));
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode extent(Extent extent) {
        ObjectNode json = JSON.objectNode();
        if (extent.change() > 0) {
            json.put("change", extent.change());
        }
        if (extent.archived()) {
            json.put("archive", true);
        }
        if (!extent.links().isEmpty()) {
            ObjectNode links = json.putObject("links");
            extent.links().forEach(link -> links.put(link.rel(), link.href().toString()));
        }
        return json;
    }

    private static ObjectNode item(Outgoing entry, boolean full) {
        ObjectNode json = JSON.objectNode();
        json.put("id", entry.id());
        json.put("url", entry.link());
        json.put("title", entry.title());
        // An item must have a content, be it empty.
        json.put(full ? "content_html" : "content_text", full ? entry.html() : entry.summary());
        put(json, "summary", entry.summary());
        entry.image().ifPresent(image -> json.put("image", image));
        entry.published().ifPresent(at -> json.put("date_published", Allowed.date(at)));
        json.put("date_modified", Allowed.date(entry.updated()));
        if (!entry.author().isEmpty()) {
            json.putArray("authors").addObject().put("name", entry.author());
        }
        if (!entry.tags().isEmpty()) {
            entry.tags().forEach(json.putArray("tags")::add);
        }
        put(json, "language", entry.language());
        attachments(json, entry.enclosures());
        json.put("_guid", entry.guid());
        json.set("_source", source(entry.origin()));
        related(json, entry.related());
        return json;
    }

    private static void attachments(ObjectNode json, List<Outgoing.Attached> files) {
        ArrayNode array = JSON.arrayNode();
        for (Outgoing.Attached file : files) {
            ObjectNode one = array.addObject().put("url", file.url()).put("mime_type", file.type());
            put(one, "title", file.title());
            Optional.ofNullable(file.bytes()).ifPresent(bytes -> one.put("size_in_bytes", bytes));
            Optional.ofNullable(file.seconds()).ifPresent(seconds -> one.put("duration_in_seconds", seconds));
        }
        if (!array.isEmpty()) {
            json.set("attachments", array);
        }
    }

    private static ObjectNode source(Outgoing.Origin origin) {
        ObjectNode source = JSON.objectNode();
        put(source, "id", origin.url());
        source.put("title", origin.title());
        put(source, "url", origin.url());
        origin.site().ifPresent(site -> source.put("home_page_url", site));
        source.put("date_modified", Allowed.date(origin.updated()));
        return source;
    }

    private static void related(ObjectNode json, List<Outgoing.Related> sightings) {
        ArrayNode array = JSON.arrayNode();
        sightings.forEach(seen -> array.addObject().put("title", seen.title()).put("url", seen.url()));
        if (!array.isEmpty()) {
            json.set("_related", array);
        }
    }

    private static void put(ObjectNode json, String field, String value) {
        if (!value.isEmpty()) {
            json.put(field, value);
        }
    }
}
