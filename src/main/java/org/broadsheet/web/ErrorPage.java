package org.broadsheet.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import org.broadsheet.server.ErrorPages;
import org.broadsheet.server.Why;
import org.jspecify.annotations.Nullable;

/** The page of a request that failed. Where the server is at fault it asks nothing of the store, which may be what failed. */
public final class ErrorPage implements ErrorPages {
    private final Press press;
    private final Readers readers;

    ErrorPage(Press press, Readers readers) {
        this.press = press;
        this.readers = readers;
    }

    @Override
    public void answer(Context ctx, int status, Why why) {
        Texts texts = status < 500 ? texts(ctx) : accepted(ctx.header("Accept-Language"));
        press.page(ctx, "ErrorPage", frame(texts), ErrorView.of(status, why, texts));
    }

    @Override
    public String html(int status, Why why, @Nullable String accepted) {
        Texts texts = accepted(accepted);
        byte[] page = press.printed("ErrorPage", frame(texts), ErrorView.of(status, why, texts));
        return new String(page, StandardCharsets.UTF_8);
    }

    // Who asks may be nobody that is known, and the store may not answer.
    private Texts texts(Context ctx) {
        try {
            return readers.texts(ctx);
        } catch (RuntimeException e) {
            return accepted(ctx.header("Accept-Language"));
        }
    }

    private static Texts accepted(@Nullable String header) {
        return Texts.of("", header);
    }

    private Frame frame(Texts texts) {
        return press.frame("Broadsheet", "", Reader.nobody(texts)).withoutCounts();
    }
}
