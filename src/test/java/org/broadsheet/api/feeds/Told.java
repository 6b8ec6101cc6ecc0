package org.broadsheet.api.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.modules.content.ContentModule;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.broadsheet.ingest.parse.FeedDocument;
import org.broadsheet.ingest.parse.FeedParser;
import org.broadsheet.ingest.parse.ParseResult;
import org.broadsheet.model.Author;
import org.broadsheet.model.ParsedEntry;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** What readers of feeds find in a document: for each entry's id its fields by name, those that the reader knows. */
final class Told {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Told() {}

    interface Reader {
        Map<String, Map<String, String>> read(String document) throws Exception;
    }

    static Map<String, Map<String, String>> atomByRome(String document) throws Exception {
        Map<String, Map<String, String>> told = new LinkedHashMap<>();
        for (SyndEntry entry :
                new SyndFeedInput().build(new StringReader(document)).getEntries()) {
            Map<String, String> fields = new TreeMap<>();
            fields.put("title", text(entry.getTitleEx()));
            fields.put("link", entry.getLink());
            fields.put("author", Objects.requireNonNullElse(entry.getAuthor(), ""));
            fields.put("summary", text(entry.getDescription()));
            fields.put("html", entry.getContents().get(0).getValue());
            fields.put("tags", tags(entry));
            fields.put("updated", String.valueOf(entry.getUpdatedDate().toInstant()));
            fields.put(
                    "published",
                    entry.getPublishedDate() == null
                            ? ""
                            : entry.getPublishedDate().toInstant().toString());
            fields.put(
                    "files",
                    entry.getEnclosures().stream()
                            .map(file -> file(file.getUrl(), file.getType(), file.getLength()))
                            .collect(Collectors.joining("\n")));
            fields.put("source", entry.getSource().getTitle());
            fields.put("sourceUrl", entry.getSource().getUri());
            fields.put("related", related(entry.getLinks()));
            fields.put("guid", ((DCModule) entry.getModule(DCModule.URI)).getIdentifier());
            told.put(entry.getUri(), fields);
        }
        return told;
    }

    static Map<String, Map<String, String>> rssByRome(String document) throws Exception {
        Map<String, Map<String, String>> told = new LinkedHashMap<>();
        Map<String, String> further = furtherFiles(document);
        for (SyndEntry entry :
                new SyndFeedInput().build(new StringReader(document)).getEntries()) {
            Map<String, String> fields = new TreeMap<>();
            DCModule dc = (DCModule) entry.getModule(DCModule.URI);
            ContentModule content = (ContentModule) entry.getModule(ContentModule.URI);
            fields.put("title", bare(entry.getTitle()));
            fields.put("link", entry.getLink());
            fields.put("author", bare(Objects.requireNonNullElse(dc.getCreator(), "")));
            fields.put(
                    "summary",
                    entry.getDescription() == null
                            ? ""
                            : Parser.unescapeEntities(entry.getDescription().getValue(), false));
            fields.put("html", content == null ? "" : content.getEncodeds().get(0));
            fields.put("tags", bare(tags(entry)));
            fields.put("dated", entry.getPublishedDate().toInstant().toString());
            fields.put(
                    "firstFile",
                    entry.getEnclosures().stream()
                            .map(file -> file(file.getUrl(), file.getType(), file.getLength()))
                            .collect(Collectors.joining("\n")));
            fields.put("furtherFiles", further.getOrDefault(entry.getUri(), ""));
            fields.put("source", bare(entry.getSource().getTitle()));
            fields.put("sourceUrl", entry.getSource().getUri());
            fields.put("language", Objects.requireNonNullElse(dc.getLanguage(), ""));
            fields.put("guid", dc.getIdentifier());
            told.put(entry.getUri(), fields);
        }
        return told;
    }

    /** By entry: Rome knows no Atom links in items of RSS. */
    private static Map<String, String> furtherFiles(String document) {
        Map<String, String> files = new LinkedHashMap<>();
        for (Element item : Jsoup.parse(document, "", Parser.xmlParser()).getElementsByTag("item")) {
            files.put(
                    item.getElementsByTag("guid").text(),
                    item.getElementsByTag("atom:link").stream()
                            .filter(link -> link.attr("rel").equals("enclosure"))
                            .map(link -> file(link.attr("href"), link.attr("type"), length(link.attr("length"))))
                            .collect(Collectors.joining("\n")));
        }
        return files;
    }

