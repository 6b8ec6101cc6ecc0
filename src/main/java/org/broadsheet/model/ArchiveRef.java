package org.broadsheet.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a part of a stream's archive. Its text form is {@code 2026-11-17}.
 *
 * @param month in which its entries came or changed, {@code 2026-11}
 */
public record ArchiveRef(String month, long id) {
    private static final Pattern TEXT = Pattern.compile("(\\d{4}-\\d{2})-([1-9]\\d{0,17})");

    /** Reads the text form; empty when it is none. */
    public static Optional<ArchiveRef> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new ArchiveRef(parts.group(1), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return month + "-" + id;
    }
}
