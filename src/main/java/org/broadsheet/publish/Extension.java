package org.broadsheet.publish;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.broadsheet.model.ParsedEntry;
import org.broadsheet.model.ParsedFeed;
import org.broadsheet.model.Particulars;
import org.jspecify.annotations.Nullable;

/** What a parsed feed says and JSON Feed has no member for, under {@code _broadsheet} (JSON Feed 1.1, Extensions). */
final class Extension {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Extension() {}

    static ObjectNode of(ParsedFeed feed) {
        ObjectNode json = JSON.objectNode().put("format", feed.format());
        if (feed.ttl() != null) {
            json.put("ttl_minutes", feed.ttl().toMinutes());
        }
        if (!feed.quiet().hours().isEmpty()) {
            ArrayNode hours = json.putArray("skip_hours");
            feed.quiet().hours().stream().sorted().forEach(hours::add);
        }
        if (!feed.quiet().days().isEmpty()) {
            ArrayNode days = json.putArray("skip_days");
            feed.quiet().days().stream().sorted().map(Enum::name).forEach(days::add);
        }
        if (!feed.repairs().isEmpty()) {
            ArrayNode repairs = json.putArray("repairs");
            feed.repairs().forEach(repairs::add);
        }
        return json;
    }

    static ObjectNode of(ParsedEntry entry) {
        Particulars beside = entry.particulars();
        ObjectNode json = JSON.objectNode();
        put(json, "comments_url", entry.commentsUrl());
        put(json, "rights", beside.rights());
        if (beside.source() != null) {
            ObjectNode source = json.putObject("source");
            put(source, "title", beside.source().title());
            put(source, "url", beside.source().url());
        }
        if (!beside.transcripts().isEmpty()) {
            ArrayNode transcripts = json.putArray("transcripts");
            beside.transcripts().forEach(transcript -> transcripts.add(transcript(transcript)));
        }
        put(json, "chapters_url", beside.chaptersUrl());
        if (!beside.people().isEmpty()) {
            ArrayNode people = json.putArray("people");
            beside.people().forEach(person -> people.add(person(person)));
        }
        return json;
    }

    private static ObjectNode transcript(Particulars.Transcript transcript) {
        ObjectNode json = JSON.objectNode().put("url", transcript.url());
        put(json, "mime_type", transcript.mimeType());
        put(json, "language", transcript.language());
        return json;
    }

    private static ObjectNode person(Particulars.Person person) {
        ObjectNode json = JSON.objectNode().put("name", person.name());
        put(json, "role", person.role());
        put(json, "url", person.url());
        put(json, "image", person.imageUrl());
        return json;
    }

    private static void put(ObjectNode json, String member, @Nullable String value) {
        if (value != null) {
            json.put(member, value);
        }
    }
}
