package org.broadsheet.ingest.parse;

import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.model.ParsedFeed;
import org.jspecify.annotations.Nullable;

/** A whole XML feed: what it says of itself, and its entries wherever its format puts them. */
final class FeedReading {
    private static final String[] TITLES = {"title", "atom:title", "dc:title", "media:title", "itunes:title"};
    private static final String[] DESCRIPTIONS = {
        "description",
        "subtitle",
        "tagline",
        "atom:subtitle",
        "dc:description",
        "itunes:summary",
        "itunes:subtitle",
        "info",
        "atom:tagline"
    };
    private static final String[] PICTURES = {
        "icon",
        "atom:icon",
        "webfeeds:icon",
        "image",
        "logo",
        "atom:logo",
        "webfeeds:logo",
        "itunes:image",
        "media:thumbnail"
    };

    private FeedReading() {}

    static ParsedFeed read(Node root, List<String> repairs) {
        Node channel = root.all("channel").stream().findFirst().orElse(root);
        Links links = new Links(channel);
        List<Node> entries = entries(root).toList();
        boolean tooMany = entries.size() > FeedParser.MOST_ENTRIES;
        return new ParsedFeed(
                root.dialect().format(root.element()),
                channel.first(Text::plain, TITLES),
                links.page(),
                links.rel("self"),
                links.rel("hub"),
                channel.first(Text::html, DESCRIPTIONS),
                language(channel),
                icon(root, channel, links),
                Authors.of(channel),
                Pace.of(channel),
                Quiet.of(channel),
                entries.stream()
                        .limit(FeedParser.MOST_ENTRIES)
                        .map(EntryReading::read)
                        .toList(),
                Lists.concat(repairs, tooMany ? List.of(FeedParser.TOO_MANY) : List.of()));
    }

    private static @Nullable String language(Node channel) {
        String said = Languages.tag(channel.first(Node::text, "language", "dc:language"));
        return said != null ? said : channel.place().language();
    }

    private static @Nullable String icon(Node root, Node channel, Links links) {
        String own = channel.first(Media::picture, PICTURES);
        String beside = own != null ? own : root.first(Media::picture, "image");
        return beside != null ? beside : links.rel("image");
    }

    /** RSS 0.9x and 2.0 put items into the channel, RSS 1.0 beside it, RSS 1.1 into its {@code items}. */
    private static Stream<Node> entries(Node root) {
        if (root.name().equals("entry")) {
            return Stream.of(root);
        }
        Stream<Node> holders =
                Stream.concat(root.all("channel").stream().flatMap(FeedReading::withItems), withItems(root));
        return holders.flatMap(holder -> holder.each("item", "entry", "atom:entry").stream());
    }

    private static Stream<Node> withItems(Node holder) {
        return Stream.concat(Stream.of(holder), holder.all("items").stream());
    }
}
