package org.broadsheet.api.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.broadsheet.model.Finding;
import org.broadsheet.reading.Integrity;
import org.broadsheet.server.Access;
import org.broadsheet.server.Routes;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/check}: whether the store is whole, for the command {@code check} while a server has it open. */
public final class CheckResource implements Routes {
    private final Access access;
    private final Integrity integrity;

    public CheckResource(Access access, Integrity integrity) {
        this.access = access;
        this.integrity = integrity;
    }

    /** What was looked at, and whether all of it holds. */
    record Report(
            boolean consistent,
            List<Finding> items,
            @Nullable String nextCursor) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/check", this::check);
    }

    private void check(Context ctx) {
        access.account(ctx);
        List<Finding> findings = integrity.check();
        boolean consistent = findings.stream().allMatch(Finding::holds);
        Json.answer(ctx, new Report(consistent, findings, null));
    }
}