    private static long length(String text) {
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    static Map<String, Map<String, String>> jsonByJackson(String document) throws Exception {
        Map<String, Map<String, String>> told = new LinkedHashMap<>();
        for (JsonNode item : JSON.readTree(document).path("items")) {
            Map<String, String> fields = new TreeMap<>();
            fields.put("title", item.path("title").asText());
            fields.put("link", item.path("url").asText());
            fields.put("author", item.at("/authors/0/name").asText());
            fields.put("summary", item.path("summary").asText());
            fields.put("html", item.path("content_html").asText());
            fields.put("image", item.path("image").asText());
            fields.put("tags", each(item.path("tags")).map(JsonNode::asText).collect(Collectors.joining("\n")));
            fields.put("published", item.path("date_published").asText());
            fields.put("updated", item.path("date_modified").asText());
            fields.put("language", item.path("language").asText());
            fields.put(
                    "files",
                    each(item.path("attachments"))
                            .map(file -> file(
                                    file.path("url").asText(),
                                    file.path("mime_type").asText(),
                                    file.path("size_in_bytes").asLong()))
                            .collect(Collectors.joining("\n")));
            fields.put("source", item.at("/_source/title").asText());
            fields.put("sourceUrl", item.at("/_source/url").asText());
            fields.put(
                    "related",
                    each(item.path("_related"))
                            .map(seen -> seen.path("url").asText() + " "
                                    + seen.path("title").asText())
                            .collect(Collectors.joining("\n")));
            fields.put("guid", item.path("_guid").asText());
            told.put(item.path("id").asText(), fields);
        }
        return told;
    }

    /** What Broadsheet itself makes of it, whatever the format; there, titles and tags are one line, dates whole seconds, and any date
     * is better than none. */
    static Map<String, Map<String, String>> byOurselves(String document) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        ParseResult result = FeedParser.parse(new FeedDocument(bytes, null, "https://elsewhere.example/"));
        Map<String, Map<String, String>> told = new LinkedHashMap<>();
        for (ParsedEntry entry : ((ParseResult.Parsed) result).feed().entries()) {
            Map<String, String> fields = new TreeMap<>();
            fields.put("line", line(bare(orEmpty(entry.title()))));
            fields.put("link", orEmpty(entry.url()));
            fields.put("html", orEmpty(entry.contentHtml()));
            fields.put("language", orEmpty(entry.language()));
            fields.put(
                    "summaryLine",
                    line(Jsoup.parse(orEmpty(entry.summaryHtml())).wholeText()));
            fields.put(
                    "credited", bare(entry.authors().stream().map(Told::author).collect(Collectors.joining("\n"))));
            fields.put("tagLine", line(bare(String.join("\n", entry.tags()))));
            fields.put("updatedSecond", orEmpty(entry.updated()));
            fields.put(document.contains("<rss") ? "dated" : "anyDateSecond", orEmpty(entry.published()));
            fields.put(
                    "files",
                    entry.enclosures().stream()
                            .map(file ->
                                    file(file.url(), file.mimeType(), Objects.requireNonNullElse(file.bytes(), 0L)))
                            .collect(Collectors.joining("\n")));
            told.put(orEmpty(entry.guid()), fields);
        }
        return told;
    }

    /** Where a name has its mail address behind it, that is taken apart. */
    private static String author(Author author) {
        if (author.name() == null || author.email() == null) {
            return orEmpty(author.name()) + orEmpty(author.email());
        }
        return author.name() + " (" + author.email() + ")";
    }

    static String file(String url, @Nullable String type, long bytes) {
        return url + " " + type + " " + bytes;
    }

    static String line(String text) {
        return text.replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    /** RSS titles hold word joiners where others would take text for markup. */
    private static String bare(String text) {
        return text.replace("\u2060", "");
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String text(@Nullable SyndContent content) {
        if (content == null || content.getValue() == null) {
            return "";
        }
        return "html".equals(content.getType())
                ? Parser.unescapeEntities(content.getValue(), false)
                : content.getValue();
    }

    private static String tags(SyndEntry entry) {
        return entry.getCategories().stream().map(SyndCategory::getName).collect(Collectors.joining("\n"));
    }

    private static String related(List<SyndLink> links) {
        return links.stream()
                .filter(link -> link.getRel().equals("related"))
                .map(link -> link.getHref() + " " + link.getTitle())
                .collect(Collectors.joining("\n"));
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
