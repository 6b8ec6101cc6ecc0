package org.broadsheet.ingest.dedupe;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A title as it is compared, without the words of state that papers put before it.
 *
 * @param own without what may be the name of a paper at its end
 * @param whole with it; the same where there is none
 */
record Title(Phrase own, Phrase whole) {
    private static final String KICKERS =
            "update|updated|refile|rpt|wrapup|corrected|correction|breaking|breaking news|just in|developing|exclusive|urgent"
                    + "|watch|clarification|eilmeldung|eil|aktualisiert|korrektur|exklusiv|exclusif|mise à jour|rectificatif"
                    + "|última hora|ultima hora|exclusiva|exclusivo|actualización|actualizado|urgente|atualização|ultim'ora"
                    + "|esclusiva|aggiornamento|срочно|обновлено|молния|эксклюзив|عاجل|速報|独自|快讯|突发|独家|속보|단독";

    /** In capitals only, because they need no blank before the title: "UPDATE 1-Three", but "Watch 3-year-olds". */
    private static final String OF_AGENCIES = "UPDATE|WRAPUP|REFILE|RPT|CORRECTED|CORRECTION";

    private static final Pattern KICKER = Pattern.compile(
            "(?:(?:" + KICKERS + ")(?: \\d{1,2})?(?:\\s*[:：|]|\\s+[–—-]\\s)\\s*"
                    + "|(?-i:" + OF_AGENCIES + ")(?: ?\\d{1,2})?\\s*-\\s*"
                    + "|[\\[【(](?:" + KICKERS + ")[\\])】]\\s*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Agencies count how often they sent a text: "(2)", "(Update 1)". */
    private static final Pattern COUNT = Pattern.compile("\\s*\\((?:update )?\\d\\)$", Pattern.CASE_INSENSITIVE);

    private static final Pattern ELLIPSIS = Pattern.compile("\\s*(?:…|\\.{3,})\\s*$");
    private static final Pattern TAIL = Pattern.compile("(.*\\S)(?:\\s+[-–—|·•:]\\s+|\\s*｜\\s*)(\\S.*)");
    private static final String SEPARATORS = "-–—|·•:｜";
    private static final Pattern CALL_SIGN = Pattern.compile("[A-Z]{3,5} \\d{1,2}");

    /** In UTF-16 units: no headline is longer, and patterns take their time over blanks without end. */
    private static final int LONGEST = 400;

    private static final int MOST_WORDS_OF_A_PAPER = 4;
    private static final int MOST_LETTERS_OF_A_PAPER = 8;

    /**
     * Reads a title.
     *
     * @param source who publishes it, as titles may end with it; null where nobody knows
     */
    static Title of(String given, @Nullable String source) {
        String text = withoutKickers(
                given.substring(0, Math.min(given.length(), LONGEST)).strip());
        Matcher tail = TAIL.matcher(text);
        if (!hasOneOf(SEPARATORS, text) || !tail.matches()) return alone(phrase(text));
        Phrase own = phrase(tail.group(1));
        List<Term> paper = Term.of(tail.group(2));
        if (source != null && sameWords(paper, Term.of(source))) return alone(own);
        if (ELLIPSIS.matcher(text).find() || !mayBePaper(tail.group(2), paper)) return alone(phrase(text));
        // Whatever follows an ellipsis is no part of the title.
        return new Title(own, own.cut() ? own : phrase(text));
    }

    /** Whether both are the same words in the same order, one perhaps with the name of a paper at its end or cut. */
    boolean same(Title other) {
        return whole.same(other.whole) || own.same(other.whole) || whole.same(other.own);
    }

    /** Most titles have none, and the pattern tries every place of them. */
    private static boolean hasOneOf(String characters, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) return true;
        }
        return false;
    }

    private static Title alone(Phrase phrase) {
        return new Title(phrase, phrase);
    }

    private static String withoutKickers(String title) {
        String text = title;
        for (Matcher kicker = KICKER.matcher(text);
                kicker.lookingAt() && kicker.end() < text.length();
                kicker = KICKER.matcher(text)) {
            text = text.substring(kicker.end());
        }
        return text;
    }

    private static Phrase phrase(String text) {
        String counted = text.endsWith(")") ? COUNT.matcher(text).replaceFirst("") : text;
        Matcher ellipsis = ELLIPSIS.matcher(counted);
        return hasOneOf("….", counted) && ellipsis.find()
                ? new Phrase(Term.of(counted.substring(0, ellipsis.start())), true)
                : new Phrase(Term.of(counted), false);
    }

    private static boolean mayBePaper(String text, List<Term> terms) {
        if (terms.isEmpty() || terms.stream().anyMatch(term -> PlainWords.saysKind(term.key()))) return false;
        if (terms.stream().anyMatch(Term::hasDigit))
            return CALL_SIGN.matcher(text).matches();
        long letters = terms.stream().filter(Term::alone).count();
        List<Term> names = new ArrayList<>(terms);
        names.removeIf(term -> term.alone() || PlainWords.binds(term));
        return terms.get(0).proper()
                && letters <= MOST_LETTERS_OF_A_PAPER
                && terms.size() - letters <= MOST_WORDS_OF_A_PAPER
                && names.stream().allMatch(Term::proper);
    }

    private static boolean sameWords(List<Term> some, List<Term> others) {
        return some.stream()
                .map(Term::key)
                .toList()
                .equals(others.stream().map(Term::key).toList());
    }
}
