package org.broadsheet.api.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.broadsheet.model.Finding;
import org.broadsheet.reading.Integrity;
import org.broadsheet.server.Access;
import org.broadsheet.server.Routes;

/** {@code GET /api/v1/check}: whether the store is whole, for the command {@code check} while a server has it open. */
public final class CheckResource implements Routes {
    private final Access access;
    private final Integrity integrity;

    public CheckResource(Access access, Integrity integrity) {
        this.access = access;
        this.integrity = integrity;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/check", this::check);
    }

    private void check(Context ctx) {
        access.account(ctx);
        List<Finding> findings = integrity.check();
        boolean consistent = findings.stream().allMatch(Finding::holds);
        ctx.json(Map.of("consistent", consistent, "items", findings));
    }
}
