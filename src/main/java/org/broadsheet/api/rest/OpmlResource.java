package org.broadsheet.api.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.UnprocessableContentResponse;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.broadsheet.model.AccountId;
import org.broadsheet.model.ListRemark;
import org.broadsheet.reading.ImportReport;
import org.broadsheet.reading.ListPlan;
import org.broadsheet.reading.Outlines;
import org.broadsheet.server.Access;
import org.broadsheet.server.Bodies;
import org.broadsheet.server.Routes;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/opml}: the subscriptions as a file, in and out. */
public final class OpmlResource implements Routes {
    private static final String PATH = "/api/v1/opml";

    private final Access access;
    private final Outlines outlines;

    public OpmlResource(Access access, Outlines outlines) {
        this.access = access;
        this.outlines = outlines;
    }

    /** What became of the outlines of a file. */
    record Report(List<Line> items, @Nullable String nextCursor, long added, long alreadyThere, long refused) {
        static Report of(ImportReport report) {
            return new Report(
                    report.lines().stream().map(Line::of).toList(),
                    null,
                    report.count(ImportReport.Result.ADDED),
                    report.count(ImportReport.Result.ALREADY_THERE),
                    report.count(ImportReport.Result.REFUSED));
        }
    }

    /**
     * What became of one outline.
     *
     * @param url its address, or where it stands in the file when it has none
     */
    record Line(
            String url,
            @Nullable String title,
            String result,
            @Nullable String error) {
        static Line of(ImportReport.Line line) {
            String result = line.result().name().toLowerCase(Locale.ROOT);
            ListRemark why = line.why();
            return new Line(line.place().words(), line.title(), result, why == null ? null : why.sentence());
        }
    }

    /** What would change if the subscriptions were as a file says. */
    record Plan(List<Step> items, @Nullable String nextCursor, List<Line> refused) {}

    /**
     * One change of one subscription.
     *
     * @param from the folders or the title that it has
     * @param to the folders or the title that it would have
     */
    record Step(
            String change,
            String url,
            @Nullable String title,
            @Nullable String from,
            @Nullable String to) {
        static Step of(ListPlan.Step step) {
            return new Step(
                    step.kind().name().toLowerCase(Locale.ROOT), step.url(), step.title(), step.from(), step.to());
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, ctx -> write(ctx, access.account(ctx)));
        routes.post(PATH, ctx -> read(ctx, access.account(ctx)));
        routes.post(PATH + "/plan", ctx -> plan(ctx, access.account(ctx)));
    }

    private void write(Context ctx, AccountId account) {
        ctx.contentType("text/x-opml; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"broadsheet.opml\"")
                .result(outlines.exportOpml(account));
    }

    private void read(Context ctx, AccountId account) throws IOException {
        ImportReport report = outlines.importOpml(account, opml(ctx));
        refuse(report.unusable());
        Json.answer(ctx, Report.of(report));
    }

    private void plan(Context ctx, AccountId account) throws IOException {
        ListPlan plan = outlines.plan(account, opml(ctx));
        refuse(plan.unusable());
        List<Line> refused = Report.of(new ImportReport(plan.refused(), null)).items();
        Json.answer(ctx, new Plan(plan.steps().stream().map(Step::of).toList(), null, refused));
    }

    private static void refuse(@Nullable ListRemark unusable) {
        if (unusable != null) {
            throw new UnprocessableContentResponse(unusable.sentence());
        }
    }

    private static byte[] opml(Context ctx) throws IOException {
        return ctx.isMultipartFormData() ? file(ctx) : Bodies.bytes(ctx);
    }

    private static byte[] file(Context ctx) throws IOException {
        List<UploadedFile> files = ctx.uploadedFiles();
        if (files.size() != 1) {
            throw new BadRequestResponse("The form must carry one OPML file.");
        }
        try (InputStream file = files.get(0).content()) {
            return file.readAllBytes();
        }
    }
}
