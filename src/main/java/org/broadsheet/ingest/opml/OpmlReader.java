package org.broadsheet.ingest.opml;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.model.ListNote;
import org.broadsheet.model.ListPlace;
import org.broadsheet.model.NoList;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists of feeds as programs write them, by a ladder: as XML; where that fails, by jsoup, which takes anything.
 *
 * <p>Pure. No document type is read and nothing outside the bytes is opened. What cannot be read is told, and what can is
 * kept.
 */
public final class OpmlReader {
    /** A larger document is refused. */
    public static final int MAX_BYTES = 50 << 20;

    /** What is said of that. */
    public static final NoList TOO_LARGE = new NoList(NoList.Kind.TOO_LARGE, null, Integer.toString(MAX_BYTES >> 20));

    /** Outlines after these are not read. */
    public static final int MAX_OUTLINES = 50_000;

    /** Feeds in deeper folders stand in the folder of this depth. */
    public static final int DEEPEST_FOLDER = 32;

    /** A broken document is read this far by the lower rung, which holds all of it in memory. */
    static final int MENDED_CHARACTERS = 8 << 20;

    private OpmlReader() {}

    public static OpmlResult read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return new OpmlResult.Unreadable(TOO_LARGE);
        }
        OpmlText text = OpmlText.of(bytes);
        if (text.isBlank()) {
            return new OpmlResult.Unreadable(NoList.of(NoList.Kind.EMPTY));
        }
        Outlines strict = new Outlines();
        String problem = StrictXml.read(text.reader(), strict);
        if (problem == null || strict.isFull()) {
            return judge(strict, null);
        }
        Outlines loose = new Outlines();
        LooseXml.read(text.beginning(MENDED_CHARACTERS), loose);
        return judge(loose.count() < strict.count() ? strict : loose, problem);
    }

    private static OpmlResult judge(Outlines outlines, @Nullable String problem) {
        if (!"opml".equals(outlines.root())) {
            return new OpmlResult.Unreadable(instead(outlines.root()));
        }
        List<OpmlProblem> problems = new ArrayList<>();
        if (problem != null) {
            problems.add(whole(new ListNote(ListNote.Kind.BROKEN, problem)));
        }
        if (outlines.isFull()) {
            problems.add(whole(new ListNote(ListNote.Kind.TOO_MANY, Integer.toString(MAX_OUTLINES))));
        }
        return new OpmlResult.Read(Gathering.of(outlines, problems));
    }

    private static OpmlProblem whole(ListNote why) {
        return new OpmlProblem(new ListPlace.Whole(), why, true);
    }

    private static NoList instead(@Nullable String root) {
        if (root == null) {
            return NoList.of(NoList.Kind.NO_MARKUP);
        }
        return switch (root) {
            case "html" -> NoList.of(NoList.Kind.WEB_PAGE);
            case "rss", "feed", "rdf:rdf" -> NoList.of(NoList.Kind.A_FEED);
            default -> new NoList(NoList.Kind.OTHER_MARKUP, null, root);
        };
    }
}
