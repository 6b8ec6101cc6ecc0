package org.broadsheet.cli.demo;

import static org.broadsheet.cli.demo.Copy.escape;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The newsroom's own web pages, plain as can be, so that the links in its feeds lead somewhere; and its OPML. */
final class Pages {
    private Pages() {}

    static String newsroom() {
        String papers = Arrays.stream(Paper.values())
                .map(paper -> "<li><a href=\"/%s/\">%s</a>: %s</li>"
                        .formatted(paper.slug(), escape(paper.title), escape(paper.motto)))
                .collect(Collectors.joining("\n"));
        return page("The newsroom", "", "<h1>The newsroom</h1><ul>" + papers + "</ul>");
    }

    static String front(Paper paper, List<Piece> pieces) {
        String feed = "<link rel=\"alternate\" type=\"%s\" href=\"/%s/%s\">"
                .formatted(paper.dialect.mediaType.replaceAll(";.*", ""), paper.slug(), paper.dialect.file);
        String headlines = pieces.stream()
                .map(piece -> "<li><a href=\"%s\">%s</a></li>".formatted(piece.path(), escape(piece.headline())))
                .collect(Collectors.joining("\n"));
        return page(paper.title, feed, "<h1>" + escape(paper.title) + "</h1><ul>" + headlines + "</ul>");
    }

    static String article(Piece piece) {
        return page(
                piece.headline(),
                "",
                "<article><h1>%s</h1><p>%s, <time datetime=\"%s\">%s</time></p>%s</article>"
                        .formatted(
                                escape(piece.headline()),
                                escape(piece.author()),
                                piece.published(),
                                piece.published(),
                                Copy.html(piece, "")));
    }

    private static String page(String title, String head, String body) {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%s</title>%s
                <style>body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.55 Georgia,serif}img{max-width:100%%;height:auto}figure{margin:0}</style>
                </head><body>%s</body></html>
                """.formatted(escape(title), head, body);
    }

    /** OPML 2.0; a folder's path becomes nested outlines; {@code base} is without a slash at its end. */
    static String opml(String base) {
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <opml version="2.0">
                <head><title>The newsroom</title></head>
                <body>
                <outline text="World">
                %s<outline text="Europe">
                %s</outline>
                </outline>
                <outline text="Science">
                %s</outline>
                <outline text="Technology">
                %s</outline>
                </body>
                </opml>
                """.formatted(
                        outlines("World", base),
                        outlines("World/Europe", base),
                        outlines("Science", base),
                        outlines("Technology", base));
    }

    private static String outlines(String folder, String base) {
        return Arrays.stream(Paper.values())
                .filter(paper -> paper.folder.equals(folder))
                .map(paper ->
                        "<outline type=\"rss\" text=\"%1$s\" title=\"%1$s\" xmlUrl=\"%2$s%3$s\" htmlUrl=\"%2$s\"/>\n"
                                .formatted(escape(paper.title), base + "/" + paper.slug() + "/", paper.dialect.file))
                .collect(Collectors.joining());
    }
}
