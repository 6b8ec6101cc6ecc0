package org.broadsheet.ingest.parse;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Charsets by the names that documents use. Where the WHATWG Encoding Standard (§4.2) reads a label as a larger
 * charset, so do we: publishers say ISO-8859-1 and send windows-1252.
 */
final class Charsets {
    private static final Pattern PUNCTUATION = Pattern.compile("[^a-z0-9]");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d$");
    private static final Pattern CS = Pattern.compile("^cs");

    /** A charset of Java, then the labels it is read for, without their punctuation. */
    private static final String EQUIVALENTS = """
            windows-1252 iso88591 latin latin1 l1 ascii usascii ansix341968 ansix341986 isoir100 cp819 ibm819 88591 8859 iso8859 ansi iso646irv
            windows-1254 iso88599 latin5 l5 isoir148
            x-windows-874 iso885911 tis620 tis6200 tis62025290 tis62025291 isoir166 thai dos874 windows874 cp874
            GB18030 gb2312 gbk xgbk gb231280 chinese cp936 936 ms936 euccn eucgb2312cn isoir58 csiso58gb231280 gb180302000 xmacsimpchinese
            windows-31j shiftjis sjis xsjis mskanji ms932 cp932 xmacjapanese
            x-windows-949 euckr ksc56011987 ksc5601 ksx1001 korean cp949 uhc isoir149 xmackorean
            Big5-HKSCS big5 big5hkscs hkscs xxbig5 cnbig5 cp950 big5tw xmactradchinese
            EUC-JP ujis ujis eucjp xeucjp
            x-MacRoman macintosh macroman mac xmacroman
            x-MacCyrillic maccyrillic xmaccyrillic xmacukrainian
            x-MacGreek macgreek
            x-MacIceland maciceland
            x-MacCentralEurope maclatin2 maccentraleurope maccenteuro xmacce
            x-MacTurkish macturkish
            UTF-8 utf8 utf unicode11utf8 xunicode20utf8 u8 cp65001 utf8ucs2 utf8ucs4
            UTF-16 u16
            UTF-32 u32
            UTF-16LE unicode ucs2 csunicode iso10646ucs2 utf16le
            KOI8-R koi8r koi8 koi
            KOI8-U koi8u koi8ru koi8t
            IBM500 ebcdiccpbe ebcdiccpch
            IBM775 cspc775baltic
            ISO-8859-13 latin7 l7
            """;

    private static final Map<String, Charset> BY_LABEL = byLabel();

    private Charsets() {}

    /** Every name Java knows, without punctuation; loaded for the first strange label only, for it takes a while. */
    private static final class All {
        private static final Map<String, Charset> BY_NAME = byName();

        private static Map<String, Charset> byName() {
            Map<String, Charset> names = new HashMap<>();
            for (Charset charset : Charset.availableCharsets().values()) {
                names.putIfAbsent(bare(charset.name()), charset);
                charset.aliases().forEach(alias -> names.putIfAbsent(bare(alias), charset));
            }
            return Map.copyOf(names);
        }
    }

    /** The charset a label means, null when there is none here. */
    static @Nullable Charset of(String label) {
        String bare = bare(label);
        Charset known = BY_LABEL.get(bare);
        Charset exact = known != null ? known : java(label.strip());
        return exact != null ? exact : strange(bare);
    }

    /** Python, Windows and IANA have habits of their own: a year behind, "cs" before, a number alone. */
    private static @Nullable Charset strange(String bare) {
        String shorter = YEAR.matcher(bare).replaceFirst("");
        return Stream.of(bare, shorter, CS.matcher(bare).replaceFirst(""), "windows" + bare, "ibm" + bare, "cp" + bare)
                .map(name -> BY_LABEL.getOrDefault(name, All.BY_NAME.get(name)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String bare(String label) {
        return PUNCTUATION.matcher(label.toLowerCase(Locale.ROOT)).replaceAll("");
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
