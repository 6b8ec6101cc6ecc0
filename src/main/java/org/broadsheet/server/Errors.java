package org.broadsheet.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.Endpoint;
import io.javalin.router.EndpointNotFound;
import jakarta.servlet.ServletException;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpException;

/** What a client hears when a request fails: a problem for programs under {@code /api/} and at {@code /hub}, a page elsewhere. */
final class Errors {
    private final ErrorPages page;
    private final Complaints complaints;
    private final Predicate<Exception> storeIsAway;

    /**
     * Builds it.
     *
     * @param storeIsAway tells of an exception whether a store that may come back is behind it
     */
    Errors(ErrorPages page, Complaints complaints, Predicate<Exception> storeIsAway) {
        this.page = page;
        this.complaints = complaints;
        this.storeIsAway = storeIsAway;
    }

    void addTo(RoutesConfig routes) {
        routes.exception(
                HttpResponseException.class, (e, ctx) -> answer(ctx, e.getStatus(), Why.of(e), e.getDetails()));
        routes.exception(
                EndpointNotFound.class,
                (e, ctx) -> answer(ctx, e.getStatus(), Why.of(Refusal.NO_SUCH_ADDRESS), Map.of()));
        routes.exception(MethodNotAllowedResponse.class, this::wrongMethod);
        routes.exception(HttpException.RuntimeException.class, this::malformed);
        routes.exception(ServletException.class, this::badForm);
        routes.exception(Exception.class, this::unexpected);
    }

    private void wrongMethod(MethodNotAllowedResponse e, Context ctx) {
        ctx.header("Allow", e.getDetails().getOrDefault("availableMethods", "GET"));
        answer(ctx, e.getStatus(), Why.of(Refusal.WRONG_METHOD, ctx.method().name()), Map.of());
    }

    // Jetty's word for a request that turned out malformed while its body was read.
    private void malformed(HttpException.RuntimeException e, Context ctx) {
        answer(ctx, e.getCode(), Why.of(Refusal.MALFORMED), Map.of());
    }

    // So the servlet API wraps Jetty's word for a multipart form that breaks its own rules.
    private void badForm(ServletException e, Context ctx) {
        if (e.getCause() instanceof HttpException malformed) {
            answer(ctx, malformed.getCode(), Why.of(Refusal.MALFORMED_FORM), Map.of());
        } else {
            unexpected(e, ctx);
        }
    }

    private void unexpected(Exception e, Context ctx) {
        if (storeIsAway.test(e)) {
            answer(ctx, 503, Why.of(Refusal.STORE_AWAY), Map.of());
            return;
        }
        Endpoint endpoint = ctx.endpoints().lastHttpEndpoint();
        complaints.log(endpoint == null ? "A request" : endpoint.method + " " + endpoint.path, e);
        answer(ctx, 500, Why.of(Refusal.BROKEN), Map.of());
    }

    private void answer(Context ctx, int status, Why why, Map<String, String> more) {
        ctx.status(status).removeHeader("ETag").removeHeader("Last-Modified").header("Cache-Control", "no-store");
        if (ctx.path().startsWith("/api/")
                || ctx.path().equals("/hub")
                || ctx.path().equals(Events.PATH)) {
            Problem.answer(ctx, status, why.sentence(), more);
        } else {
            page.answer(ctx, status, why);
        }
    }
}
