package org.broadsheet.web;

import io.javalin.http.Context;
import java.util.List;
import org.broadsheet.reading.Shelf;

/** The page of a request that failed. It asks nothing of the store, which may be what failed. */
final class ErrorPage {
    private final Press press;

    ErrorPage(Press press) {
        this.press = press;
    }

    void answer(Context ctx, int status, String sentence) {
        Frame frame =
                press.frame("Broadsheet", "", new Shelf(List.of(), List.of())).withoutCounts();
        press.page(ctx, "ErrorPage", frame, ErrorView.of(status, sentence));
    }
}
