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

    record Tree(Element root, List<String> repairs) implements Outcome {}

    record Unreadable(ErrorKind kind, String sentence) implements Outcome {}

    static Outcome read(String text) {
        Prolog prolog = Prolog.of(text);
        if (prolog.usesOwnEntities()) {
            return unreadable(ErrorKind.DTD_FORBIDDEN);
        }
        TreeBuilder.Built strict = TreeBuilder.build(prolog.text());
        if (strict.root() != null) {
            return new Tree(strict.root(), strict.repairs());
        }
        if (!prolog.looksLikeFeed() || prolog.isWebPage()) {
            return unreadable(ErrorKind.NOT_A_FEED);
        }
        return mended(Mending.mend(prolog.text()));
    }

    private static Outcome mended(Mending.Mended mended) {
        TreeBuilder.Built second = TreeBuilder.build(mended.text());
        if (second.root() != null) {
            return new Tree(second.root(), Lists.concat(mended.repairs(), second.repairs()));
        }
        Element loose = LooseXml.read(mended.text());
        if (Dialect.of(loose) == Dialect.NONE) {
            return unreadable(ErrorKind.MALFORMED_XML);
        }
        String repair = "Its markup is broken or cut off; what could be read was kept. (" + second.problem() + ")";
        return new Tree(loose, Lists.concat(mended.repairs(), List.of(repair)));
    }

    private static Unreadable unreadable(ErrorKind kind) {
        return new Unreadable(kind, kind.sentence());
    }
}
