package org.broadsheet.server;

import io.javalin.http.Context;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Validators of our answers (RFC 9110 §8.8, §13.1.2). */
public final class ETags {
    private ETags() {}

    /**
     * Sets the answer's ETag; when the client has that version already, the answer is a 304 and the caller is done.
     *
     * @param tag of the answer before compression, without quotes; letters, digits, dots and hyphens
     */
    public static boolean notModified(Context ctx, String tag) {
        // A strong validator names bytes, so the compressed answer has one of its own (RFC 9110 §8.8.3.3).
        String etag = '"' + tag + (compressed(ctx) ? "-gzip" : "") + '"';
        ctx.header("ETag", etag);
        if (!matches(ctx.header("If-None-Match"), etag)) {
            return false;
        }
        ctx.status(304);
        return true;
    }

    private static boolean compressed(Context ctx) {
        String accepted = ctx.header("Accept-Encoding");
        return accepted != null
                && Arrays.stream(accepted.split(","))
                        .anyMatch(coding -> coding.strip().equalsIgnoreCase("gzip"));
    }

    // If-None-Match compares weakly: a proxy that recompresses turns our tag into W/"...".
    static boolean matches(@Nullable String ifNoneMatch, String etag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        .anyMatch(known -> known.equals("*") || known.equals(etag) || known.equals("W/" + etag));
    }
}
