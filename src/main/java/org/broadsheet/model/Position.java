package org.broadsheet.model;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a stream: the next page holds what sorts after it. Its text form is opaque to clients. */
public record Position(Instant sortedAt, EntryId id) {
    // Microseconds, the store's precision, so that a page never repeats or skips entries of the same millisecond.
    private static final Pattern TEXT = Pattern.compile("(-?\\d{1,18})-(\\d{1,18})");

    /** Reads the text form; empty when it is none. */
    public static Optional<Position> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Instant at = time(Long.parseLong(parts.group(1)));
        return Optional.of(new Position(at, new EntryId(Long.parseLong(parts.group(2)))));
    }

    /** The time that is so many microseconds after 1970. */
    public static Instant time(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L);
    }

    /** The time in microseconds since 1970. */
    public long micros() {
        return micros(sortedAt);
    }

    /** A time in microseconds since 1970, cut to that precision. */
    public static long micros(Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
    }

    @Override
    public String toString() {
        return micros() + "-" + id.value();
    }
}
