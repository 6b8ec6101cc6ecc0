package org.broadsheet.ingest.opml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text without an XML declaration: byte order mark, declaration, strict UTF-8, else windows-1252. Never the
 * whole text at once, for a list may be large.
 */
final class OpmlText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern DECLARATION =
            Pattern.compile("^\\s*<\\?xml\\b[^>]*?(?:encoding\\s*=\\s*[\"']\\s*([\\w.:-]+)\\s*[\"'])?[^>]*\\?>");
    private static final int HEAD = 512;
    private static final int CHUNK = 8_192;

    private final byte[] bytes;
    private final Charset charset;

    private OpmlText(byte[] bytes, Charset charset) {
        this.bytes = bytes;
        this.charset = charset;
    }

    static OpmlText of(byte[] bytes) {
        return new OpmlText(bytes, charset(bytes));
    }

    /** The text after the mark and the declaration. */
    Reader reader() {
        PushbackReader reader =
                new PushbackReader(new InputStreamReader(new ByteArrayInputStream(bytes), charset), HEAD);
        try {
            char[] first = new char[HEAD];
            int read = read(reader, first);
            String head = withoutMark(new String(first, 0, read)).stripLeading();
            Matcher declaration = DECLARATION.matcher(head);
            reader.unread(
                    (declaration.find() ? head.substring(declaration.end()).stripLeading() : head).toCharArray());
            return reader;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The beginning of the text, at most this many characters. */
    String beginning(int most) {
        try (Reader reader = reader()) {
            char[] text = new char[Math.min(most, bytes.length)];
            return new String(text, 0, read(reader, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isBlank() {
        try (Reader reader = reader()) {
            int next = reader.read();
            while (next >= 0 && Character.isWhitespace(next)) {
                next = reader.read();
            }
            return next < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int read(Reader reader, char[] into) throws IOException {
        int read = 0;
        int more = reader.read(into, 0, into.length);
        while (more > 0) {
            read += more;
            more = reader.read(into, read, into.length - read);
        }
        return read;
    }

    private static Charset charset(byte[] bytes) {
        Charset wide = wide(bytes);
        if (wide != null) {
            return wide;
        }
        Charset declared = declared(bytes);
        if (declared != null && fits(bytes, declared)) {
            return declared;
        }
        return fits(bytes, StandardCharsets.UTF_8) ? StandardCharsets.UTF_8 : WINDOWS;
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

    private static boolean fits(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(CHUNK);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        return !result.isError();
    }

    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
