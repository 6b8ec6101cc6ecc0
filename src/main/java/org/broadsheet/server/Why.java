package org.broadsheet.server;

import io.javalin.http.HttpResponseException;
import org.jspecify.annotations.Nullable;

/**
 * What a client hears of a request that failed.
 *
 * @param sentence what happened, for people, as plain text
 * @param refusal by which a page says it in other languages, null where the sentence is in the right one
 * @param value that the refusal's sentence has in it, null for none
 */
public record Why(
        String sentence,
        @Nullable Refusal refusal,
        @Nullable String value) {
    static Why of(Refusal refusal, @Nullable String value) {
        return new Why(refusal.sentence(value), refusal, value);
    }

    static Why of(Refusal refusal) {
        return of(refusal, null);
    }

    /** What an exception says that a route or the server threw. */
    public static Why of(HttpResponseException thrown) {
        return thrown instanceof Refused refused
                ? refused.why()
                : new Why(String.valueOf(thrown.getMessage()), null, null);
    }
}
