package org.broadsheet.server;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** Answers a browser when something went wrong. Nothing of the request may be printed raw. */
public interface ErrorPages {
    /** Writes the page; the status is set already. */
    void answer(Context ctx, int status, Why why);

    /**
     * The page as HTML, for a request that was refused before it was understood; null where there are no pages.
     *
     * @param accepted the header Accept-Language, null when there is none
     */
    @Nullable
    String html(int status, Why why, @Nullable String accepted);

    /** The sentence alone, for a server without pages. */
    static ErrorPages plain() {
        return new ErrorPages() {
            @Override
            public void answer(Context ctx, int status, Why why) {
                ctx.contentType("text/plain; charset=utf-8").result(why.sentence() + "\n");
            }

            @Override
            public @Nullable String html(int status, Why why, @Nullable String accepted) {
                return null;
            }
        };
    }
}
