package org.broadsheet.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/** Sends ready documents as HTTP wants it: validators, ranges, codings (RFC 9110 §13, §14, §8.4). */
public final class Delivery {
    private Delivery() {}

    /** Answers with a document, a part of it, or the word that the client has it already. */
    public static void send(Context ctx, ReadyDocument document, Instant now) {
        Coding coding = Coding.wanted(ctx.header("Accept-Encoding"));
        String etag = document.etag(coding);
        ctx.header("ETag", etag);
        if (ETags.matches(ctx.header("If-None-Match"), etag)) {
            ctx.status(304);
        } else if (!LastModified.notModified(ctx, document.updated(), now)) {
            ctx.header("Accept-Ranges", "bytes");
            range(ctx, document.in(coding).length, etag)
                    .ifPresentOrElse(range -> part(ctx, document, coding, range), () -> whole(ctx, document, coding));
        }
    }

    /** The same for a document without a date. */
    public static void send(Context ctx, ReadyDocument document) {
        send(ctx, document, Instant.EPOCH);
    }

    /**
     * Answers with what is to be done to a document that the client has (RFC 3229).
     *
     * @param document as it is now, whose tag the client keeps
     * @param change from the one that it had
     */
    public static void change(Context ctx, ReadyDocument document, ReadyDocument change) {
        Coding coding = Coding.wanted(ctx.header("Accept-Encoding"));
        // A cache that does not know RFC 3229 would give it to those who have another document.
        ctx.status(226)
                .header("IM", "feed")
                .header("ETag", document.etag(coding))
                .header("Cache-Control", "no-store");
        whole(ctx, change, coding);
    }

    // Without If-Range nobody could tell whether the part fits the one that he has: the document may have changed.
    private static Optional<ByteRange> range(Context ctx, long length, String etag) {
        return etag.equals(ctx.header("If-Range")) ? ByteRange.of(ctx.header("Range"), length) : Optional.empty();
    }

    private static void part(Context ctx, ReadyDocument document, Coding coding, ByteRange range) {
        byte[] bytes = document.in(coding);
        if (range.first() >= bytes.length) {
            ctx.status(416).header("Content-Range", "bytes */" + bytes.length);
            return;
        }
        ctx.status(206).header("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + bytes.length);
        write(ctx, document, coding, range);
    }

    private static void whole(Context ctx, ReadyDocument document, Coding coding) {
        write(ctx, document, coding, new ByteRange(0, document.in(coding).length - 1));
    }

    /** Past Javalin, which would copy all and compress again. */
    private static void write(Context ctx, ReadyDocument document, Coding coding, ByteRange range) {
        if (coding != Coding.IDENTITY) {
            ctx.header("Content-Encoding", coding.token());
        }
        int length = (int) (range.last() - range.first() + 1);
        ctx.res().setContentType(document.mediaType());
        ctx.res().setContentLength(length);
        try {
            ctx.res().getOutputStream().write(document.in(coding), (int) range.first(), length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
