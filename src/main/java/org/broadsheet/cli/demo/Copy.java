package org.broadsheet.cli.demo;

import java.util.Arrays;
import java.util.stream.Collectors;

/** An article's text as HTML and as one plain sentence. */
final class Copy {
    private Copy() {}

    /** The body with its picture; {@code base} is the newsroom's address without a slash at its end. */
    static String html(Piece piece, String base) {
        String blocks = Arrays.stream(piece.draft().body().split("\n\n+"))
                .map(Copy::block)
                .collect(Collectors.joining("\n"));
        return figure(piece, base) + blocks;
    }

    /** The first paragraph. */
    static String summary(Piece piece) {
        return piece.draft().body().split("\n", 2)[0];
    }

    /** For text and attributes, in HTML and XML. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String figure(Piece piece, String base) {
        Draft.Figure figure = piece.draft().figure();
        if (figure == null) {
            return "";
        }
        return """
                <figure><img src="%s" width="%d" height="%d" alt="%s"><figcaption>%s <small>%s</small></figcaption></figure>
                """.formatted(
                        base + piece.picturePath(),
                        Picture.WIDTH,
                        Picture.HEIGHT,
                        escape(figure.caption()),
                        escape(figure.caption()),
                        escape(figure.credit()));
    }

    private static String block(String text) {
        if (text.startsWith("```\n")) {
            return "<pre><code>" + escape(text.substring(4, text.length() - 4)) + "</code></pre>";
        }
        if (text.startsWith("## ")) {
            return "<h2>" + inline(text.substring(3)) + "</h2>";
        }
        if (text.startsWith("> ")) {
            return "<blockquote><p>" + inline(text.substring(2)) + "</p></blockquote>";
        }
        if (text.startsWith("- ")) {
            return text.lines()
                    .map(line -> "<li>" + inline(line.substring(2)) + "</li>")
                    .collect(Collectors.joining("", "<ul>", "</ul>"));
        }
        return "<p>" + inline(text) + "</p>";
    }

    private static String inline(String text) {
        return escape(text).replaceAll("`([^`]+)`", "<code>$1</code>");
    }
}
