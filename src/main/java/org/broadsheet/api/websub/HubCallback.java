package org.broadsheet.api.websub;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.broadsheet.model.HubLease;
import org.broadsheet.reading.Pushes;
import org.broadsheet.server.Bodies;
import org.broadsheet.server.Routes;

/**
 * {@code /websub/{token}}: hubs confirm and announce here (WebSub §5.3 and §7). Open to all; the token is what nobody else
 * knows.
 */
public final class HubCallback implements Routes {
    private static final Duration USUAL_LEASE = Duration.ofDays(10);
    private static final int LONGEST_CHALLENGE = 4_096; // characters

    private final Pushes pushes;

    public HubCallback(Pushes pushes) {
        this.pushes = pushes;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/websub/{token}", this::verify);
        routes.post("/websub/{token}", this::receive);
    }

    private void verify(Context ctx) {
        HubLease subscription = subscription(ctx).orElseThrow(HubCallback::nothingWanted);
        String mode = parameter(ctx, "hub.mode");
        if (mode.equals("denied")) {
            pushes.deny(subscription, parameter(ctx, "hub.topic"));
            ctx.status(HttpStatus.NO_CONTENT);
            return;
        }
        String challenge = parameter(ctx, "hub.challenge");
        boolean sound = mode.equals("subscribe") && !challenge.isEmpty() && challenge.length() <= LONGEST_CHALLENGE;
        if (!sound || !pushes.confirm(subscription, parameter(ctx, "hub.topic"), lease(ctx))) {
            throw nothingWanted();
        }
        ctx.contentType("text/plain; charset=utf-8").result(challenge);
    }

    private void receive(Context ctx) throws IOException {
        Optional<HubLease> subscription = subscription(ctx);
        if (subscription.isEmpty()) {
            // Hubs end a subscription when they hear this.
            ctx.status(HttpStatus.GONE).result("Nobody here follows this feed any more.\n");
            return;
        }
        byte[] body = Bodies.bytes(ctx);
        String signature = Objects.requireNonNullElse(ctx.header("X-Hub-Signature"), "");
        pushes.announce(subscription.get(), signature, body);
        // The same whether it was signed or not: a forger learns nothing.
        ctx.status(HttpStatus.ACCEPTED);
    }

    private Optional<HubLease> subscription(Context ctx) {
        return pushes.find(ctx.pathParam("token"));
    }

    private static Duration lease(Context ctx) {
        String seconds = parameter(ctx, "hub.lease_seconds");
        return seconds.matches("[0-9]{1,10}") ? Duration.ofSeconds(Long.parseLong(seconds)) : USUAL_LEASE;
    }

    private static String parameter(Context ctx, String name) {
        return Objects.requireNonNullElse(ctx.queryParam(name), "");
    }

    private static NotFoundResponse nothingWanted() {
        return new NotFoundResponse("No such subscription was asked for here.");
    }
}
