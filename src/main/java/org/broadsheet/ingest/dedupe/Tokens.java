package org.broadsheet.ingest.dedupe;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The words of a text as they are compared: small letters, no punctuation or apostrophes, full-width letters as usual ones. */
final class Tokens {
    /** Written without spaces between words: each character counts as a word. */
    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private static final int FIRST_UNSPACED = 0x0E00;

    /** Words that any headline can have, in the languages that most feeds are written in. */
    private static final Set<String> FUNCTION_WORDS = words("""
            a an and are as at be by for from has have he her his how in is it its my new not of off on or our out over she
            so than that the their they this to up was we were what when where who why will with you your
            aus am auf bei bis das dem den der des die ein eine einem einen einer er es für im in ist mit nach nicht oder
            sich sie sind über um und von vom vor wie wird zu zum zur
            au aux avec ce dans de des du elle en est et il la le les ne ou par pas pour que qui se ses son sur un une
            al con del el es lo los las más no para por su una y
            alla che da della di gli i per più
            ao as com do dos e em mais na não no nos o os um uma
            een het met naar op te van voor
            att av det för och på som till
            i na nie się w z
            в и из к на не о от по с со у что как за для
            في من على إلى عن""");

    private Tokens() {}

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(text.split("\\s+")));
    }

    static List<String> of(String text) {
        String plain = Normalizer.normalize(text.replace("&", " and "), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        List<String> tokens = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        plain.codePoints().forEach(point -> {
            boolean alone = standsAlone(point);
            if (!alone
                    && (Character.isLetterOrDigit(point) || Character.getType(point) == Character.NON_SPACING_MARK)) {
                word.appendCodePoint(point);
            } else if (alone || !isApostrophe(point)) {
                end(word, tokens);
            }
            if (alone) {
                tokens.add(Character.toString(point));
            }
        });
        end(word, tokens);
        return List.copyOf(tokens);
    }

    /** Those that are not in every headline. */
    static Stream<String> content(List<String> tokens) {
        return tokens.stream().filter(token -> !FUNCTION_WORDS.contains(token));
    }

    static boolean isNumber(String token) {
        return Character.isDigit(token.codePointAt(0));
    }

    private static void end(StringBuilder word, List<String> tokens) {
        if (word.length() > 0) {
            tokens.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isApostrophe(int point) {
        return point == '\'' || point == '’' || point == '‘' || point == 'ʼ' || point == '`';
    }

    private static boolean standsAlone(int point) {
        return point >= FIRST_UNSPACED && Character.isLetter(point) && UNSPACED.contains(UnicodeScript.of(point));
    }
}
