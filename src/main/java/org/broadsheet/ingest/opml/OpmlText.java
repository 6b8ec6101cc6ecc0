package org.broadsheet.ingest.opml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bytes to text without an XML declaration: byte order mark, declaration, strict UTF-8, else windows-1252. */
final class OpmlText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern DECLARATION =
            Pattern.compile("^\\s*<\\?xml\\b[^>]*?(?:encoding\\s*=\\s*[\"']\\s*([\\w.:-]+)\\s*[\"'])?[^>]*\\?>");
    private static final int HEAD = 512;

    private OpmlText() {}

    static String decode(byte[] bytes) {
        String text = withoutMark(whole(bytes)).stripLeading();
        Matcher declaration = DECLARATION.matcher(text);
        return declaration.find() ? text.substring(declaration.end()).stripLeading() : text;
    }

    private static String whole(byte[] bytes) {
        Charset wide = wide(bytes);
        if (wide != null) {
            return new String(bytes, wide);
        }
        Charset declared = declared(bytes);
        String text = declared == null ? null : strictly(bytes, declared);
        if (text == null) {
            text = strictly(bytes, StandardCharsets.UTF_8);
        }
        return text == null ? new String(bytes, WINDOWS) : text;
    }

    /** UTF-16 by its mark or by the zero beside the first bracket. */
    private static @Nullable Charset wide(byte[] bytes) {
        int first = bytes.length < 2 ? -1 : ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        return switch (first) {
            case 0xfeff, 0x003c -> StandardCharsets.UTF_16BE;
            case 0xfffe, 0x3c00 -> StandardCharsets.UTF_16LE;
            default -> null;
        };
    }

    private static @Nullable Charset declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher declaration = DECLARATION.matcher(head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3) : head);
        String name = declaration.find() ? declaration.group(1) : null;
        try {
            Charset charset = name == null ? null : Charset.forName(name);
            // WHATWG Encoding §4.2: what calls itself ISO-8859-1 or ASCII is windows-1252.
            boolean latin = StandardCharsets.ISO_8859_1.equals(charset) || StandardCharsets.US_ASCII.equals(charset);
            return latin ? WINDOWS : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
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

    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
