package org.broadsheet.ingest.clean;

import java.util.Set;

/**
 * The formulas that survive: MathML Core's elements without any that holds HTML, an address or a script.
 *
 * <p>Inside {@code math} nothing but these and text is written, so a browser never changes the parser's namespace there.
 */
final class MathMl {
    private static final Set<String> ELEMENTS =
            Allowed.words("math mi mn mo mtext mspace ms mrow mfrac msqrt mroot mstyle merror mpadded mphantom mfenced"
                    + " menclose msub msup msubsup munder mover munderover mmultiscripts mprescripts none mtable mtr"
                    + " mlabeledtr mtd semantics");

    private static final Set<String> ATTRIBUTES =
            Allowed.words("display alttext dir mathvariant displaystyle scriptlevel stretchy fence separator symmetric"
                    + " movablelimits minsize maxsize largeop lspace rspace accent accentunder linethickness notation"
                    + " open close separators width height depth voffset columnalign rowalign columnspacing rowspacing"
                    + " columnlines rowlines frame columnspan rowspan numalign denomalign lquote rquote");

    private MathMl() {}

    static boolean element(String name) {
        return ELEMENTS.contains(name);
    }

    static Set<String> attributes() {
        return ATTRIBUTES;
    }
}
