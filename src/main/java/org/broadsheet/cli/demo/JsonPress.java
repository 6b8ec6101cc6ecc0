package org.broadsheet.cli.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Prints a paper's feed as JSON Feed 1.1. */
final class JsonPress {
    private JsonPress() {}

    static String print(Paper paper, List<Piece> pieces, String base) {
        String home = base + "/" + paper.slug() + "/";
        ObjectNode feed = JsonNodeFactory.instance.objectNode();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", paper.title);
        feed.put("description", paper.motto);
        feed.put("home_page_url", home);
        feed.put("feed_url", home + paper.dialect.file);
        feed.put("language", "en");
        feed.putArray("items");
        pieces.forEach(piece -> feed.withArray("items").add(item(piece, base)));
        return feed.toString();
    }

    private static ObjectNode item(Piece piece, String base) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("id", piece.id());
        item.put("url", base + piece.path());
        item.put("title", piece.headline());
        item.put("content_html", Copy.html(piece, base));
        item.put("summary", Copy.summary(piece));
        item.put("date_published", piece.published().toString());
        item.putArray("authors").addObject().put("name", piece.author());
        piece.draft().tags().forEach(item.putArray("tags")::add);
        if (piece.draft().figure() != null) {
            item.put("image", base + piece.picturePath());
        }
        return item;
    }
}
