package org.broadsheet.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Why nothing could be read at an address.
 *
 * @param value what the detail speaks of, just as it was said; empty where it speaks of nothing
 */
public record Failure(ErrorKind kind, Detail detail, String value) implements ListRemark {
    /** What is known beyond the kind. */
    public enum Detail {
        /** Nothing; the kind says it all. */
        NONE,
        /** {@code value} is what the server answered, beginning with the status. */
        ANSWERED,
        /** {@code value} is until when the server wants to be left alone. */
        WAIT,
        /** {@code value} is a whole sentence, which nobody has in other languages. */
        IN_ENGLISH
    }

    public static Failure of(ErrorKind kind) {
        return new Failure(kind, Detail.NONE, "");
    }

    /** Such as {@code 404 Not Found}. */
    public static Failure answered(ErrorKind kind, String answer) {
        return new Failure(kind, Detail.ANSWERED, answer);
    }

    public static Failure waiting(Instant until) {
        return new Failure(
                ErrorKind.THROTTLED,
                Detail.WAIT,
                until.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** In a sentence of its own. */
    public static Failure saying(ErrorKind kind, String sentence) {
        return new Failure(kind, Detail.IN_ENGLISH, sentence);
    }

    @Override
    public String sentence() {
        return switch (detail) {
            case NONE -> kind.sentence();
            case ANSWERED -> "The server answered " + value + ".";
            case WAIT -> "Its server asked to be left alone until " + value + "; try again then.";
            case IN_ENGLISH -> value;
        };
    }
}
