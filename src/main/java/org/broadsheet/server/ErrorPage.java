package org.broadsheet.server;

import io.javalin.http.Context;

/** Answers a browser when something went wrong. The status is set already; nothing of the request may be printed raw. */
@FunctionalInterface
public interface ErrorPage {
    /**
     * Writes the page.
     *
     * @param sentence what happened, for people, as plain text
     */
    void answer(Context ctx, int status, String sentence);

    /** The sentence alone, for a server without pages. */
    static ErrorPage plain() {
        return (ctx, status, sentence) ->
                ctx.contentType("text/plain; charset=utf-8").result(sentence + "\n");
    }
}
