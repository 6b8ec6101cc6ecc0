package org.broadsheet.web;

import io.javalin.http.Context;
import org.broadsheet.reading.BulkMarking;
import org.jspecify.annotations.Nullable;

/**
 * What a page says after many headlines were marked as read on it.
 *
 * @param mark by which they are taken back, null when they were
 * @param back the page, for what takes them back to lead to
 */
public record Marked(String sentence, @Nullable String mark, String back) {

    /** Where a browser goes after a mark, so that the page there can say so. */
    static String path(Stream stream, BulkMarking.Marked marked) {
        return with(stream.href(), "marked=" + marked.id() + "&count=" + marked.count());
    }

    /** Where a browser goes after a mark was taken back. */
    static String takenBackPath(Stream stream) {
        return with(stream.href(), "unmarked=true");
    }

    private static String with(String href, String query) {
        return href + (href.contains("?") ? "&" : "?") + query;
    }

    /** What to say on this page; null when nothing was marked before it. */
    static @Nullable Marked said(Context ctx, Stream stream, Texts texts) {
        if (ctx.queryParam("unmarked") != null) {
            return new Marked(texts.get("marked.undone"), null, stream.href());
        }
        if (ctx.queryParam("marked") == null) {
            return null;
        }
        long mark = Ask.number(ctx, ctx.queryParam("marked"), "marked");
        long count = Ask.number(ctx, ctx.queryParam("count"), "count");
        return count == 0
                ? new Marked(texts.get("marked.none"), null, stream.href())
                : new Marked(texts.get("marked.read", count), Long.toString(mark), stream.href());
    }
}
