package org.broadsheet.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much a request may carry: 256 KB of JSON or of a form, 50 MB of anything that may be a list of feeds, and of whatever a
 * hub announces.
 */
public final class Bodies {
    static final int FORM_BYTES = 256 << 10;
    static final int FILE_BYTES = 50 << 20;

    private Bodies() {}

    /** Refuses a body by its announced length, before any of it is read. */
    static void check(Context ctx) {
        long announced = ctx.req().getContentLengthLong();
        int most = most(ctx);
        if (announced > most) {
            throw tooLarge(most);
        }
    }

    // Jetty looks the charset up while it reads the header.
    private static @Nullable String contentType(Context ctx) {
        try {
            return ctx.contentType();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new Refused(415, Refusal.UNKNOWN_CHARSET);
        }
    }

    /** The whole body, whose length need not be announced. Throws 413 beyond the limit of its kind. */
    public static byte[] bytes(Context ctx) throws IOException {
        int most = most(ctx);
        byte[] body = ctx.req().getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw tooLarge(most);
        }
        return body;
    }

    private static int most(Context ctx) {
        // There, JSON is a feed with all its entries.
        return ctx.path().startsWith(Access.HUB_CALLBACKS) ? FILE_BYTES : most(contentType(ctx));
    }

    private static int most(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        boolean form = type.startsWith("application/json") || type.startsWith("application/x-www-form-urlencoded");
        return form ? FORM_BYTES : FILE_BYTES;
    }

    private static Refused tooLarge(int most) {
        String size = most >= 1 << 20 ? (most >> 20) + " MB" : (most >> 10) + " KB";
        return new Refused(413, Refusal.TOO_LARGE, size);
    }
}
