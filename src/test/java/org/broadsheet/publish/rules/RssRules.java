package org.broadsheet.publish.rules;

import static org.broadsheet.publish.rules.Dom.RSS;
import static org.broadsheet.publish.rules.Rule.error;
import static org.broadsheet.publish.rules.Rule.warning;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdom2.Element;

/** RSS 2.0 and what its advisory board recommends. */
final class RssRules {
    private static final Set<String> CHANNEL =
            Set.of(("title link description language copyright managingEditor webMaster"
                            + " pubDate lastBuildDate category generator docs cloud ttl image rating textInput skipHours skipDays item")
                    .split(" "));
    private static final Set<String> ITEM =
            Set.of("title link description author category comments enclosure guid pubDate source".split(" "));

    private static final List<Rule<Element>> OWN = List.of(
            error("rss.root", RssRules::root),
            error(
                    "rss.channel-required",
                    root -> channels(root)
                            .flatMap(channel -> Dom.missing(channel, RSS, "title", "link", "description"))),
            error("rss.item-empty", RssRules::emptyItems),
            error("rss.repeated", RssRules::repeated),
            warning(
                    "rss.enclosure-repeated",
                    root -> items(root).flatMap(item -> Dom.repeated(item, RSS, "enclosure"))),
            error("rss.unknown-element", RssRules::unknown),
            error("rss.link", RssRules::links),
            error("rss.guid-link", RssRules::guids),
            error(
                    "rss.guid-repeated",
                    root -> Dom.twice(items(root)
                            .filter(item -> Dom.has(item, RSS, "guid"))
                            .map(item -> Dom.text(item, RSS, "guid")))),
            warning(
                    "rss.guid-missing",
                    root -> items(root)
                            .filter(item -> Dom.text(item, RSS, "guid").isBlank())
                            .map(item -> Dom.text(item, RSS, "title"))),
            error("rss.enclosure", RssRules::enclosures),
            error(
                    "rss.person",
                    root -> Dom.bad(Dom.all(root, RSS, "author", "managingEditor", "webMaster"), Values::isRssPerson)),
            warning(
                    "rss.creator-blank",
                    root -> Dom.all(root, Dom.DC, "creator")
                            .filter(Dom::isBlank)
                            .map(Dom::name)),
            error("rss.ttl", root -> Dom.bad(Dom.all(root, RSS, "ttl"), Values::isNumber)),
            error("rss.image", RssRules::images),
            error(
                    "rss.source",
                    root -> Dom.all(root, RSS, "source")
                            .filter(source -> !Values.isWebUri(Dom.attribute(source, "url")))
                            .map(source -> Dom.attribute(source, "url"))),
            warning("rss.self-missing", RssRules::selfMissing),
            warning(
                    "rss.title-blank",
                    root -> Dom.all(root, RSS, "title")
                            .filter(Dom::isBlank)
                            .map(title -> "of " + Dom.name(title.getParentElement()))),
            warning("rss.title-markup", RssRules::markup),
            warning("rss.html-danger", root -> html(root, Html::dangers)),
            warning("rss.html-relative", root -> html(root, Html::relative)),
            warning("rss.html-entity", root -> html(root, Html::undefinedEntities)),
            error("rss.unescaped", RssRules::unescaped));

    static final List<Rule<Element>> ALL = Rule.together(AtomLinkRules.ANYWHERE, OWN);

    private RssRules() {}

    private static Stream<String> root(Element root) {
        boolean good = root.getName().equals("rss")
                && root.getNamespaceURI().isEmpty()
                && Dom.attribute(root, "version").equals("2.0")
                && root.getChildren("channel").size() == 1;
        return good ? Stream.of() : Stream.of(Dom.name(root) + " " + Dom.attribute(root, "version"));
    }

    private static Stream<Element> channels(Element root) {
        return root.getChildren("channel").stream();
    }

    private static Stream<Element> items(Element root) {
        return channels(root).flatMap(channel -> channel.getChildren("item").stream());
    }

    private static Stream<String> emptyItems(Element root) {
        return items(root)
                .filter(item -> !Dom.has(item, RSS, "title") && !Dom.has(item, RSS, "description"))
                .map(item -> "an item without title and description");
    }

    private static Stream<String> repeated(Element root) {
        return Stream.concat(
                channels(root)
                        .flatMap(channel -> Dom.repeated(
                                channel,
                                RSS,
                                CHANNEL.stream()
                                        .filter(name -> !name.matches("item|category"))
                                        .toArray(String[]::new))),
                items(root)
                        .flatMap(item -> Dom.repeated(
                                item,
                                RSS,
                                ITEM.stream()
                                        .filter(name -> !name.matches("enclosure|category"))
                                        .toArray(String[]::new))));
    }

    private static Stream<String> unknown(Element root) {
        return Stream.concat(
                channels(root).flatMap(channel -> unknown(channel, CHANNEL)),
                items(root).flatMap(item -> unknown(item, ITEM)));
    }

    private static Stream<String> unknown(Element parent, Set<String> known) {
        return parent.getChildren().stream()
                .filter(child -> child.getNamespaceURI().isEmpty() && !known.contains(child.getName()))
                .map(child -> Dom.name(child) + " in " + Dom.name(parent));
    }

    /** Unlike Atom's, they are addresses of ASCII letters alone. */
    private static Stream<String> links(Element root) {
        return Dom.bad(Dom.all(root, RSS, "link", "comments", "docs"), Values::isWebUri);
    }

    private static Stream<String> guids(Element root) {
        return Dom.bad(
                Dom.all(root, RSS, "guid")
                        .filter(guid -> !Dom.attribute(guid, "isPermaLink").equals("false")),
                Values::isWebUri);
    }

    private static Stream<String> enclosures(Element root) {
        return Dom.all(root, RSS, "enclosure")
                .filter(file -> !Values.isWebUri(Dom.attribute(file, "url"))
                        || !Values.isNumber(Dom.attribute(file, "length"))
                        || !Values.isMediaType(Dom.attribute(file, "type")))
                .map(file -> file.getAttributes().toString());
    }

    private static Stream<String> images(Element root) {
        return channels(root)
                .flatMap(channel -> channel.getChildren("image").stream())
                .flatMap(image -> Stream.concat(
                        Dom.missing(image, RSS, "url", "title", "link"),
                        Dom.bad(image.getChildren("url").stream(), Values::isWebUri)));
    }

    private static Stream<String> selfMissing(Element root) {
        boolean there = channels(root)
                .flatMap(channel -> channel.getChildren("link", Dom.ATOM).stream())
                .anyMatch(link -> Dom.attribute(link, "rel").equals("self"));
        return there ? Stream.of() : Stream.of("no atom:link to itself");
    }

    /** Nobody knows whether such a title is text or HTML. */
    private static Stream<String> markup(Element root) {
        return Dom.all(root, RSS, "title").map(Element::getText).filter(Html::looksLikeMarkup);
    }

    private static Stream<String> html(Element root, Function<String, Stream<String>> rule) {
        return Stream.concat(
                        items(root).flatMap(item -> item.getChildren("description").stream()),
                        Dom.all(root, Dom.CONTENT, "encoded"))
                .map(Element::getText)
                .flatMap(rule);
    }

    private static Stream<String> unescaped(Element root) {
        return Stream.concat(Dom.all(root, RSS, "title", "description"), Dom.all(root, Dom.CONTENT, "encoded"))
                .filter(text -> !text.getChildren().isEmpty())
                .map(Dom::name);
    }
}
