package org.broadsheet.ingest.parse;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Charsets by the names that documents use. Where the WHATWG Encoding Standard (§4.2) reads a label as a larger
 * charset, so do we: publishers say ISO-8859-1 and send windows-1252.
 */
final class Charsets {
    /** A charset of Java, then the labels it is read for. */
    private static final String EQUIVALENTS = """
            windows-1252 iso-8859-1 iso8859-1 iso_8859-1 latin1 latin-1 l1 ascii us-ascii ansi_x3.4-1968 iso-ir-100 cp819 ibm819 8859_1
            windows-1254 iso-8859-9 iso8859-9 latin5 l5
            x-windows-874 iso-8859-11 tis-620 tis620 dos-874 windows-874 cp874
            GB18030 gb2312 gbk x-gbk gb_2312-80 chinese cp936 ms936 euc-cn
            windows-31j shift_jis shift-jis sjis x-sjis ms_kanji ms932 cp932
            x-windows-949 euc-kr ks_c_5601-1987 ksc5601 ksc_5601 korean cp949 uhc
            Big5-HKSCS big5 big5-hkscs x-x-big5 cn-big5 cp950
            x-MacRoman macintosh macroman mac x-mac-roman
            x-MacCyrillic maccyrillic mac-cyrillic x-mac-cyrillic x-mac-ukrainian
            x-MacGreek macgreek mac-greek
            x-MacIceland maciceland mac-iceland
            x-MacCentralEurope maclatin2 mac-latin2 maccentraleurope x-mac-ce
            x-MacTurkish macturkish mac-turkish
            UTF-8 utf8 utf_8 unicode-1-1-utf-8 x-unicode20utf8 u8
            UTF-16LE unicode ucs-2 csunicode iso-10646-ucs-2
            KOI8-R koi8_r koi8 koi
            KOI8-U koi8-ru koi8_u koi8-t koi8_t
            """;

    private static final Map<String, Charset> BY_LABEL = byLabel();

    private Charsets() {}

    /** The charset a label means, null when there is none here. */
    static @Nullable Charset of(String label) {
        String key = label.strip().toLowerCase(Locale.ROOT);
        Charset known = BY_LABEL.get(key);
        return known != null ? known : java(key);
    }

    private static @Nullable Charset java(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    private static Map<String, Charset> byLabel() {
        Map<String, Charset> labels = new HashMap<>();
        EQUIVALENTS.lines().forEach(line -> {
            String[] words = line.split(" ", -1);
            Charset charset = java(words[0]);
            for (int i = 1; charset != null && i < words.length; i++) {
                labels.put(words[i], charset);
            }
        });
        return Map.copyOf(labels);
    }
}
