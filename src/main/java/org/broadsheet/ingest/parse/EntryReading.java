package org.broadsheet.ingest.parse;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.broadsheet.model.Enclosure;
import org.broadsheet.model.ParsedEntry;
import org.jspecify.annotations.Nullable;

/** One item of RSS or entry of Atom, read field by field: each takes the first name that says something. */
final class EntryReading {
    private static final String[] TITLES = {"title", "atom:title", "dc:title", "media:title", "itunes:title"};
    private static final String[] CONTENTS = {
        "content:encoded", "content", "atom:content", "xhtml:body", "xhtml:div", "fullitem", "body", "encoded"
    };
    private static final String[] SUMMARIES = {
        "description",
        "summary",
        "atom:summary",
        "dc:description",
        "itunes:summary",
        "itunes:subtitle",
        "excerpt:encoded",
        "dcterms:abstract",
        "media:description"
    };

    private static final Pattern FILE = Pattern.compile("(?i)(?:image|audio|video)/");

    private EntryReading() {}

    static ParsedEntry read(Node entry) {
        Links links = new Links(entry);
        String guid = guid(entry);
        List<Enclosure> enclosures = Media.enclosures(entry, links);
        Instant updated = Moments.updated(entry);
        Instant published = Moments.published(entry);
        return new ParsedEntry(
                guid,
                page(entry, links),
                null,
                title(entry),
                entry.first(EntryReading::content, CONTENTS),
                summary(entry),
                Media.image(entry, enclosures),
                published == null ? updated : published,
                updated,
                Authors.ofEntry(entry),
                Tags.of(entry),
                language(entry),
                comments(entry, links),
                enclosures,
                Beside.of(entry));
    }

    private static @Nullable String guid(Node entry) {
        String guid = entry.first(Node::text, "guid", "id", "atom:id", "dc:identifier");
        return guid != null ? guid : entry.attribute("about");
    }

    /** A guid stands in for a missing link where RSS 2.0 says it is one, or seems to be one. */
    private static @Nullable String page(Node entry, Links links) {
        String page = links.page();
        String permaLink = page != null ? page : entry.first(EntryReading::permaLink, "guid");
        if (permaLink != null) {
            return permaLink;
        }
        String source = entry.first(node -> node.address("src"), "content", "atom:content");
        String about = entry.attribute("about");
        return source == null && about != null && Addresses.isWeb(about) ? about : source;
    }

    private static @Nullable String permaLink(Node guid) {
        String address = guid.address();
        boolean no = "false".equalsIgnoreCase(guid.attribute("isPermaLink"));
        return no || address == null || !Addresses.isWeb(address) ? null : address;
    }

    private static @Nullable String title(Node entry) {
        String own = entry.first(Text::plain, TITLES);
        return own != null ? own : entry.first(group -> group.first(Text::plain, "media:title"), "media:group");
    }

    private static @Nullable String content(Node node) {
        String type = node.attribute("type");
        boolean file = type != null && FILE.matcher(type).lookingAt();
        return file ? null : Text.html(node);
    }

    private static @Nullable String summary(Node entry) {
        String own = entry.first(Text::html, SUMMARIES);
        return own != null ? own : entry.first(group -> group.first(Text::html, "media:description"), "media:group");
    }

    private static @Nullable String language(Node entry) {
        String dc = Languages.tag(entry.first(Node::text, "dc:language", "language"));
        if (dc != null) {
            return dc;
        }
        String content = entry.first(node -> node.place().language(), CONTENTS);
        String summary =
                content != null ? content : entry.first(node -> node.place().language(), SUMMARIES);
        return summary != null ? summary : entry.place().language();
    }

    private static @Nullable String comments(Node entry, Links links) {
        String comments = entry.first(Node::address, "comments");
        return comments != null ? comments : links.rel("replies");
    }
}
