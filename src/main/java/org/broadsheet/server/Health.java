package org.broadsheet.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /healthz}: the process is alive. {@code /readyz}: it can do its work. */
public final class Health implements Routes {
    private final Supplier<Optional<String>> trouble;

    /**
     * Builds it.
     *
     * @param trouble one sentence about what keeps the server from its work, empty when all is well. Exceptions count as
     *     trouble
     */
    public Health(Supplier<Optional<String>> trouble) {
        this.trouble = trouble;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/healthz", ctx -> ctx.result("alive\n"));
        routes.get("/readyz", this::ready);
    }

    private void ready(Context ctx) {
        Optional<String> sentence = check();
        ctx.status(sentence.isPresent() ? 503 : 200).result(sentence.orElse("ready") + "\n");
    }

    private Optional<String> check() {
        try {
            return trouble.get();
        } catch (RuntimeException e) {
            return Optional.of("The store does not answer.");
        }
    }
}
