package org.broadsheet.ingest.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Bytes to text: byte order mark, then HTTP's charset, then the XML declaration, then strict UTF-8, then a guess.
 *
 * <p>Each is tried strictly; the first that fits all bytes wins. One exception to the order: a document that declares
 * UTF-8 and is UTF-8 is read as that whatever HTTP says, for many servers add their own charset to every answer.
 */
final class Decoding {
    private static final Pattern HTTP_CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([^\\s;\"']+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML_ENCODING =
            Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']\\s*([^\"'>]+?)\\s*[\"']");
    private static final int DECLARATION = 512;
    private static final char REPLACEMENT = '\ufffd';
    private static final int SAMPLE = 64 * 1024;

    private Decoding() {}

    static Decoded decode(byte[] bytes, @Nullable String contentType) {
        Mark mark = Mark.of(bytes);
        if (mark.certain()) {
            int length = bytes.length - mark.length();
            return new Decoded(new String(bytes, mark.length(), length, mark.charset()), List.of());
        }
        Charset declared = declared(bytes, mark.charset());
        for (Charset charset : inOrder(declared, charset(HTTP_CHARSET, contentType))) {
            String text = strictly(bytes, charset);
            if (text != null) {
                return new Decoded(text, List.of());
            }
        }
        return guessed(bytes, declared);
    }

    private static Set<Charset> inOrder(@Nullable Charset declared, @Nullable Charset http) {
        Set<Charset> order = new LinkedHashSet<>();
        if (StandardCharsets.UTF_8.equals(declared)) {
            order.add(declared);
        }
        if (http != null) {
            order.add(http);
        }
        if (declared != null) {
            order.add(declared);
        }
        order.add(StandardCharsets.UTF_8);
        return order;
    }

    private static Decoded guessed(byte[] bytes, @Nullable Charset declared) {
        Charset charset = declared != null ? declared : detected(bytes);
        String repair =
                "Some characters do not fit the document's character set; it was read as " + charset.name() + ".";
        return new Decoded(new String(bytes, charset), List.of(repair));
    }

    private static Charset detected(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, Math.min(bytes.length, SAMPLE));
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        Charset charset = name == null ? null : Charsets.of(name);
        return charset == null ? StandardCharsets.UTF_8 : charset;
    }

    /** What the XML declaration says, as far as the first bytes allow it; text that is wide by its look stays so. */
    private static @Nullable Charset declared(byte[] bytes, Charset family) {
        if (family.name().startsWith("UTF-")) {
            return family;
        }
        Charset named = charset(XML_ENCODING, new String(bytes, 0, Math.min(bytes.length, DECLARATION), family));
        if (named == null) {
            return family.equals(StandardCharsets.ISO_8859_1) ? null : family;
        }
        boolean wide = named.name().startsWith("UTF-16") || named.name().startsWith("UTF-32");
        return wide ? null : named;
    }

    private static @Nullable Charset charset(Pattern pattern, @Nullable String text) {
        Matcher found = text == null ? null : pattern.matcher(text);
        return found != null && found.find() ? Charsets.of(found.group(1)) : null;
    }

    /** Null where bytes do not fit. Where nothing had to be replaced, the quicker way to a text is as strict. */
    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        return text.indexOf(REPLACEMENT) < 0 ? text : decoded(bytes, charset);
    }

    private static @Nullable String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException doesNotFit) {
            return null;
        }
    }
}
