package org.broadsheet.web;

import io.javalin.http.Context;

/** The page of a request that failed. It asks nothing of the store, which may be what failed. */
final class ErrorPage {
    private final Press press;

    ErrorPage(Press press) {
        this.press = press;
    }

    void answer(Context ctx, int status, String sentence) {
        Texts texts = Texts.of("", ctx.header("Accept-Language"));
        Frame frame = press.frame("Broadsheet", "", Reader.nobody(texts)).withoutCounts();
        press.page(ctx, "ErrorPage", frame, ErrorView.of(status, sentence, texts));
    }
}
