package org.broadsheet.ingest.parse;

import java.util.List;
import org.broadsheet.model.ErrorKind;
import org.jdom2.Element;

/**
 * Text to elements, by a ladder: as it is; with its text mended; by jsoup's reader, which takes anything.
 *
 * <p>A sound document is read once, on the first rung.
 */
final class XmlText {
    private XmlText() {}

    /** What came of it. */
    sealed interface Outcome {}

    /** {@code cutOff}: it breaks off within an entry. */
    record Tree(Element root, List<String> repairs, boolean cutOff) implements Outcome {}

    record Unreadable(ErrorKind kind, String sentence) implements Outcome {}

    static Outcome read(String text) {
        Prolog prolog = Prolog.of(text);
        if (prolog.usesOwnEntities()) {
            return unreadable(ErrorKind.DTD_FORBIDDEN);
        }
        TreeBuilder.Built strict = TreeBuilder.build(prolog.text());
        if (strict.root() != null) {
            return new Tree(strict.root(), strict.repairs(), false);
        }
        if (!prolog.looksLikeFeed() || prolog.isWebPage()) {
            return unreadable(ErrorKind.NOT_A_FEED);
        }
        return mended(Mending.mend(prolog.text()));
    }

    private static Outcome mended(Mending.Mended mended) {
        TreeBuilder.Built second = TreeBuilder.build(mended.text());
        if (second.root() != null) {
            return new Tree(second.root(), Lists.concat(mended.repairs(), second.repairs()), false);
        }
        Element loose = LooseXml.read(mended.text());
        if (Dialect.of(loose) == Dialect.NONE) {
            return unreadable(ErrorKind.MALFORMED_XML);
        }
        String repair = "Its markup is broken or cut off; what could be read was kept. (" + second.problem() + ")";
        return new Tree(loose, Lists.concat(mended.repairs(), List.of(repair)), breaksOff(mended.text()));
    }

    /** Whether an entry begins after the last end of one. What only lacks the end of the whole is complete. */
    private static boolean breaksOff(String text) {
        int begin = Math.max(lastOf("<item", text), lastOf("<entry", text));
        int end = Math.max(text.lastIndexOf("</item"), text.lastIndexOf("</entry"));
        return begin > end;
    }

    /** As a whole name, so that {@code <items>} is none. */
    private static int lastOf(String tag, String text) {
        int at = text.lastIndexOf(tag);
        while (at >= 0
                && at + tag.length() < text.length()
                && Character.isLetterOrDigit(text.charAt(at + tag.length()))) {
            at = text.lastIndexOf(tag, at - 1);
        }
        return at;
    }

    private static Unreadable unreadable(ErrorKind kind) {
        return new Unreadable(kind, kind.sentence());
    }
}
