package org.broadsheet.publish.rules;

import static org.broadsheet.publish.rules.Rule.error;
import static org.broadsheet.publish.rules.Rule.warning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** JSON Feed 1.1. */
final class JsonRules {
    private static final Set<String> TOP =
            Set.of(("version title home_page_url feed_url description user_comment next_url"
                            + " icon favicon authors author language expired hubs items")
                    .split(" "));
    private static final Set<String> ITEM = Set.of(("id url external_url title content_html content_text summary image"
                    + " banner_image date_published date_modified authors author tags language attachments")
            .split(" "));
    private static final String[] ADDRESSES = {
        "home_page_url", "feed_url", "next_url", "icon", "favicon", "url", "external_url", "image", "banner_image"
    };

    static final List<Rule<JsonNode>> ALL = List.of(
            error("json.version", json -> is(json, "version", JsonRules::isVersion)),
            error("json.title", json -> is(json, "title", node -> !node.asText().isBlank())),
            error("json.items", json -> json.path("items").isArray() ? Stream.of() : Stream.of("items is no array")),
            warning("json.self-missing", json -> is(json, "feed_url", JsonNode::isTextual)),
            warning("json.unknown-member", JsonRules::unknown),
            warning(
                    "json.author-deprecated",
                    json -> holders(json).filter(holder -> holder.has("author")).map(holder -> "author")),
            error("json.address", JsonRules::addresses),
            error("json.next-is-itself", JsonRules::nextIsItself),
            error(
                    "json.id",
                    json -> items(json)
                            .flatMap(item -> is(item, "id", id -> !id.asText().isEmpty()))),
            error(
                    "json.id-repeated",
                    json -> Dom.twice(items(json).map(item -> item.path("id").asText()))),
            error(
                    "json.content-missing",
                    json -> items(json)
                            .filter(item -> !item.path("content_html").isTextual()
                                    && !item.path("content_text").isTextual())
                            .map(item -> item.path("id").asText())),
            error("json.authors", JsonRules::authors),
            error("json.tags", JsonRules::tags),
            error("json.attachments", JsonRules::attachments),
            error(
                    "json.language",
                    json -> holders(json)
                            .filter(holder -> holder.has("language"))
                            .map(holder -> holder.path("language").asText())
                            .filter(language -> !Values.isLanguage(language))),
            warning("json.html-danger", json -> html(json, Html::dangers)),
            warning("json.html-relative", json -> html(json, Html::relative)),
            warning("json.html-entity", json -> html(json, Html::undefinedEntities)),
            warning("json.control-characters", JsonRules::controlCharacters));

    private JsonRules() {}

    static Stream<JsonNode> items(JsonNode json) {
        return each(json.path("items"));
    }

    private static Stream<JsonNode> holders(JsonNode json) {
        return Stream.concat(Stream.of(json), items(json));
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Stream<String> is(JsonNode holder, String member, Predicate<JsonNode> good) {
        JsonNode node = holder.path(member);
        return node.isTextual() && good.test(node) ? Stream.of() : Stream.of(member + " is " + node);
    }

    private static boolean isVersion(JsonNode version) {
        return version.asText().equals("https://jsonfeed.org/version/1.1");
    }

    private static Stream<String> unknown(JsonNode json) {
        return Stream.concat(unknown(json, TOP), items(json).flatMap(item -> unknown(item, ITEM)));
    }

    private static Stream<String> unknown(JsonNode holder, Set<String> known) {
        List<String> names = new ArrayList<>();
        holder.fieldNames().forEachRemaining(names::add);
        return names.stream().filter(name -> !name.startsWith("_") && !known.contains(name));
    }

    private static Stream<String> addresses(JsonNode json) {
        return holders(json)
                .flatMap(holder -> Stream.of(ADDRESSES).filter(holder::has).map(holder::path))
                .map(JsonNode::asText)
                .filter(address -> !Values.isWebIri(address));
    }

    private static Stream<String> nextIsItself(JsonNode json) {
        JsonNode next = json.path("next_url");
        return next.isTextual() && next.equals(json.path("feed_url")) ? Stream.of(next.asText()) : Stream.of();
    }

    private static Stream<String> authors(JsonNode json) {
        return holders(json)
                .filter(holder -> holder.has("authors"))
                .map(holder -> holder.path("authors"))
                .filter(authors -> !authors.isArray() || each(authors).anyMatch(author -> !isAuthor(author)))
                .map(JsonNode::toString);
    }

    private static boolean isAuthor(JsonNode author) {
        return author.isObject()
                && Stream.of("name", "url", "avatar")
                        .anyMatch(name -> !author.path(name).asText().isBlank());
    }

    private static Stream<String> tags(JsonNode json) {
        return items(json)
                .filter(item -> item.has("tags"))
                .map(item -> item.path("tags"))
                .filter(tags -> !tags.isArray() || !each(tags).allMatch(JsonNode::isTextual))
                .map(JsonNode::toString);
    }

    private static Stream<String> attachments(JsonNode json) {
        return items(json)
                .flatMap(item -> each(item.path("attachments")))
                .filter(file -> !Values.isWebIri(file.path("url").asText())
                        || !Values.isMediaType(file.path("mime_type").asText())
                        || !isCount(file.path("size_in_bytes"))
                        || !isCount(file.path("duration_in_seconds")))
                .map(JsonNode::toString);
    }

    private static boolean isCount(JsonNode number) {
        return number.isMissingNode() || (number.isNumber() && number.asDouble() >= 0);
    }

    private static Stream<String> html(JsonNode json, Function<String, Stream<String>> rule) {
        return items(json).map(item -> item.path("content_html").asText()).flatMap(rule);
    }

    private static Stream<String> controlCharacters(JsonNode json) {
        return items(json)
                .flatMap(item -> each(item))
                .map(JsonNode::asText)
                .filter(text ->
                        text.chars().anyMatch(c -> (c < ' ' && "\t\n\r".indexOf(c) < 0) || (c >= 0x7f && c <= 0x9f)));
    }
}
