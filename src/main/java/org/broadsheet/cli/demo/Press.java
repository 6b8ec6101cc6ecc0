package org.broadsheet.cli.demo;

import static org.broadsheet.cli.demo.Copy.escape;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints a paper's feed in the paper's dialect. One shape a paper, as on the web: each leaves out something else. */
final class Press {
    private static final DateTimeFormatter RFC_822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Paper paper;

    /** The newsroom's address, without a slash at its end. */
    private final String base;

    Press(Paper paper, String base) {
        this.paper = paper;
        this.base = base;
    }

    /** The feed with these pieces: newest first, at least one. */
    String print(List<Piece> pieces) {
        return switch (paper.dialect) {
            case RSS -> rss(pieces);
            case ATOM -> atom(pieces);
            case RDF -> rdf(pieces);
            case JSON -> JsonPress.print(paper, pieces, base);
        };
    }

    private String home() {
        return base + "/" + paper.slug() + "/";
    }

    private String self() {
        return home() + paper.dialect.file;
    }

    private String rss(List<Piece> pieces) {
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">
                <channel>
                <title>%s</title><link>%s</link><description>%s</description><language>en</language>
                <atom:link rel="self" type="application/rss+xml" href="%s"/>
                %s</channel>
                </rss>
                """.formatted(escape(paper.title), home(), escape(paper.motto), self(), each(pieces, this::item));
    }

    private String item(Piece piece) {
        return """
                <item><title>%s</title><link>%s</link><guid isPermaLink="false">%s</guid><pubDate>%s</pubDate><dc:creator>%s</dc:creator>
                %s<description>%s</description><content:encoded>%s</content:encoded>%s</item>
                """.formatted(
                        escape(piece.headline()),
                        base + piece.path(),
                        piece.id(),
                        RFC_822.format(piece.published()),
                        escape(piece.author()),
                        tags(piece, "<category>%s</category>"),
                        escape(escape(Copy.summary(piece))),
                        escape(Copy.html(piece, base)),
                        enclosure(piece));
    }

    private String enclosure(Piece piece) {
        return piece.draft().sound().isEmpty()
                ? ""
                : "<enclosure url=\"%s\" length=\"%d\" type=\"audio/wav\"/><itunes:duration>%d</itunes:duration>"
                        .formatted(base + piece.soundPath(), Chime.length(), Chime.SECONDS);
    }

    private String atom(List<Piece> pieces) {
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
                <title>%s</title><subtitle>%s</subtitle><id>tag:%s.example,2026:feed</id><updated>%s</updated>
                <link rel="self" href="%s"/><link rel="alternate" type="text/html" href="%s"/>
                %s</feed>
                """.formatted(
                        escape(paper.title),
                        escape(paper.motto),
                        paper.slug(),
                        pieces.get(0).published(),
                        self(),
                        home(),
                        each(pieces, this::entry));
    }

    private String entry(Piece piece) {
        return """
                <entry><title>%s</title><id>%s</id><link rel="alternate" type="text/html" href="%s"/>
                <published>%s</published><updated>%s</updated><author><name>%s</name></author>
                %s<summary>%s</summary><content type="html">%s</content></entry>
                """.formatted(
                        escape(piece.headline()),
                        piece.id(),
                        base + piece.path(),
                        piece.published(),
                        piece.published(),
                        escape(piece.author()),
                        tags(piece, "<category term=\"%s\"/>"),
                        escape(Copy.summary(piece)),
                        escape(Copy.html(piece, base)));
    }

    private String rdf(List<Piece> pieces) {
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel rdf:about="%s"><title>%s</title><link>%s</link><description>%s</description><dc:language>en</dc:language>
                <items><rdf:Seq>%s</rdf:Seq></items></channel>
                %s</rdf:RDF>
                """.formatted(
                        self(),
                        escape(paper.title),
                        home(),
                        escape(paper.motto),
                        each(pieces, piece -> "<rdf:li rdf:resource=\"" + base + piece.path() + "\"/>"),
                        each(pieces, this::resource));
    }

    private String resource(Piece piece) {
        return """
                <item rdf:about="%1$s"><title>%2$s</title><link>%1$s</link><dc:date>%3$s</dc:date><dc:creator>%4$s</dc:creator>
                %5$s<description>%6$s</description><content:encoded>%7$s</content:encoded></item>
                """.formatted(
                        base + piece.path(),
                        escape(piece.headline()),
                        piece.published(),
                        escape(piece.author()),
                        tags(piece, "<dc:subject>%s</dc:subject>"),
                        escape(escape(Copy.summary(piece))),
                        escape(Copy.html(piece, base)));
    }

    private static String tags(Piece piece, String element) {
        return piece.draft().tags().stream()
                .map(tag -> element.replace("%s", escape(tag)))
                .collect(Collectors.joining());
    }

    private static String each(List<Piece> pieces, Function<Piece, String> print) {
        return pieces.stream().map(print).collect(Collectors.joining());
    }
}
