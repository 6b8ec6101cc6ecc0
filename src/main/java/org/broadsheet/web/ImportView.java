package org.broadsheet.web;

import java.util.List;
import org.broadsheet.reading.ImportReport;
import org.broadsheet.reading.ImportReport.Line;
import org.broadsheet.reading.ImportReport.Result;

/** What became of an OPML file, ready to print. */
public record ImportView(String title, String line, List<Refused> refused) {
    /** A feed that was not taken over, and why. */
    public record Refused(String name, String why) {}

    static ImportView of(ImportReport report) {
        if (report.unusable() != null) {
            return new ImportView("Nothing imported", report.unusable(), List.of());
        }
        List<Refused> refused = report.lines().stream()
                .filter(line -> line.result() == Result.REFUSED)
                .map(ImportView::refused)
                .toList();
        return new ImportView("Imported", line(report), refused);
    }

    private static String line(ImportReport report) {
        String line = Counts.of(report.count(Result.ADDED), "source") + " added";
        long known = report.count(Result.ALREADY_THERE);
        line += known == 0 ? "" : ", " + Counts.of(known) + " there already";
        long refused = report.count(Result.REFUSED);
        return line + (refused == 0 ? "." : ", " + Counts.of(refused) + " not added.");
    }

    private static Refused refused(Line line) {
        String name = line.title() == null ? line.url() : line.title() + " (" + line.url() + ")";
        return new Refused(name, line.why() == null ? "It cannot be followed." : line.why());
    }
}
