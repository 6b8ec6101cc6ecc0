package org.broadsheet.server;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The dates of our answers (RFC 9110 §8.8.2, §13.1.3). */
public final class LastModified {
    // Within one second things can change again, and a client that holds its date would never hear of it.
    private static final Duration SECOND_IS_OVER = Duration.ofSeconds(2);

    // RFC 9110 §5.6.7; the JDK's own form writes days below 10 with one digit.
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private LastModified() {}

    /**
     * Sets the answer's date; when the client has that version already, the answer is a 304 and the caller is done. An
     * ETag that the client sent counts instead of its date.
     *
     * @param updated when the answer last changed; the epoch for an answer without a date
     */
    public static boolean notModified(Context ctx, Instant updated, Instant now) {
        Instant second = updated.truncatedTo(ChronoUnit.SECONDS);
        if (second.equals(Instant.EPOCH) || second.plus(SECOND_IS_OVER).isAfter(now)) {
            return false;
        }
        ctx.header("Last-Modified", FORM.format(second.atOffset(ZoneOffset.UTC)));
        boolean known = ctx.header("If-None-Match") == null
                && date(ctx.header("If-Modified-Since"))
                        .filter(since -> !since.isBefore(second))
                        .isPresent();
        if (known) {
            ctx.status(304);
        }
        return known;
    }

    // A date that cannot be read is to be ignored.
    private static Optional<Instant> date(@Nullable String header) {
        try {
            return Optional.ofNullable(header)
                    .map(text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
