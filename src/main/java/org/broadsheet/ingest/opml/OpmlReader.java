package org.broadsheet.ingest.opml;

import java.util.ArrayList;
import java.util.List;
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

    /** Outlines after these are not read. */
    public static final int MAX_OUTLINES = 50_000;

    /** Feeds in deeper folders stand in the folder of this depth. */
    public static final int DEEPEST_FOLDER = 32;

    /** A broken document is read this far by the lower rung, which holds all of it in memory. */
    static final int MENDED_CHARACTERS = 8 << 20;

    private static final String BROKEN = "Its markup is broken or cut off; what could be read was kept. ";
    private static final String TOO_MANY =
            "It has more than " + MAX_OUTLINES + " outlines; those after them were not read.";

    private OpmlReader() {}

    public static OpmlResult read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return unreadable("is larger than " + (MAX_BYTES >> 20) + " MB.");
        }
        OpmlText text = OpmlText.of(bytes);
        if (text.isBlank()) {
            return unreadable("is empty.");
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
            return unreadable("is not OPML: " + instead(outlines.root()));
        }
        List<OpmlProblem> problems = new ArrayList<>();
        if (problem != null) {
            problems.add(new OpmlProblem(OpmlProblem.DOCUMENT, BROKEN + "(" + problem + ")", true));
        }
        if (outlines.isFull()) {
            problems.add(new OpmlProblem(OpmlProblem.DOCUMENT, TOO_MANY, true));
        }
        return new OpmlResult.Read(Gathering.of(outlines, problems));
    }

    private static String instead(@Nullable String root) {
        if (root == null) {
            return "it holds no markup.";
        }
        return switch (root) {
            case "html" -> "it is a web page.";
            case "rss", "feed", "rdf:rdf" -> "it is a feed; add its address instead.";
            default -> "it begins with <" + root + "> where <opml> should stand.";
        };
    }

    private static OpmlResult unreadable(String predicate) {
        return new OpmlResult.Unreadable(predicate);
    }
}
