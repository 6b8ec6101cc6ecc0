package org.broadsheet.ingest.parse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.text.XmlCharacters;

/**
 * Mends the text of a broken XML document where the intent is plain: characters XML forbids, ampersands and angle
 * brackets that were not escaped, entities and prefixes nobody declared, text around the root element.
 */
final class Mending {
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{0,31}));");
    private static final Pattern ROOT =
            Pattern.compile("<((?:[\\w.-]+:)?(?:rss|feed|rdf|channel)\\b)", Pattern.CASE_INSENSITIVE);
    private static final List<String[]> VERBATIM =
            List.of(new String[] {"<![CDATA[", "]]>"}, new String[] {"<!--", "-->"}, new String[] {"<?", "?>"});

    /** No vocabulary has one nearly as long; the last rung's reader copies a name again and again while it grows. */
    private static final int LONGEST_NAME = 1000;

    private final String text;
    private final StringBuilder out;
    private final Set<String> repairs = new LinkedHashSet<>();
    private final Matcher reference;

    private Mending(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length() + 64);
        this.reference = REFERENCE.matcher(text);
    }

    /** The text as it should have been, and what was done to it in words for people. */
    record Mended(String text, List<String> repairs) {}

    static Mended mend(String broken) {
        Set<String> around = new LinkedHashSet<>();
        Mending mending = new Mending(withinRoot(broken, around));
        mending.repairs.addAll(around);
        mending.run();
        String declared = Undeclared.declare(mending.out.toString(), mending.repairs);
        return new Mended(declared, List.copyOf(mending.repairs));
    }

    private static String withinRoot(String text, Set<String> repairs) {
        Matcher root = ROOT.matcher(text);
        if (!root.find()) {
            return text;
        }
        String close = "</" + root.group(1) + ">";
        int end = text.lastIndexOf(close);
        int to = end < root.start() ? text.length() : end + close.length();
        boolean after = !Prolog.of(text.substring(to)).text().isBlank();
        if (after || !text.substring(0, root.start()).isBlank()) {
            repairs.add("Text before or after the feed was left out.");
        }
        return text.substring(root.start(), to);
    }

    private void run() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '<') {
                at = markup(at);
            } else if (c == '&') {
                at = ampersand(at);
            } else {
                at = character(at);
            }
        }
    }

    private int markup(int at) {
        for (String[] pair : VERBATIM) {
            if (text.startsWith(pair[0], at)) {
                int end = text.indexOf(pair[1], at + pair[0].length());
                return copy(at, end < 0 ? text.length() : end + pair[1].length());
            }
        }
        if (opensTag(at)) {
            out.append('<');
        } else {
            out.append("&lt;");
            repairs.add("Angle brackets in its text were not escaped.");
        }
        return at + 1;
    }

    private boolean opensTag(int at) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return (Character.isLetter(next) || next == '/' || next == '_' || next == ':') && isName(at + 1);
    }

    /** Whether what begins here ends as a name does, before the next tag begins. */
    private boolean isName(int from) {
        int end = Math.min(text.length(), from + LONGEST_NAME);
        for (int i = from + 1; i < end; i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == '>' || c == '/') {
                return true;
            }
            if (c == '<') {
                return false;
            }
        }
        return end == text.length();
    }

    private int copy(int from, int to) {
        int at = from;
        while (at < to) {
            at = character(at);
        }
        return to;
    }

    private int ampersand(int at) {
        reference.region(at, text.length());
        if (!reference.lookingAt()) {
            out.append("&amp;");
            repairs.add("Ampersands in its text were not escaped.");
            return at + 1;
        }
        if (reference.group(3) == null) {
            number();
        } else {
            name(reference.group(3));
        }
        return reference.end();
    }

    private void number() {
        String decimal = reference.group(1);
        int code = decimal != null ? Integer.parseInt(decimal) : Integer.parseInt(reference.group(2), 16);
        if (XmlCharacters.isAllowed(code)) {
            out.append("&#").append(code).append(';');
        } else {
            repairs.add("Characters that XML forbids were taken out.");
        }
    }

    private void name(String name) {
        if (Entity.isXml(name)) {
            out.append('&').append(name).append(';');
            return;
        }
        repairs.add("Its text uses entities that it does not declare.");
        if (Entity.isHtml(name)) {
            out.append(Entity.text(name).replace("&", "&amp;").replace("<", "&lt;"));
        } else {
            out.append("&amp;").append(name).append(';');
        }
    }

    private int character(int at) {
        int code = text.codePointAt(at);
        if (XmlCharacters.isAllowed(code)) {
            out.appendCodePoint(code);
        } else {
            repairs.add("Characters that XML forbids were taken out.");
        }
        return at + Character.charCount(code);
    }
}
