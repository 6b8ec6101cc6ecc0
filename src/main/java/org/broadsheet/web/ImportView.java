package org.broadsheet.web;

import java.util.List;
import org.broadsheet.reading.ImportReport;
import org.broadsheet.reading.ImportReport.Line;
import org.broadsheet.reading.ImportReport.Result;

/** What became of an OPML file, ready to print. */
public record ImportView(String title, String line, List<Refused> refused) {
    /** A feed that was not taken over, and why. */
    public record Refused(String name, String why) {}

    static ImportView of(ImportReport report, Texts texts) {
        if (report.unusable() != null) {
            return new ImportView(texts.get("import.nothing"), report.unusable(), List.of());
        }
        List<Refused> refused = report.lines().stream()
                .filter(line -> line.result() == Result.REFUSED)
                .map(line -> refused(line, texts))
                .toList();
        return new ImportView(texts.get("import.done"), line(report, texts), refused);
    }

    private static String line(ImportReport report, Texts texts) {
        String line = texts.get("import.added", report.count(Result.ADDED));
        long known = report.count(Result.ALREADY_THERE);
        line += known == 0 ? "" : ", " + texts.get("import.known", known);
        long refused = report.count(Result.REFUSED);
        return line + (refused == 0 ? "" : ", " + texts.get("import.refused", refused)) + ".";
    }

    private static Refused refused(Line line, Texts texts) {
        String name = line.title() == null ? line.url() : line.title() + " (" + line.url() + ")";
        return new Refused(name, line.why() == null ? texts.get("import.unfit") : line.why());
    }
}
