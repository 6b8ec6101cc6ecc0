package org.broadsheet.ingest.discover;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Bytes to a web page: by its byte order mark, else by what the server says, else by its own {@code meta}, else UTF-8. */
final class Page {
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?([^\\s;\"']+)");
    private static final String WINDOWS = "windows-1252";

    /** WHATWG Encoding §4.2: what calls itself one of these is windows-1252. */
    private static final Set<Charset> LATIN = Set.of(StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII);

    private Page() {}

    static Document of(byte[] html, @Nullable String contentType) {
        String said = said(contentType);
        Document page = parsed(html, said);
        if (LATIN.contains(page.charset())) {
            return parsed(html, WINDOWS);
        }
        // HTML §13.2.3.2: a meta that could be read as ASCII is not UTF-16, whatever it says.
        boolean isWide = page.charset().name().startsWith("UTF-16");
        return said == null && isWide && !hasMark(html) ? parsed(html, StandardCharsets.UTF_8.name()) : page;
    }

    private static Document parsed(byte[] html, @Nullable String charset) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(html), charset, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e); // from memory: it cannot happen
        }
    }

    /** Null where the server names none, or one that is not known here. */
    private static @Nullable String said(@Nullable String contentType) {
        Matcher charset = CHARSET.matcher(contentType == null ? "" : contentType);
        try {
            return charset.find() && Charset.isSupported(charset.group(1)) ? charset.group(1) : null;
        } catch (IllegalCharsetNameException e) {
            return null;
        }
    }

    private static boolean hasMark(byte[] html) {
        return html.length > 1 && ((html[0] & 0xFF) == 0xFE || (html[0] & 0xFF) == 0xFF);
    }
}
