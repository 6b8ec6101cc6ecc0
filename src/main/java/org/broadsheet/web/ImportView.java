package org.broadsheet.web;

import java.util.List;
import org.broadsheet.reading.ImportReport;
import org.broadsheet.reading.ImportReport.Line;
import org.broadsheet.reading.ImportReport.Result;
import org.broadsheet.reading.Imports.Progress;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is, or what became of it, ready to print.
 *
 * @param bar how far it is, null when it is done
 */
public record ImportView(
        String title, String line, @Nullable Bar bar, List<Refused> refused, List<Refused> noted) {
    /** A feed that was not taken over as it is, and why. */
    public record Refused(String name, String why) {}

    /**
     * How far it is.
     *
     * @param href asks again
     * @param total 0 while the list is not read yet
     */
    public record Bar(String href, int done, int total) {}

    static ImportView of(String href, Progress progress, Texts texts) {
        ImportReport report = progress.report();
        if (report != null) {
            return of(report, texts);
        }
        String line = progress.total() == 0
                ? texts.get("import.reading")
                : texts.get("import.so-far", progress.done(), progress.total());
        Bar bar = new Bar(href, progress.done(), progress.total());
        return new ImportView(texts.get("import.going-on"), line, bar, List.of(), List.of());
    }

    private static ImportView of(ImportReport report, Texts texts) {
        if (report.unusable() != null) {
            return new ImportView(
                    texts.get("import.nothing"), ListText.why(report.unusable(), texts), null, List.of(), List.of());
        }
        return new ImportView(
                texts.get("import.done"),
                line(report, texts),
                null,
                lines(report, Result.REFUSED, texts),
                lines(report, Result.NOTED, texts));
    }

    private static List<Refused> lines(ImportReport report, Result result, Texts texts) {
        return report.lines().stream()
                .filter(line -> line.result() == result)
                .map(line -> refused(line, texts))
                .toList();
    }

    private static String line(ImportReport report, Texts texts) {
        String line = texts.get("import.added", report.count(Result.ADDED));
        long known = report.count(Result.ALREADY_THERE);
        line += known == 0 ? "" : ", " + texts.get("import.known", known);
        long refused = report.count(Result.REFUSED);
        return line + (refused == 0 ? "" : ", " + texts.get("import.refused", refused)) + ".";
    }

    private static Refused refused(Line line, Texts texts) {
        String where = ListText.where(line.place(), texts);
        String name = line.title() == null ? where : line.title() + " (" + where + ")";
        return new Refused(name, line.why() == null ? texts.get("import.unfit") : ListText.why(line.why(), texts));
    }
}
