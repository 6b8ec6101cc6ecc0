package org.broadsheet.ingest.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A text of a feed and whether it is HTML: RSS never says and means HTML, Atom 1.0 has {@code type} (RFC 4287 §3.1), Atom
 * 0.3 has {@code type} and {@code mode}.
 *
 * @param value plain text or HTML, links in it absolute
 */
record Text(String value, boolean isHtml) {
    private static final Pattern ANY_TAG = Pattern.compile("<[A-Za-z/!][^<>]*>");
    private static final Pattern OPEN_COMMENT = Pattern.compile("^<!--[^>]*>?");
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** What an element says; null when it says nothing. */
    static @Nullable Text of(Node node) {
        Text text = node.isAtom() ? atom(node) : rss(node);
        if (text.value.isBlank()) {
            return null;
        }
        return text.isHtml
                ? new Text(
                        RelativeLinks.absolute(closed(text.value), node.place().base()), true)
                : text;
    }

    /** A comment without an end would swallow all that follows it; it ends with its tag instead. */
    private static String closed(String html) {
        int comment = html.lastIndexOf("<!--");
        boolean open = comment >= 0 && html.indexOf("-->", comment) < 0;
        return open
                ? html.substring(0, comment)
                        + OPEN_COMMENT.matcher(html.substring(comment)).replaceFirst("")
                : html;
    }

    static @Nullable String html(Node node) {
        Text text = of(node);
        return text == null ? null : text.html();
    }

    static @Nullable String plain(Node node) {
        Text text = of(node);
        return text == null ? null : text.plain();
    }

    String html() {
        return isHtml ? value : Entities.escape(value);
    }

    /** One line of text without markup; null when nothing is left. */
    @Nullable
    String plain() {
        String line = isHtml ? Plain.ofHtml(value) : Plain.oneLine(value);
        return line.isEmpty() ? null : line;
    }

    private static Text rss(Node node) {
        if (!node.element().getChildren().isEmpty()) {
            return new Text(Markup.inside(node.element()), true);
        }
        String raw = clean(node.element().getText());
        boolean stray = raw.indexOf('<') >= 0 && !ANY_TAG.matcher(raw).find();
        return stray ? new Text(Parser.unescapeEntities(raw, false), false) : new Text(raw, true);
    }

    private static Text atom(Node node) {
        String type = type(node);
        String mode = mode(node);
        if (!node.element().getChildren().isEmpty()) {
            return new Text(Markup.inside(node.element()), true);
        }
        String raw = clean(node.element().getText());
        if (mode.equals("base64") || isBinary(type)) {
            return new Text(decoded(raw), type.contains("html"));
        }
        boolean escaped = mode.equals("escaped") && type.isEmpty() && Plain.hasMarkup(raw);
        return new Text(raw, escaped || isHtml(type));
    }

    private static boolean isHtml(String type) {
        return type.equals("html") || type.equals("text/html");
    }

    /** RFC 4287 §4.1.3.3: any other media type that is not text or XML comes in Base64. */
    private static boolean isBinary(String type) {
        return type.contains("/") && !type.startsWith("text/") && !type.endsWith("xml");
    }

    private static String decoded(String raw) {
        try {
            return clean(new String(Base64.getMimeDecoder().decode(raw.strip()), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return raw;
        }
    }

    private static String type(Node node) {
        String type = node.attribute("type");
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static String mode(Node node) {
        String mode = node.attribute("mode");
        return mode == null ? "" : mode.toLowerCase(Locale.ROOT);
    }

    /**
     * Without the control characters 128 to 159, which nobody means: they are bytes of UTF-8 that were taken for Latin-1,
     * else of windows-1252 (HTML §13.2.5.80).
     */
    static String clean(String text) {
        int i = 0;
        while (i < text.length() && (text.charAt(i) < 0x80 || text.charAt(i) > 0x9f)) {
            i++;
        }
        return i == text.length() ? text : withoutControls(text);
    }

    private static String withoutControls(String text) {
        if (text.chars().allMatch(c -> c <= 0xff)) {
            String decoded = new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            if (decoded.indexOf('\ufffd') < 0) {
                return decoded;
            }
        }
        return text.codePoints()
                .collect(StringBuilder::new, Text::append, StringBuilder::append)
                .toString();
    }

    private static void append(StringBuilder out, int code) {
        if (code >= 0x80 && code <= 0x9f) {
            out.append(new String(new byte[] {(byte) code}, WINDOWS));
        } else {
            out.appendCodePoint(code);
        }
    }
}
