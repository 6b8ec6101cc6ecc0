package org.broadsheet.ingest.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the first bytes tell about the encoding (XML 1.0 appendix F).
 *
 * @param charset the encoding, or one of its family that is good enough to read the XML declaration
 * @param certain whether a byte order mark said so
 * @param length of the mark, in bytes
 */
record Mark(Charset charset, boolean certain, int length) {
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    private record Start(Charset charset, boolean mark, String bytes) {
        boolean begins(String head) {
            return head.startsWith(bytes);
        }
    }

    private static final List<Start> STARTS = List.of(
            new Start(UTF_32BE, true, "\0\0\u00fe\u00ff"),
            new Start(UTF_32LE, true, "\u00ff\u00fe\0\0"),
            new Start(StandardCharsets.UTF_8, true, "\u00ef\u00bb\u00bf"),
            new Start(StandardCharsets.UTF_16BE, true, "\u00fe\u00ff"),
            new Start(StandardCharsets.UTF_16LE, true, "\u00ff\u00fe"),
            new Start(UTF_32BE, false, "\0\0\0<"),
            new Start(UTF_32LE, false, "<\0\0\0"),
            new Start(StandardCharsets.UTF_16BE, false, "\0<"),
            new Start(StandardCharsets.UTF_16LE, false, "<\0"),
            new Start(StandardCharsets.UTF_16BE, false, "\0{"),
            new Start(StandardCharsets.UTF_16LE, false, "{\0"),
            new Start(Charset.forName("IBM037"), false, "Lo\u00a7\u0094"));

    static Mark of(byte[] document) {
        String head = new String(document, 0, Math.min(document.length, 4), StandardCharsets.ISO_8859_1);
        for (Start start : STARTS) {
            if (start.begins(head)) {
                return new Mark(
                        start.charset(),
                        start.mark(),
                        start.mark() ? start.bytes().length() : 0);
            }
        }
        return new Mark(StandardCharsets.ISO_8859_1, false, 0);
    }
}
