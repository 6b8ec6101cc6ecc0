package org.broadsheet.server;

import io.javalin.http.HttpResponseException;
import org.jspecify.annotations.Nullable;

/** A request that the server itself refuses, whoever was to answer it. */
final class Refused extends HttpResponseException {
    private static final long serialVersionUID = 1;

    private final transient Why why;

    Refused(int status, Refusal refusal) {
        this(status, refusal, null);
    }

    Refused(int status, Refusal refusal, @Nullable String value) {
        super(status, refusal.sentence(value));
        this.why = Why.of(refusal, value);
    }

    Why why() {
        return why;
    }
}
