package org.broadsheet.ingest.opml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists of feeds as programs write them, by a ladder: as XML; where that fails, by jsoup, which takes anything.
 *
 * <p>Pure. No document type is read and nothing outside the bytes is opened.
 */
public final class OpmlReader {
    /** A larger document is refused. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    /** A document with more is refused. */
    public static final int MAX_OUTLINES = 20_000;

    /** Feeds in deeper folders stand in the folder of this depth. */
    public static final int DEEPEST_FOLDER = 32;

    private static final String BROKEN = "Its markup is broken or cut off; what could be read was kept. ";

    private OpmlReader() {}

    public static OpmlResult read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return unreadable("is larger than " + MAX_BYTES / (1024 * 1024) + " MB.");
        }
        String text = OpmlText.decode(bytes);
        if (text.isBlank()) {
            return unreadable("is empty.");
        }
        Outlines strict = new Outlines();
        String problem = StrictXml.read(text, strict);
        if (problem == null || strict.count() > MAX_OUTLINES) {
            return judge(strict, null);
        }
        Outlines loose = new Outlines();
        LooseXml.read(text, loose);
        return judge(loose, problem);
    }

    private static OpmlResult judge(Outlines outlines, @Nullable String problem) {
        if (outlines.count() > MAX_OUTLINES) {
            return unreadable("has more than " + MAX_OUTLINES + " outlines.");
        }
        if (!"opml".equals(outlines.root())) {
            return unreadable("is not OPML: " + instead(outlines.root()));
        }
        List<OpmlProblem> problems = new ArrayList<>();
        if (problem != null) {
            problems.add(new OpmlProblem("document", BROKEN + "(" + problem + ")"));
        }
        return new OpmlResult.Read(outlines.document(problems));
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
